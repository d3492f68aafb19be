"""The entry point that Hypothesis calls when it starts.

It imports neither the model nor any strategy: a class of the model is registered
when it is made, and its strategy is made when it is first asked for.
"""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from salesreg._made import watch


def register() -> None:
    """Let `st.from_type` know every class of the values and of the model.

    And tell the profile "salesreg" for `--hypothesis-profile`: a whole regulation
    takes its time, and a slow machine is no fault of a rule.
    """
    settings.register_profile(
        "salesreg",
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    watch(_register)


def _register(cls: type) -> None:
    st.register_type_strategy(cls, _strategy)


def _strategy(cls: type) -> st.SearchStrategy[object]:
    from salesreg.testing.objects import instances, regulations  # noqa: PLC0415

    known: type[object] = cls
    return regulations() if cls.__name__ == "Regulation" else instances(known)
