"""A redline: two regulations in one Word file, what differs as tracked changes."""

from __future__ import annotations

from salesreg.export.docx.redline.writing import redline

__all__ = ["redline"]
