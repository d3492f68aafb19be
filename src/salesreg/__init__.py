"""Sales regulations as code.

One typed object for a company's sales regulation; from it the document that
people sign, the wiki page, the dict for the CRM. `import salesreg as sr` loads
nothing but this module: each name brings its own when it is first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from salesreg._version import __version__

if TYPE_CHECKING:
    from salesreg import interchange as interchange
    from salesreg import templates as templates
    from salesreg._public import *  # noqa: F403


def __getattr__(name: str) -> object:
    """Import a public name from where it lives."""
    from salesreg._names import HOMES, SUBMODULES  # noqa: PLC0415

    if name in SUBMODULES:
        return importlib.import_module(f"salesreg.{name}")
    if name in HOMES:
        made = getattr(importlib.import_module(f"salesreg.{HOMES[name]}"), name)
        globals()[name] = made
        return made
    from salesreg._text import did_you_mean  # noqa: PLC0415

    hint = did_you_mean(name, [*HOMES, *SUBMODULES])
    message = f"module 'salesreg' has no attribute {name!r}"
    raise AttributeError(f"{message}; {hint}" if hint else message)


def __dir__() -> list[str]:
    """Return every public name."""
    from salesreg._names import HOMES, SUBMODULES  # noqa: PLC0415

    return sorted([*HOMES, *SUBMODULES, "__version__"])
