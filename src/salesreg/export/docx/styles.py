"""The styles part: every paragraph, character and table style of the output.

The writer formats through styles, hardly ever directly, so that a company can
restyle a document in Word and another `Look` restyles all documents at once.
"""

from __future__ import annotations

from salesreg.export.docx.look import Look, twips
from salesreg.export.docx.markup import DECLARATION, NAMESPACES


def styles_xml(look: Look, locale: str) -> str:
    """The whole of `styles.xml` for one look and one language ("ru-RU")."""
    styles = (
        _document_styles(look)
        + _heading_styles(look)
        + _clause_styles(look)
        + _block_styles(look)
        + _front_styles(look)
        + _character_styles(look)
        + _table_style(look)
    )
    return f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(look, locale)}{styles}</w:styles>"


def fonts(name: str) -> str:
    """`w:rFonts` for one family in every script."""
    return (
        f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" '
        f'w:cs="{name}"/>'
    )


def size(half_points: int) -> str:
    """`w:sz` and `w:szCs`."""
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _spacing(before: int, after: int, line: int = 240) -> str:
    return (
        f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" '
        f'w:lineRule="auto"/>'
    )


def _defaults(look: Look, locale: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(look.text_font)}"
        f"{size(look.text_size)}"
        f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:widowControl/>{_spacing(0, look.after, look.line)}'
        f"</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _style(
    identifier: str,
    name: str,
    paragraph: str = "",
    characters: str = "",
    *,
    based_on: str = "Normal",
    following: str = "",
    own: bool = True,
) -> str:
    """One paragraph style; `own` marks names that are not built into Word."""
    return (
        f'<w:style w:type="paragraph"{" w:customStyle=" + _ONE if own else ""} '
        f'w:styleId="{identifier}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/>'
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{characters}</w:rPr></w:style>"
    )


_ONE = '"1"'


def _document_styles(look: Look) -> str:
    rule = f'w:val="single" w:sz="4" w:space="4" w:color="{look.rule}"'
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{look.text_width}"/></w:tabs>'
    quiet = f'<w:color w:val="{look.quiet}"/>{size(look.small_size)}'
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:jc w:val="{look.alignment}"/></w:pPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
        "<w:semiHidden/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
        '<w:name w:val="No List"/><w:semiHidden/></w:style>'
        + _style(
            "Header",
            "header",
            f"<w:pBdr><w:bottom {rule}/></w:pBdr>{stop}{_spacing(0, 0)}"
            '<w:jc w:val="left"/>',
            quiet,
            own=False,
        )
        + _style(
            "Footer",
            "footer",
            f'{_spacing(0, 0)}<w:jc w:val="right"/>',
            quiet,
            own=False,
        )
    )


def _heading_styles(look: Look) -> str:
    first, second = look.heading_sizes
    hanging = f'<w:ind w:left="{look.indent}" w:hanging="{look.indent}"/>'

    def heading(level: int, before: int, after: int, half_points: int) -> str:
        return _style(
            f"Heading{level}",
            f"heading {level}",
            "<w:keepNext/><w:keepLines/>"
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
            f'<w:suppressAutoHyphens/>{_spacing(before, after)}{hanging}'
            f'<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>',
            f"<w:b/><w:bCs/>{size(half_points)}",
            following="BodyText",
            own=False,
        )

    plain = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    return (
        heading(1, 380, 150, first)
        + heading(2, 240, 100, second)
        + _style(
            "HeadingPlain1",
            "Heading 1 Plain",
            f'{plain}<w:ind w:left="0" w:firstLine="0"/>',
            based_on="Heading1",
            following="Normal",
        )
        + _style(
            "HeadingPlain2",
            "Heading 2 Plain",
            f'{plain}<w:ind w:left="0" w:firstLine="0"/>',
            based_on="Heading2",
            following="Normal",
        )
        + _style(
            "AnnexMark",
            "Annex Mark",
            f'<w:keepNext/><w:pageBreakBefore/>{_spacing(0, 200)}<w:jc w:val="right"/>',
            following="AnnexTitle",
        )
        + _style(
            "AnnexTitle",
            "Annex Title",
            f'{_spacing(0, 240)}<w:jc w:val="center"/>',
            based_on="HeadingPlain1",
            following="Normal",
        )
    )


def _clause_styles(look: Look) -> str:
    hanging = f'<w:ind w:left="{look.indent}" w:hanging="{look.indent}"/>'
    return _style("Clause", "Clause", hanging, following="BodyText") + _style(
        "Subclause",
        "Subclause",
        '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>' + hanging,
        following="BodyText",
    )


