"""How the tests run: Hypothesis the same each time in CI, no faulty Word file."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from docx.opc.package import OpcPackage
from hypothesis import HealthCheck, Phase, settings

from salesreg.export.docx import package
from salesreg.export.docx.redline import writing
from salesreg.testing.laws.sound import docx_package_is_sound

settings.register_profile("dev", deadline=None, max_examples=30)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=30,
    # What CI tells is told of the change: the search for new examples goes on
    # wherever people run the tests.
    derandomize=True,
    # The machine is shared: a slow draw is no fault of a strategy.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "mutation",
    deadline=None,
    max_examples=100,
    # A mutant need only fail, the same way each time; nobody reads how.
    phases=[Phase.explicit, Phase.generate],
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
if "MUTANT_UNDER_TEST" in os.environ:
    settings.load_profile("mutation")
else:
    settings.load_profile("ci" if os.environ.get("CI") else "dev")


@pytest.fixture(autouse=True, scope="session")
def only_sound_word_files() -> Iterator[None]:
    """Hold each Word file that a test writes to the law of its package.

    All of them leave the writer through one function.
    """
    archived = package.archived

    def held(made: OpcPackage, text: str) -> bytes:
        written = archived(made, text)
        docx_package_is_sound(written)
        return written

    with pytest.MonkeyPatch.context() as patched:
        for module in (package, writing):
            patched.setattr(module, "archived", held)
        yield
