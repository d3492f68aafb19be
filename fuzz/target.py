"""One fuzz target in a process of its own; `run.py` starts it."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from typing import Literal

import atheris

with atheris.instrument_imports(include=["salesreg", "yaml"]):
    from salesreg.errors import LoadError
    from salesreg.io.dicts import from_dict, to_dict
    from salesreg.io.package import SIGNATURE
    from salesreg.io.texts import dumps, loads

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesreg.model.regulation import Regulation
from salesreg.testing import laws, regulations
from salesreg.testing.mutations import NEAR, Data, mutated

PIECES = (
    "\n", " ", "  ", "\t", ":", ": ", "- ", "-", "#", "&a", "*a", "<<: ", "!!str ", "!",
    "|", ">", "|2-", "'", '"', "\\", "{", "}", "[", "]", ",", "%", "@", "`", "---",
    "...", "? ", "~", "null", "\ufeff", "\u2028", "\x85", "\x00", "\ud800", "\\u0000",
    "\\ud800", "1e400", "0x1F", "1_000", "NaN", "-Infinity", '"key"', "true",
    *NEAR,
)  # fmt: skip
"""What careless hands and hostile ones put into a text."""

wild = settings(
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def spoilt(draw: st.DrawFn, form: Literal["yaml", "json"]) -> str:
    """A text of a small regulation with pieces put in, taken out or doubled."""
    text = dumps(draw(regulations(size="small", texts="nasty")), format=form)
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(st.sampled_from(PIECES) | st.text(max_size=4))
        again = text[start:end] if draw(st.booleans()) else ""
        text = text[:start] + piece + again + text[end:]
    return text


def kept(regulation: Regulation) -> None:
    """What was read is written and read again as it is."""
    laws.round_trip_dict(regulation)
    laws.round_trip_json(regulation)
    laws.round_trip_yaml(regulation)


@wild
@given(st.data())
def a_dict(data: st.DataObject) -> None:
    """Read a dict that is a regulation but for a few places."""
    changed: Data = to_dict(data.draw(regulations(size="small", texts="nasty")))
    for _ in range(data.draw(st.integers(1, 3))):
        changed = data.draw(mutated(changed))
    try:
        regulation = from_dict(changed)
    except LoadError:
        return
    kept(regulation)


@st.composite
def spoilt_package(draw: st.DrawFn) -> bytes:
    """A Word file of a small regulation, one of whose parts is spoilt."""
    package = draw(regulations(size="small", texts="nasty")).to_docx()
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    part = parts[name]
    start = draw(st.integers(0, len(part)))
    end = min(len(part), start + draw(st.integers(0, 200)))
    piece = draw(st.sampled_from(PIECES)).encode("utf-8", "surrogatepass")
    parts[name] = part[:start] + piece + part[end:]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, content in parts.items():
            if other != name or draw(st.integers(0, 9)):
                archive.writestr(other, content)
    return made.getvalue()


@wild
@given(spoilt_package() | st.binary(max_size=200).map(SIGNATURE.__add__))
def a_package(package: bytes) -> None:
    """Read a Word file that is nearly one of ours."""
    try:
        regulation = loads(package, format="docx")
    except LoadError:
        return
    kept(regulation)


def a_text(form: Literal["yaml", "json"]) -> Callable[[bytes], None]:
    """Return the target that reads texts of a format."""

    @wild
    @given(spoilt(form) | st.text(max_size=60))
    def read(text: str) -> None:
        try:
            regulation = loads(text, format=form)
        except LoadError:
            return
        kept(regulation)

    return read.hypothesis.fuzz_one_input  # type: ignore[attr-defined, no-any-return]


def main() -> None:
    """Fuzz the target that is named first; the rest is for libFuzzer."""
    name, *rest = sys.argv[1:]
    targets: dict[str, Callable[[bytes], None]] = {
        "dict": a_dict.hypothesis.fuzz_one_input,  # type: ignore[attr-defined]
        "yaml": a_text("yaml"),
        "json": a_text("json"),
        "docx": a_package.hypothesis.fuzz_one_input,  # type: ignore[attr-defined]
    }
    # Hypothesis takes as many bytes as it needs; libFuzzer starts with few.
    atheris.Setup(
        [sys.argv[0], *rest, "-len_control=0", "-max_len=8192"], targets[name]
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