def _block_styles(look: Look) -> str:
    body = f'<w:ind w:left="{look.indent}"/>'
    bar = f'w:val="single" w:sz="18" w:space="10" w:color="{look.rule}"'
    code = (
        f'<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="{look.code_fill}"/>'
        f"<w:suppressAutoHyphens/>{_spacing(60, 160)}{body}"
        '<w:jc w:val="left"/>'
    )
    return (
        _style("BodyText", "Body Text", body, own=False)
        + _style(
            "ListParagraph",
            "List Paragraph",
            _spacing(0, look.after // 3, look.line),
            own=False,
        )
        + _style(
            "Quote",
            "Quote",
            f"<w:pBdr><w:left {bar}/></w:pBdr>"
            f'<w:ind w:left="{look.quote_indent}" w:right="{look.list_step}"/>',
            "<w:i/><w:iCs/>",
            own=False,
        )
        + _style(
            "CodeBlock",
            "Code Block",
            code,
            f"{fonts(look.code_font)}<w:noProof/>{size(look.small_size)}",
        )
        + _style(
            "TableText",
            "Table Text",
            f'{_spacing(30, 30)}<w:jc w:val="left"/>',
            size(look.table_size),
        )
        + _style(
            "TableHead",
            "Table Head",
            f"<w:keepNext/>{_spacing(50, 50)}",
            "<w:b/><w:bCs/>",
            based_on="TableText",
        )
        + _style(
            "TableGap",
            "Table Gap",
            '<w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/>',
            size(8),
        )
        + _style(
            "Caption",
            "caption",
            f'<w:keepNext/><w:keepLines/>{_spacing(160, 80)}<w:jc w:val="left"/>',
            size(look.caption_size),
            own=False,
        )
        + _style(
            "Figure",
            "Figure",
            f'<w:keepNext/>{_spacing(160, 60)}<w:jc w:val="center"/>',
        )
        + _style(
            "FigureCaption",
            "Figure Caption",
            f'<w:keepNext w:val="0"/>{_spacing(0, 200)}<w:jc w:val="center"/>',
            based_on="Caption",
        )
        + _style(
            "FigureLegend",
            "Figure Legend",
            f'<w:keepNext/>{_spacing(0, 20)}<w:jc w:val="center"/>',
            f'<w:color w:val="{look.quiet}"/>{size(look.small_size)}',
        )
        + _style(
            "FigureTitle",
            "Figure Title",
            f'{_spacing(0, 0)}<w:jc w:val="center"/>',
            f"{fonts(look.figure_font)}<w:b/><w:bCs/>{size(17)}",
        )
        + _style(
            "FigureNote",
            "Figure Note",
            f'{_spacing(0, 0)}<w:jc w:val="center"/>',
            f"{fonts(look.figure_font)}{size(15)}",
        )
    )


def _front_styles(look: Look) -> str:
    stamp = look.text_width * 55 // 100
    line = f'w:val="single" w:sz="12" w:space="8" w:color="{look.ink}"'

    def contents(level: int, left: int, before: int, after: int) -> str:
        number = look.indent - twips(3)
        return _style(
            f"TOC{level}",
            f"toc {level}",
            f'<w:tabs><w:tab w:val="left" w:pos="{left + number}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{look.text_width}"/></w:tabs>'
            f"{_spacing(before, after)}"
            f'<w:ind w:left="{left + number}" '
            f'w:hanging="{number}"/><w:jc w:val="left"/>',
            own=False,
        )

    return (
        _style(
            "Organisation",
            "Organisation",
            f'{_spacing(0, 20)}<w:jc w:val="center"/>',
        )
        + _style(
            "Approval",
            "Approval",
            f'<w:keepNext/>{_spacing(0, 30)}<w:ind w:left="{stamp}"/>'
            '<w:jc w:val="left"/>',
        )
        + _style(
            "DocumentKind",
            "Document Kind",
            f'<w:keepNext/>{_spacing(900, 100)}<w:jc w:val="center"/>',
            f'<w:caps/><w:spacing w:val="40"/>{size(look.heading_sizes[1])}',
        )
        + _style(
            "Title",
            "Title",
            f"<w:keepNext/><w:keepLines/><w:pBdr><w:bottom {line}/></w:pBdr>"
            f'<w:suppressAutoHyphens/>{_spacing(0, 320)}<w:jc w:val="center"/>',
            f"<w:b/><w:bCs/>{size(look.title_size)}",
            own=False,
        )
        + _style(
            "Requisite",
            "Requisite",
            f'{_spacing(30, 30)}<w:jc w:val="left"/>',
        )
        + _style(
            "RequisiteLabel",
            "Requisite Label",
            "",
            f'<w:color w:val="{look.quiet}"/>',
            based_on="Requisite",
        )
        + _style(
            "TOCHeading",
            "TOC Heading",
            f'<w:keepNext/>{_spacing(480, 160)}<w:jc w:val="left"/>',
            f"<w:b/><w:bCs/>{size(look.heading_sizes[0])}",
            own=False,
        )
        + contents(1, 0, 60, 30)
        + contents(2, look.indent - twips(3), 0, 20)
    )


def _character_styles(look: Look) -> str:
    def character(
        identifier: str, name: str, characters: str, *, own: bool = True
    ) -> str:
        return (
            f'<w:style w:type="character"{" w:customStyle=" + _ONE if own else ""} '
            f'w:styleId="{identifier}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{characters}</w:rPr>'
            "</w:style>"
        )

    return (
        character(
            "Hyperlink",
            "Hyperlink",
            f'<w:color w:val="{look.ink}"/><w:u w:val="single"/>',
            own=False,
        )
        + character("InlineCode", "Inline Code", f"{fonts(look.code_font)}<w:noProof/>")
        + character(
            "Missing",
            "Missing",
            '<w:b/><w:bCs/><w:u w:val="wave"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.missing_fill}"/>',
        )
    )


def _table_style(look: Look) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"'
    edges = "".join(
        f"<w:{edge} {rule}/>"
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="RegulationTable">'
        '<w:name w:val="Regulation Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar>"
        '<w:top w:w="20" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="20" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="RequisiteTable">'
        '<w:name w:val="Requisite Table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders><w:insideH {rule}/></w:tblBorders></w:tblPr>"
        "</w:style>"
    )
