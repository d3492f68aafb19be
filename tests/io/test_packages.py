"""Packages of strangers: every broken or hostile one is refused, and says why."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import salesreg as sr
from salesreg.io.limits import HIGHEST_RATIO, MOST_MEMBERS
from salesreg.model.regulation import Regulation

BASE = Regulation(key="r", title="Регламент")
BODY = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def members() -> dict[str, bytes]:
    """The parts of a sound file."""
    with zipfile.ZipFile(io.BytesIO(BASE.to_docx())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(
    parts: list[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A package of parts."""
    file = io.BytesIO()
    with (
        warnings.catch_warnings(action="ignore"),
        zipfile.ZipFile(file, "w", compression) as archive,
    ):
        for name, data in parts:
            archive.writestr(name, data)
    return file.getvalue()


def with_part(name: str, data: bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A sound file with another part in it, or a part replaced."""
    return packed(list({**members(), name: data}.items()), compression)


def body(inner: str, before: str = "", root: str = f"w:document {W}") -> bytes:
    """A file with another body."""
    text = f"{before}<{root}><w:body>{inner}</w:body></w:document>"
    return with_part(BODY, text.encode())


def embedded(old: str, new: str) -> bytes:
    """A file whose embedded regulation was changed by hand."""
    item = members()["customXml/item1.xml"].decode()
    assert old in item
    return with_part("customXml/item1.xml", item.replace(old, new).encode())


def patched(at: int, what: bytes) -> bytes:
    """A file with other bytes in the entry of its body in the directory."""
    data = bytearray(BASE.to_docx())
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(BODY.encode())) + at
    data[start : start + len(what)] = what
    return bytes(data)


def many() -> bytes:
    """A file of more parts than are read."""
    return packed([(f"x/{n}.xml", b"") for n in range(MOST_MEMBERS + 1)])


def outside(target: str, kind: str = "officeDocument") -> bytes:
    """A file whose document is somewhere else."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="a" Type="x/{kind}" Target="{target}" '
        'TargetMode="External"/></Relationships>'
    )
    return with_part("_rels/.rels", relation.encode())


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BILLION = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    + "]>"
)
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is empty"),
    "a text": (lambda: b"hello", "it is no ZIP file"),
    "html": (lambda: b"<html></html>", "is an XML or HTML file"),
    "rtf": (lambda: b"{\\rtf1}", "is an RTF file"),
    "old Word": (lambda: OLE, "old Word format (.doc)"),
    "with a password": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "is encrypted with a password",
    ),
    "cut off": (lambda: BASE.to_docx()[:-30], "is a broken ZIP file"),
    "cut in half": (lambda: BASE.to_docx()[:9000], "is a broken ZIP file"),
    "only a signature": (lambda: b"PK\x03\x04", "is a broken ZIP file"),
    "no document": (lambda: packed([("a.xml", b"<a/>")]), "is no Office document"),
    "part twice": (
        lambda: packed([*members().items(), (BODY, b"<a/>")]),
        "more than once",
    ),
    "part twice in another case": (
        lambda: packed([*members().items(), ("word/DOCUMENT.xml", b"<a/>")]),
        "more than once",
    ),
    "absolute name": (lambda: with_part("/etc/passwd", b""), "unsafe name"),
    "name that climbs": (lambda: with_part("../../x.xml", b""), "unsafe name"),
    "name of a drive": (lambda: with_part("C:/x.xml", b""), "unsafe name"),
    "bomb": (
        lambda: with_part("word/media/a.png", bytes(60_000_000)),
        f"more than {HIGHEST_RATIO} times",
    ),
    "many parts": (many, "parts; at most"),
    "encrypted part": (lambda: patched(8, b"\x01\x00"), "is encrypted"),
    "size that lies": (
        lambda: patched(24, struct.pack("<I", 900_000_000)),
        "unpacks to more than",
    ),
    "unknown compression": (lambda: patched(10, b"\x63\x00"), "cannot be unpacked"),
    "large part": (
        lambda: with_part(BODY, b"<a>" + bytes(21_000_000), zipfile.ZIP_STORED),
        "is too large",
    ),
    "many tags": (
        lambda: with_part(BODY, b"<a>" + b"<b/>" * 700_000, zipfile.ZIP_STORED),
        "tags and fields",
    ),
    "as many tags as are read": (
        lambda: with_part(BODY, b"<a>" + b"<b/>" * 590_000, zipfile.ZIP_STORED),
        "is no XML",
    ),
    "deep": (lambda: body("<w:p>" * 5_000), "is no XML"),
    "not XML": (lambda: with_part(BODY, b"<w:document"), "is no XML"),
    "bytes of no text": (lambda: with_part(BODY, b"\xff\xfe<\x00a\x00"), "UTF-8"),
    "another encoding": (
        lambda: body("", '<?xml version="1.0" encoding="utf-7"?>'),
        "is not in UTF-8",
    ),
    "entities": (lambda: body("<w:p>&a8;</w:p>", BILLION), "a document type"),
    "file as entity": (
        lambda: body("&x;", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "a document type",
    ),
    "unknown entity": (lambda: body("&nbsp;"), "is no XML"),
    "comment": (lambda: body("<!-- a -->"), "a comment"),
    "instruction": (lambda: body("<?a b?>"), "an instruction"),
    "strict": (
        lambda: with_part(
            BODY,
            b'<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
        ),
        "is a Strict Open XML document",
    ),
    "a sheet": (lambda: with_part(BODY, b"<workbook/>"), "is no text document"),
    "document elsewhere": (
        lambda: outside("http://127.0.0.1:9/x.xml"),
        "is no Office document",
    ),
    "embedding changed": (
        lambda: embedded("Регламент", "Другой"),
        "is not what was written",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_is_refused_with_a_reason(name: str) -> None:
    """A hostile or broken file is refused, and what is wrong with it is told."""
    make, reason = HOSTILE[name]
    data = make()
    with pytest.raises(sr.LoadError) as caught:
        sr.read_edits(data)
    assert reason in str(caught.value)


@pytest.mark.parametrize("name", ["cut off", "bomb", "absolute name", "part twice"])
def test_loading_refuses_too(name: str, tmp_path: Path) -> None:
    """`load` refuses the same files, and says which file it was."""
    path = tmp_path / "rules.docx"
    path.write_bytes(HOSTILE[name][0]())
    with pytest.raises(sr.LoadError) as caught:
        sr.load(path)
    assert str(path) in str(caught.value)


def test_a_folder_is_no_package(tmp_path: Path) -> None:
    """A folder with the name of a Word file is no Word file."""
    path = tmp_path / "rules.docx"
    path.mkdir()
    for read in (sr.load, sr.read_edits):
        with pytest.raises(sr.LoadError):
            read(path)


def test_what_nobody_reads_may_be_anything() -> None:
    """Parts that are not read, such as pictures, are not looked into."""
    data = with_part("word/media/a.bin", b"<!DOCTYPE a>")
    assert BASE == sr.loads(data, format="docx")


def test_a_second_embedding_is_refused() -> None:
    """Two regulations in one file are no answer to which one it is."""
    other = Regulation(key="r", title="Другой").to_docx()
    with zipfile.ZipFile(io.BytesIO(other)) as archive:
        item = archive.read("customXml/item1.xml")
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(with_part("customXml/item9.xml", item), format="docx")
    assert ["broken-embedding"] == [one.code for one in caught.value.problems]


def test_the_embedding_is_found_by_its_root() -> None:
    """Another program may give the part another name."""
    parts = members()
    moved = {
        name.replace("customXml/item1.xml", "customXml/item7.xml"): data
        for name, data in parts.items()
        if "itemProps" not in name and "item1.xml.rels" not in name
    }
    assert BASE == sr.loads(packed(list(moved.items())), format="docx")


def test_a_problem_inside_the_embedding_names_its_path() -> None:
    """A regulation that a later version wrote is refused with its problems."""
    from salesreg.io.embedding import digest

    item = members()["customXml/item1.xml"].decode()
    old = '{"format":"salesreg/1","key":"r","title":"Регламент"}'
    new = '{"format":"salesreg/1","key":"r","titel":"Регламент"}'
    item = item.replace(old, new).replace(digest(old), digest(new))
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(with_part("customXml/item1.xml", item.encode()), format="docx")
    assert "/titel" in [problem.path for problem in caught.value.problems]


def test_leaving_it_out_leaves_nothing() -> None:
    """Without embedding, the file has no custom part and no word of the dict form."""
    with zipfile.ZipFile(io.BytesIO(BASE.to_docx(embed=False))) as archive:
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names)
    assert [] == [name for name in names if name.startswith("customXml")]
    assert b"salesreg/1" not in text
    with pytest.raises(sr.LoadError) as caught:
        sr.loads(BASE.to_docx(embed=False), format="docx")
    assert ["no-embedding"] == [one.code for one in caught.value.problems]
