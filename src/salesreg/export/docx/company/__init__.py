"""A company's own Word file as the source of styles, headers, footers and logo.

The file comes from anywhere, so nothing of it is taken over but what is named
here: measures of the page, styles, the theme, and headers and footers without
links to programs or other files. Its text, macros and properties stay behind.
"""

from __future__ import annotations

from salesreg.export.docx.company.reading import company

__all__ = ["company"]
