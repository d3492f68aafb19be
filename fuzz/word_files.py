"""Fuzz the reader of Word files: broken and hostile packages, made at random.

nice python fuzz/word_files.py --minutes 10 [--seed 1]

Each file must be read, or refused with a `LoadError`, within a second; anything
else is printed with the number that makes it again, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import resource
import sys
import time
import traceback
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import salesreg as sr
from salesreg.model.regulation import Regulation

SECONDS = 1.0
"""How long a file may take, on a processor of its own."""
MEGABYTES = 200
"""How much memory the whole process may have taken at most, beyond its start."""

Members = list[tuple[str, bytes]]


def regulation() -> Regulation:
    """A small regulation with something of each kind."""
    return sr.from_dict(
        {
            "format": "salesreg/1",
            "key": "rules",
            "title": "Регламент",
            "language": "ru",
            "revision": {"number": "1.0", "in_force_from": "2026-01-12"},
            "roles": [
                {"key": "a", "title": "Менеджер", "rights": ["Звонит.", "*Пишет*."]},
                {"key": "b", "title": "Руководитель", "headcount": 2},
            ],
            "stages": [
                {"key": "new", "title": "Новая", "kind": "initial", "owner": "a"},
                {"key": "won", "title": "Договор", "kind": "won"},
            ],
            "kpis": [{"key": "plan", "title": "План", "target": "1500000 RUB"}],
        }
    )


def members_of(data: bytes) -> Members:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def packed(members: Members) -> bytes:
    """A package of parts; names may come twice."""
    file = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name, data in members:
            archive.writestr(name or " ", data)
    return file.getvalue()


_TAG = re.compile(rb"<[^>]*>")
_PIECES = (
    b"<w:p/>",
    b"<w:tbl/>",
    b"<w:sdt/>",
    b"<w:r><w:t>x</w:t></w:r>",
    b'<w:bookmarkStart w:id="1" w:name="sv_0000000000000000"/>',
    b'<w:bookmarkEnd w:id="1"/>',
    b'<w:fldChar w:fldCharType="begin"/>',
    b'<w:fldChar w:fldCharType="end"/>',
    b'<w:ins w:author="a" w:date="never"><w:r><w:t>y</w:t></w:r></w:ins>',
    b"<w:del><w:r><w:delText>z</w:delText></w:r></w:del>",
    b'<w:sym w:char="D800"/>',
    b"<!-- c -->",
    b"<!DOCTYPE a>",
    b"<?pi?>",
    b"<![CDATA[&]]>",
    b"&#0;",
    b"&amp;",
    b"&x;",
    b"\xff\xfe",
    b"\x00",
    b"<a>" * 300,
    b"<w:p>" * 40,
)


def tags(data: bytes, dice: random.Random) -> bytes:
    """XML with tags left out, doubled, swapped, and pieces put in."""
    found = [match.span() for match in _TAG.finditer(data)]
    if not found:
        return data
    for _ in range(dice.randint(1, 4)):
        start, end = dice.choice(found)
        match dice.randrange(4):
            case 0:
                data = data[:start] + data[end:]
            case 1:
                data = data[:end] + data[start:end] + data[end:]
            case 2:
                data = data[:end] + dice.choice(_PIECES) + data[end:]
            case _:
                other, last = dice.choice(found)
                data = data[:start] + data[other:last] + data[end:]
    return data


def flips(data: bytes, dice: random.Random) -> bytes:
    """Bytes with some of them changed, cut out or cut off."""
    made = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        if not made:
            break
        place = dice.randrange(len(made))
        match dice.randrange(4):
            case 0:
                made[place] ^= 1 << dice.randrange(8)
            case 1:
                made[place] = dice.randrange(256)
            case 2:
                del made[place : place + dice.randint(1, 50)]
            case _:
                made[place:place] = dice.randbytes(dice.randint(1, 20))
    return bytes(made)


def parts(members: Members, dice: random.Random) -> Members:
    """Parts left out, doubled, renamed, swapped or blown up."""
    made = list(members)
    place = dice.randrange(len(made))
    name, data = made[place]
    match dice.randrange(6):
        case 0:
            del made[place]
        case 1:
            made.append(made[place])
        case 2:
            names = ("/etc/passwd", "../x.xml", "C:\\x", name.upper(), "", "word/")
            made[place] = (dice.choice(names), data)
        case 3:
            made[place] = (name, dice.choice(made)[1])
        case 4:
            made[place] = (name, data + b" " * dice.choice((10, 10**6, 3 * 10**7)))
        case _:
            made[place] = (name, b"<a>" * dice.choice((10, 10**5)) + data)
    return made


def attempt(number: int, files: list[bytes]) -> bytes:
    """Make the file with a number."""
    dice = random.Random(number)  # noqa: S311 - no secret
    data = dice.choice(files)
    kind = dice.randrange(10)
    if kind < 2:
        return flips(data, dice)
    members = members_of(data)
    if kind < 4:
        return packed(parts(members, dice))
    change = tags if kind < 8 else flips
    xml = [place for place, (name, _) in enumerate(members) if "." in name]
    for place in dice.sample(xml, dice.choice((1, 1, 1, 2))):
        name, inner = members[place]
        members[place] = (name, change(inner, dice))
    return packed(members)


def outcome(data: bytes, read: Callable[[bytes], object]) -> str:
    """What becomes of a file: "read", "refused", or what went wrong."""
    begin = time.process_time()
    try:
        read(data)
        said = "read"
    except sr.LoadError as error:
        said = "refused" if error.problems else "refused without a problem"
    except BaseException:  # noqa: BLE001 - everything else is what is looked for
        said = traceback.format_exc()
    spent = time.process_time() - begin
    return said if spent < SECONDS else f"took {spent:.1f} s ({said[:40]})"


def main() -> int:
    """Fuzz for some minutes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    base = regulation()
    files = [base.to_docx(), base.to_docx(embed=False), base.to_docx(style="gost")]
    readers: list[Callable[[bytes], object]] = [
        lambda data: sr.loads(data, format="docx"),
        sr.read_edits,
        lambda data: sr.read_edits(data, base=base),
    ]
    for read in readers:
        read(files[0])
    start = _megabytes()
    until = time.monotonic() + 60 * asked.minutes
    counts: dict[str, int] = {}
    number, wrong = asked.seed * 10**9, 0
    while time.monotonic() < until:
        number += 1
        data = attempt(number, files)
        for read in readers:
            said = outcome(data, read)
            if said not in {"read", "refused"}:
                wrong += 1
                Path(f"fuzz-{number}.docx").write_bytes(data)
                print(f"{number}: {said}", file=sys.stderr)
                said = "wrong"
            counts[said] = counts.get(said, 0) + 1
    grown = _megabytes() - start
    print(f"{number - asked.seed * 10**9} files: {counts}; {grown:.0f} MB more memory")
    return 1 if wrong or grown > MEGABYTES else 0


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
