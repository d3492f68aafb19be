"""One style in markup, and the properties that styles are made of."""

from __future__ import annotations


def fonts(name: str) -> str:
    """`w:rFonts` for one family in every script."""
    return (
        f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" '
        f'w:cs="{name}"/>'
    )


def size(half_points: int) -> str:
    """`w:sz` and `w:szCs`."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def spacing(before: int, after: int, line: int = 240) -> str:
    """`w:spacing`: twips above and below, line height in 240ths of a line."""
    return (
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" '
        f'w:lineRule="auto"/>'
    )


def paragraph_style(
    identifier: str,
    name: str,
    paragraph: str = "",
    characters: str = "",
    *,
    based_on: str = "Normal",
    following: str = "",
    own: bool = True,
) -> str:
    """A paragraph style; `own` marks a name that is not built into Word.

    `paragraph` and `characters` are the children of `w:pPr` and `w:rPr`,
    `following` the style that Word gives to the next paragraph typed.
    """
    after = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph"{_custom(own)} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="{based_on}"/>{after}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


def character_style(
    identifier: str, name: str, characters: str, *, own: bool = True
) -> str:
    """A character style; `own` as for paragraphs."""
    return (
        f'<w:style w:type="character"{_custom(own)} w:styleId="{identifier}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f"<w:rPr>{characters}</w:rPr></w:style>"
    )


def _custom(own: bool) -> str:  # noqa: FBT001 - called with the flag it passes on
    return ' w:customStyle="1"' if own else ""
