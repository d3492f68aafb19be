"""The styles part: every paragraph, character and table style of the output.

The writer formats through styles, hardly ever directly, so that a company can
restyle a document in Word and another `Look` restyles all documents at once.
"""

from __future__ import annotations

from salesreg.export.docx.block_styles import block_styles, figure_styles, front_styles
from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import DECLARATION, NAMESPACES
from salesreg.export.docx.style import (
    character_style,
    fonts,
    paragraph_style,
    size,
    spacing,
)


def styles_xml(look: Look, locale: str) -> str:
    """The whole of `styles.xml` for one look and one language ("ru-RU")."""
    styles = (
        _document_styles(look)
        + _heading_styles(look)
        + _clause_styles(look)
        + block_styles(look)
        + figure_styles(look)
        + front_styles(look)
        + _character_styles(look)
        + _table_style(look)
    )
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{_defaults(look, locale)}{styles}"
        "</w:styles>"
    )


def _defaults(look: Look, locale: str) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(look.text_font)}"
        f"{size(look.text_size)}"
        f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f"<w:widowControl/>{spacing(0, look.after, look.line)}"
        f"</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _document_styles(look: Look) -> str:
    rule = f'w:val="single" w:sz="4" w:space="4" w:color="{look.rule}"'
    line = f"<w:pBdr><w:bottom {rule}/></w:pBdr>" if look.ruled else ""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{look.text_width}"/></w:tabs>'
    quiet = f'<w:color w:val="{look.quiet}"/>{size(look.small_size)}'
    titled = look.page_number == "foot"
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
        + paragraph_style(
            "Header",
            "header",
            f"{line}{stop}{spacing(0, 0)}"
            f'<w:jc w:val="{"left" if titled else "center"}"/>',
            quiet if titled else "",
            own=False,
        )
        + paragraph_style(
            "Footer",
            "footer",
            f'{spacing(0, 0)}<w:jc w:val="right"/>',
            quiet,
            own=False,
        )
    )


def _heading_styles(look: Look) -> str:
    first, second = look.heading_sizes
    hanging = look.numbered

    def heading(level: int, before: int, after: int, half_points: int) -> str:
        return paragraph_style(
            f"Heading{level}",
            f"heading {level}",
            "<w:keepNext/><w:keepLines/>"
            f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="1"/></w:numPr>'
            f"<w:suppressAutoHyphens/>{spacing(before, after)}{hanging}"
            f'<w:jc w:val="left"/><w:outlineLvl w:val="{level - 1}"/>',
            f"<w:b/><w:bCs/>{size(half_points)}",
            following="BodyText",
            own=False,
        )

    corner = '<w:jc w:val="right"/>'
    if look.annexed:
        # Lines of a block in the corner start one under the other.
        left = look.text_width - look.stamp_width
        corner = f'<w:ind w:left="{left}"/><w:jc w:val="left"/>'
    plain = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    return (
        heading(1, 380, 150, first)
        + heading(2, 240, 100, second)
        + paragraph_style(
            "HeadingPlain1",
            "Heading 1 Plain",
            f'{plain}<w:ind w:left="0" w:firstLine="0"/>',
            based_on="Heading1",
            following="Normal",
        )
        + paragraph_style(
            "HeadingPlain2",
            "Heading 2 Plain",
            f'{plain}<w:ind w:left="0" w:firstLine="0"/>',
            based_on="Heading2",
            following="Normal",
        )
        + paragraph_style(
            "AnnexMark",
            "Annex Mark",
            f"<w:keepNext/><w:pageBreakBefore/>{spacing(0, 200)}{corner}",
            following="AnnexTitle",
        )
        + paragraph_style(
            "AnnexOf",
            "Annex Of",
            f"<w:keepNext/>{spacing(0, 0)}{corner}",
            following="AnnexTitle",
        )
        + paragraph_style(
            "AnnexTitle",
            "Annex Title",
            f'{spacing(0, 240)}<w:jc w:val="center"/>',
            based_on="HeadingPlain1",
            following="Normal",
        )
    )


def _clause_styles(look: Look) -> str:
    hanging = look.numbered
    return paragraph_style(
        "Clause", "Clause", hanging, following="BodyText"
    ) + paragraph_style(
        "Subclause",
        "Subclause",
        '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>' + hanging,
        following="BodyText",
    )


def _character_styles(look: Look) -> str:
    return (
        character_style(
            "Hyperlink",
            "Hyperlink",
            f'<w:color w:val="{look.ink}"/><w:u w:val="single"/>',
            own=False,
        )
        + character_style(
            "InlineCode", "Inline Code", f"{fonts(look.code_font)}<w:noProof/>"
        )
        + character_style(
            "Missing",
            "Missing",
            '<w:b/><w:bCs/><w:u w:val="wave"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{look.missing_fill}"/>',
        )
    )


def _table_style(look: Look) -> str:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{look.rule}"'
    between = f"<w:insideH {rule}/>" if look.ruled else ""
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
        f"<w:tblPr><w:tblBorders>{between}</w:tblBorders></w:tblPr></w:style>"
    )
