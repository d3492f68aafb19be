"""The looks of GOST R 7.0.97, the Russian standard for papers of organisations.

The standard is recommended, not binding. What it leaves open is chosen here: a
size of 13 points out of 12 to 14, and a left margin of 30 mm, which papers want
that are kept for more than ten years.
"""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from salesreg.export.docx.look import Look, twips

EDITION_OF_2025 = dt.date(2025, 8, 18)
"""From this day GOST R 7.0.97-2025 is in force, before it GOST R 7.0.97-2016."""

_BLACK = "000000"

_EDITION_2016 = Look(
    margin_left=twips(30),
    margin_right=twips(10),
    margin_top=twips(20),
    margin_bottom=twips(20),
    header_distance=twips(10),
    text_size=26,
    heading_sizes=(28, 26),
    title_size=28,
    table_size=22,
    caption_size=24,
    small_size=22,
    indent=0,
    first_line=twips(12.5),
    line=276,
    after=60,
    bullets=("\u2013", "\u2013"),
    page_number="head",
    stamp_width=twips(75),
    ruled=False,
    captions=True,
    annexed=True,
    visas=True,
    ink=_BLACK,
    quiet=_BLACK,
    rule=_BLACK,
    header_fill="FFFFFF",
    stage_fill="F2F2F2",
)


def gost(day: dt.date | None) -> Look:
    """The look for a paper of a day; of the newest edition when it has none.

    >>> gost(dt.date(2025, 8, 17)).stamp_width == twips(75)
    True
    >>> gost(None).stamp_width == twips(80)
    True
    """
    if day is not None and day < EDITION_OF_2025:
        return _EDITION_2016
    # The longest line of a block in the corner was 75 mm.
    return evolve(_EDITION_2016, stamp_width=twips(80))
