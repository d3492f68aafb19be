"""How Hypothesis runs: the same examples each time in CI, no deadline in seconds."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

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
