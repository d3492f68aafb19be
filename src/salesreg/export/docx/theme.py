"""The theme part: Word expects one, though no style here refers to it."""

from __future__ import annotations

from salesreg.export.docx.look import Look
from salesreg.export.docx.markup import DECLARATION

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml(look: Look) -> str:
    """The whole of `theme1.xml`: the look's fonts and one restrained palette."""
    colours = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": look.ink,
        "lt2": look.header_fill,
        "accent1": look.ink,
        "accent2": look.rule,
        "accent3": look.quiet,
        "accent4": "7A8B6F",
        "accent5": "A0714F",
        "accent6": "8A5A6B",
        "hlink": look.ink,
        "folHlink": look.quiet,
    }
    palette = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in colours.items()
    )
    faces = "".join(
        f'<a:{place}Font><a:latin typeface="{look.text_font}"/>'
        f'<a:ea typeface=""/><a:cs typeface=""/></a:{place}Font>'
        for place in ("major", "minor")
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_MAIN}" name="salesreg"><a:themeElements>'
        f'<a:clrScheme name="salesreg">{palette}</a:clrScheme>'
        f'<a:fontScheme name="salesreg">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="salesreg"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )
