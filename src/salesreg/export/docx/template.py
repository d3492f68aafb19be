"""The empty A4 document that every output starts from, made here from text.

python-docx's own template is a Letter page in US English with somebody else's
author and dates; this one holds nothing but the look and the language.
"""

from __future__ import annotations

import functools
import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from salesreg.export.docx.base import Base
from salesreg.export.docx.company.styles import completed
from salesreg.export.docx.look import PLAIN, Look
from salesreg.export.docx.markup import DECLARATION, NAMESPACES, document_xml
from salesreg.export.docx.numbering import numbering_xml
from salesreg.export.docx.pages import opening
from salesreg.export.docx.styles import styles_xml
from salesreg.export.docx.theme import theme_xml

LOCALES = {"ru": "ru-RU", "en": "en-US"}
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can hold, written everywhere instead of a clock."""

_OFFICE = "application/vnd.openxmlformats-officedocument"
_WORD = f"{_OFFICE}.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "styles": ("styles.xml", f"{_WORD}.styles+xml"),
    "numbering": ("numbering.xml", f"{_WORD}.numbering+xml"),
    "settings": ("settings.xml", f"{_WORD}.settings+xml"),
    "theme": ("theme/theme1.xml", f"{_OFFICE}.theme+xml"),
    "fontTable": ("fontTable.xml", f"{_WORD}.fontTable+xml"),
    "header": ("header1.xml", f"{_WORD}.header+xml"),
    "footer": ("footer1.xml", f"{_WORD}.footer+xml"),
}


@functools.lru_cache(maxsize=16)
def template(look: Look = PLAIN, language: str = "ru") -> bytes:
    """The template as a DOCX file in memory; same look, same bytes."""
    locale, base = LOCALES[language], look.base
    parts = _parts(base)
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": content_types(
            {
                "/word/document.xml": f"{_WORD}.document.main+xml",
                "/docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
                "/docProps/core.xml": "application/vnd.openxmlformats-package."
                "core-properties+xml",
                **{f"/word/{target}": kind for _, target, kind in parts.values()},
                **{f"/{one.member}": one.kind for one in (base.media if base else ())},
            }
        ),
        "_rels/.rels": _relationships(
            {
                kind: (kind, target)
                for kind, target in (
                    ("officeDocument", "word/document.xml"),
                    ("extended-properties", "docProps/app.xml"),
                )
            },
            f'<Relationship Id="core" Type="{_PACKAGE}/relationships/metadata/'
            'core-properties" Target="docProps/core.xml"/>',
        ),
        "docProps/app.xml": f"{DECLARATION}<Properties xmlns="
        '"http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>salesreg</Application></Properties>',
        "docProps/core.xml": f"{DECLARATION}<cp:coreProperties "
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:language>{locale}</dc:language></cp:coreProperties>",
        "word/document.xml": DECLARATION + document_xml(f"<w:p/>{opening(look)}"),
        "word/_rels/document.xml.rels": _relationships(
            {key: (kind, target) for key, (kind, target, _) in parts.items()}
        ),
        "word/styles.xml": completed(base.styles, look, locale)
        if base
        else styles_xml(look, locale),
        "word/numbering.xml": numbering_xml(look, locale),
        "word/settings.xml": _settings(look, locale),
        "word/theme/theme1.xml": (base.theme if base else "") or theme_xml(look),
        "word/fontTable.xml": _font_table(look),
        "word/header1.xml": f"{DECLARATION}<w:hdr {NAMESPACES}><w:p/></w:hdr>",
        "word/footer1.xml": f"{DECLARATION}<w:ftr {NAMESPACES}><w:p/></w:ftr>",
    }
    return packed(members | _given(base) if base else members)


def _parts(base: Base | None) -> dict[str, tuple[str, str, str]]:
    """What the document refers to: by id the kind, the target, the content type.

    Headers and footers are ours only where a company has none.
    """
    margins = base.margins if base else ()
    return {
        kind: (kind, target, content)
        for kind, (target, content) in _PARTS.items()
        if base is None or kind not in {"header", "footer"} or base.lacks(kind)
    } | {one.key: (one.part, f"{one.key}.xml", _PARTS[one.part][1]) for one in margins}


def _given(base: Base) -> dict[str, bytes | str]:
    """The headers, footers and pictures of a company."""
    made: dict[str, bytes | str] = {one.member: one.content for one in base.media}
    for margin in base.margins:
        made[f"word/{margin.key}.xml"] = margin.content
        made[f"word/_rels/{margin.key}.xml.rels"] = (
            f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
            + "".join(
                f'<Relationship Id="{_quoted(key)}" Type="{kind}" '
                f'Target="{_quoted(target)}"'
                + (' TargetMode="External"' if kind.endswith("/hyperlink") else "")
                + "/>"
                for key, kind, target in margin.links
            )
            + "</Relationships>"
        )
    return made


def packed(members: Mapping[str, bytes | str]) -> bytes:
    """A zip of the members in their order, without a clock or a machine in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, content)
    return file.getvalue()


def content_types(parts: dict[str, str]) -> str:
    """`[Content_Types].xml` for part names and the content type of each."""
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="{part}" ContentType="{kind}"/>'
            for part, kind in parts.items()
        )
        + "</Types>"
    )


def _relationships(targets: dict[str, tuple[str, str]], more: str = "") -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
            for key, (kind, target) in targets.items()
        )
        + f"{more}</Relationships>"
    )


def _settings(look: Look, locale: str) -> str:
    # Mode 15 is Word 2013 and later; without it Word opens in compatibility mode.
    even = "<w:evenAndOddHeaders/>" if look.base and look.base.even else ""
    point, separator = (",", ";") if locale == "ru-RU" else (".", ",")
    return (
        f"{DECLARATION}<w:settings {NAMESPACES}>"
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>{even}'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        "<w:doNotExpandShiftReturn/>"
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{locale}"/>'
        f'<w:decimalSymbol w:val="{point}"/><w:listSeparator w:val="{separator}"/>'
        "</w:settings>"
    )


def _font_table(look: Look) -> str:
    families = {
        look.text_font: "roman",
        look.figure_font: "swiss",
        look.code_font: "modern",
    }
    return (
        f"{DECLARATION}<w:fonts {NAMESPACES}>"
        + "".join(
            f'<w:font w:name="{name}"><w:family w:val="{family}"/></w:font>'
            for name, family in families.items()
        )
        + "</w:fonts>"
    )


def _quoted(text: str) -> str:
    return escape(text, {'"': "&quot;"})
