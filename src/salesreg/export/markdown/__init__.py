"""Markdown for a wiki: GitHub's dialect, readable as it is and in a diff."""

from __future__ import annotations

from salesreg.export.markdown.page import render

__all__ = ["render"]
