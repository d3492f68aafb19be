"""The numbering part: one multi-level list for clauses, two for plain lists."""

from __future__ import annotations

from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import DECLARATION, NAMESPACES
from salesreg.export.docx.places import DEEPEST

CLAUSES, BULLETS, ITEMS = 1, 2, 3
"""Identifiers of the abstract lists; a `w:num` of the same id stands for each."""

# Word finds the level of a style by this link, LibreOffice by the style's own
# numPr: both ends are needed, or numbers and references come out empty.
_LINKED = {0: "Heading1", 1: "Heading2", 2: "Subclause"}
_RUSSIAN_ITEMS = (("decimal", ")"), ("russianLower", ")"), ("decimal", "."))
_ENGLISH_ITEMS = (("decimal", "."), ("lowerLetter", ")"), ("lowerRoman", "."))


def numbering_xml(look: Look, locale: str) -> str:
    """The whole of `numbering.xml` before a document adds its own lists."""
    formats = _RUSSIAN_ITEMS if locale == "ru-RU" else _ENGLISH_ITEMS
    lists = (
        _abstract(CLAUSES, [_clause_level(look, level) for level in range(DEEPEST)])
        + _abstract(
            BULLETS,
            [
                _level(
                    level,
                    "bullet",
                    look.bullets[level % 2],
                    list_left(look, level),
                    look,
                )
                for level in range(DEEPEST)
            ],
        )
        + _abstract(
            ITEMS,
            [
                _level(
                    level,
                    formats[level % 3][0],
                    f"%{level + 1}{formats[level % 3][1]}",
                    list_left(look, level),
                    look,
                )
                for level in range(DEEPEST)
            ],
        )
    )
    standing = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
        for n in (CLAUSES, BULLETS, ITEMS)
    )
    return f"{DECLARATION}<w:numbering {NAMESPACES}>{lists}{standing}</w:numbering>"


def list_left(look: Look, level: int) -> int:
    """Where the text of a list item starts under a clause, in twips."""
    return look.indent + look.first_line + look.list_step * (level + 1)


def restarted(number: int, abstract: int, level: int) -> str:
    """A `w:num` of its own that counts from one again at `level`."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )


def _abstract(identifier: int, levels: list[str]) -> str:
    # Word merges lists of equal nsid when documents are joined: keep them apart.
    return (
        f'<w:abstractNum w:abstractNumId="{identifier}">'
        f'<w:nsid w:val="5A1E500{identifier}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}</w:abstractNum>'
    )


def _clause_level(look: Look, level: int) -> str:
    linked = f'<w:pStyle w:val="{_LINKED[level]}"/>' if level in _LINKED else ""
    pattern = "".join(f"%{n + 1}." for n in range(level + 1))
    gap, stop = "space", ""
    if look.indent:
        gap = "tab"
        stop = f'<w:tabs><w:tab w:val="num" w:pos="{look.indent}"/></w:tabs>'
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'{linked}<w:suff w:val="{gap}"/><w:lvlText w:val="{pattern}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{stop}{look.numbered}</w:pPr></w:lvl>'
    )


def _level(level: int, kind: str, sign: str, left: int, look: Look) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{look.list_step}"/></w:pPr></w:lvl>'
    )
