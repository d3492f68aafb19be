"""The styles of the blocks under a clause, of figures and of the first page."""

from __future__ import annotations

from salesreg.export.docx.look import Look
from salesreg.export.docx.style import fonts, paragraph_style, size, spacing


def block_styles(look: Look) -> str:
    """Paragraphs, lists, quotations, code, tables and captions."""
    body = f'<w:ind w:left="{look.indent}"/>'
    running = f'<w:ind w:left="{look.indent}" w:firstLine="{look.first_line}"/>'
    bar = f'w:val="single" w:sz="18" w:space="10" w:color="{look.rule}"'
    code = (
        f'<w:keepLines/><w:shd w:val="clear" w:color="auto" w:fill="{look.code_fill}"/>'
        f"<w:suppressAutoHyphens/>{spacing(60, 160)}{body}"
        '<w:jc w:val="left"/>'
    )
    return (
        paragraph_style("BodyText", "Body Text", running, own=False)
        + paragraph_style(
            "ListParagraph",
            "List Paragraph",
            spacing(0, look.after // 3, look.line),
            own=False,
        )
        + paragraph_style(
            "Quote",
            "Quote",
            f"<w:pBdr><w:left {bar}/></w:pBdr>"
            f'<w:ind w:left="{look.quote_indent}" w:right="{look.list_step}"/>',
            "<w:i/><w:iCs/>",
            own=False,
        )
        + paragraph_style(
            "CodeBlock",
            "Code Block",
            code,
            f"{fonts(look.code_font)}<w:noProof/>{size(look.small_size)}",
        )
        + paragraph_style(
            "TableText",
            "Table Text",
            f'{spacing(30, 30)}<w:jc w:val="left"/>',
            size(look.table_size),
        )
        + paragraph_style(
            "TableHead",
            "Table Head",
            f"<w:keepNext/>{spacing(50, 50)}",
            "<w:b/><w:bCs/>",
            based_on="TableText",
        )
        + paragraph_style(
            "TableGap",
            "Table Gap",
            '<w:spacing w:before="0" w:after="60" w:line="120" w:lineRule="exact"/>',
            size(8),
        )
        + paragraph_style(
            "SectionEnd",
            "Section End",
            '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            size(2),
        )
        + paragraph_style(
            "Caption",
            "caption",
            f'<w:keepNext/><w:keepLines/>{spacing(160, 80)}<w:jc w:val="left"/>',
            size(look.caption_size),
            own=False,
        )
    )


def figure_styles(look: Look) -> str:
    """A drawing, the words in it and below it."""
    return (
        paragraph_style(
            "Figure",
            "Figure",
            f'<w:keepNext/>{spacing(160, 60)}<w:jc w:val="center"/>',
        )
        + paragraph_style(
            "FigureWords",
            "Figure Words",
            f'{spacing(160, 60)}<w:jc w:val="left"/>',
        )
        + paragraph_style(
            "FigureCaption",
            "Figure Caption",
            f'<w:keepNext w:val="0"/>{spacing(0, 200)}<w:jc w:val="center"/>',
            based_on="Caption",
        )
        + paragraph_style(
            "FigureLegend",
            "Figure Legend",
            f'<w:keepNext/>{spacing(0, 20)}<w:jc w:val="center"/>',
            f'<w:color w:val="{look.quiet}"/>{size(look.small_size)}',
        )
        + paragraph_style(
            "FigureTitle",
            "Figure Title",
            f'{spacing(0, 0)}<w:jc w:val="center"/>',
            f"{fonts(look.figure_font)}<w:b/><w:bCs/>{size(17)}",
        )
        + paragraph_style(
            "FigureNote",
            "Figure Note",
            f'{spacing(0, 0)}<w:jc w:val="center"/>',
            f"{fonts(look.figure_font)}{size(15)}",
        )
    )


def front_styles(look: Look) -> str:
    """The first page: stamp, title, requisites, contents."""
    stamp = look.text_width - look.stamp_width
    line = f'w:val="single" w:sz="12" w:space="8" w:color="{look.ink}"'
    rule = f"<w:pBdr><w:bottom {line}/></w:pBdr>" if look.ruled else ""

    def contents(level: int, left: int, before: int, after: int) -> str:
        number = look.number_column
        return paragraph_style(
            f"TOC{level}",
            f"toc {level}",
            f'<w:tabs><w:tab w:val="left" w:pos="{left + number}"/>'
            f'<w:tab w:val="right" w:leader="dot" w:pos="{look.text_width}"/></w:tabs>'
            f"{spacing(before, after)}"
            f'<w:ind w:left="{left + number}" '
            f'w:hanging="{number}"/><w:jc w:val="left"/>',
            own=False,
        )

    return (
        paragraph_style(
            "Organisation",
            "Organisation",
            f'{spacing(0, 20)}<w:jc w:val="center"/>',
        )
        + paragraph_style(
            "Approval",
            "Approval",
            f'<w:keepNext/>{spacing(0, 30)}<w:ind w:left="{stamp}"/>'
            '<w:jc w:val="left"/>',
        )
        + paragraph_style(
            "DocumentKind",
            "Document Kind",
            f'<w:keepNext/>{spacing(900, 100)}<w:jc w:val="center"/>',
            f'<w:caps/><w:spacing w:val="40"/>{size(look.heading_sizes[1])}',
        )
        + paragraph_style(
            "Title",
            "Title",
            f"<w:keepNext/><w:keepLines/>{rule}"
            f'<w:suppressAutoHyphens/>{spacing(0, 320)}<w:jc w:val="center"/>',
            f"<w:b/><w:bCs/>{size(look.title_size)}",
            own=False,
        )
        + paragraph_style(
            "Requisite",
            "Requisite",
            f'{spacing(30, 30)}<w:jc w:val="left"/>',
        )
        + paragraph_style(
            "RequisiteLabel",
            "Requisite Label",
            "",
            f'<w:color w:val="{look.quiet}"/>',
            based_on="Requisite",
        )
        + paragraph_style(
            "VisaHeading",
            "Visa Heading",
            f'<w:keepNext/>{spacing(480, 120)}<w:jc w:val="left"/>',
            "<w:caps/>",
        )
        + paragraph_style(
            "Visa",
            "Visa",
            f'<w:keepNext/>{spacing(120, 120)}<w:jc w:val="left"/>',
            size(look.table_size),
        )
        + paragraph_style(
            "TOCHeading",
            "TOC Heading",
            f'<w:keepNext/>{spacing(480, 160)}<w:jc w:val="left"/>',
            f"<w:b/><w:bCs/>{size(look.heading_sizes[0])}",
            own=False,
        )
        + contents(1, 0, 60, 30)
        + contents(2, look.number_column, 0, 20)
    )
