"""The entry point that Hypothesis calls when it starts.

It imports neither the model nor any strategy: a class of the model is registered
when it is made, and its strategy is made when it is first asked for.
"""

from __future__ import annotations

from hypothesis import strategies as st

from salesreg._made import watch


def register() -> None:
    """Let `st.from_type` know every class of the values and of the model."""
    watch(_register)


def _register(cls: type) -> None:
    st.register_type_strategy(cls, _strategy)


def _strategy(cls: type) -> st.SearchStrategy[object]:
    from salesreg.testing.objects import instances, regulations  # noqa: PLC0415

    known: type[object] = cls
    return regulations() if cls.__name__ == "Regulation" else instances(known)
