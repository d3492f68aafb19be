"""The packages of `salesreg[data]`, imported when they are first needed."""

from __future__ import annotations

import importlib
from types import ModuleType

from salesreg.errors import InvalidValue, Problem


class MissingExtra(InvalidValue, ImportError):  # noqa: N818 - as InvalidValue
    """A package is needed that is installed only with an extra."""


def need(name: str, extra: str = "data") -> ModuleType:
    """Import a package of an extra.

    Raises:
        MissingExtra: It is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError:
        package = name.partition(".")[0]
        message = f"this needs the package {package!r}, which is not installed"
        hint = f"pip install 'salesreg[{extra}]'"
        raise MissingExtra([Problem("missing-extra", message, hint=hint)]) from None
