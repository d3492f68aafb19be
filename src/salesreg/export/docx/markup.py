"""WordprocessingML as text: the few elements every part of the writer needs.

The writer joins strings: on a long document that is two orders of magnitude
faster than an object per cell. Whatever comes from the tree passes `escape`, so
no text can become markup.
"""

from __future__ import annotations

import re
from typing import Final

from salesreg._text import FORBIDDEN
from salesreg.export.docx.error import DocxError

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    'wordprocessingShape"'
)

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def document_xml(content: str) -> str:
    """The main part of a Word file around its text, without a declaration."""
    return f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>"


# What XML 1.0 cannot carry, and line ends, which the tree spells as blocks.
_REFUSED = re.compile(f"[{FORBIDDEN}\n]")
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"))


def escape(text: str, place: str) -> str:
    """The text as XML character data or attribute value.

    Raises `DocxError` naming `place` for characters that XML cannot hold and
    for line ends. The input was checked long before; this is the last gate
    before a file that Word would call broken.
    """
    refused = _REFUSED.search(text)
    if refused:
        raise DocxError(place, f"the text {text[:60]!r} holds {refused.group()!r}")
    for special, entity in _ENTITIES:
        text = text.replace(special, entity)
    return text


def run(escaped: str, properties: str = "") -> str:
    """A run of characters that were already escaped."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\t" in escaped:
        escaped = escaped.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{look}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph; `properties` are further `w:pPr` children in schema order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def field(instruction: str, result: str, properties: str = "") -> str:
    """A complex field showing `result` (runs) until somebody updates it.

    `instruction` is built from bookmark names and fixed words only: text of
    the tree never enters it.
    """
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {instruction} '
        f"</w:instrText></w:r>"
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{result}"
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(tag: str, number: int, content: str) -> str:
    """`content` (runs) in a content control, which people edit in Word."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:id w:val="{number}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def bookmark(name: str, number: int, content: str) -> str:
    """`content` (runs) between the two ends of a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        f'{content}<w:bookmarkEnd w:id="{number}"/>'
    )
