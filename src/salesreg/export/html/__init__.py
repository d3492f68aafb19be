"""HTML to read, to print and to show in a notebook: no script, nothing fetched."""

from __future__ import annotations

from salesreg.export.html.page import fragment, render

__all__ = ["fragment", "render"]
