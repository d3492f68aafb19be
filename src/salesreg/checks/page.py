"""The page of a check, made from its class: for `explain`, SARIF and the reference."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator

import attrs

from salesreg.checks.check import Check
from salesreg.checks.said import Said
from salesreg.convert.unstructure import plain
from salesreg.model.regulation import Language
from salesreg.shapes import Field, fields_of

_SEVERITIES = {
    "error": Said(en="Error", ru="Ошибка"),
    "warning": Said(en="Warning", ru="Предупреждение"),
    "info": Said(en="Note", ru="Примечание"),
}
_GENERAL = Said(en="always on", ru="включена всегда")
_PACK = Said(en="on with the pack `{pack}`", ru="включается набором `{pack}`")
_DATED = Said(en="needs today's date", ru="нужна сегодняшняя дата")
_MENDED = Said(en="has a safe fix", ru="есть безопасное исправление")
_WHY = Said(en="Why", ru="Почему")
_SAYS = Said(en="What it says", ru="Что сообщает")
_MEND = Said(en="What to do", ru="Что сделать")
_FIX = Said(en="Safe fix", ru="Безопасное исправление")
_THRESHOLDS = Said(en="Thresholds", ru="Пороги")
_WRONG = Said(en="Wrong", ru="Неправильно")
_RIGHT = Said(en="Right", ru="Правильно")


def page(check: type[Check], language: Language) -> str:
    """Return what there is to know of a check, as Markdown.

    Args:
        check: The check.
        language: Language of the page.
    """
    parts = [
        f"# {check.code} {check.name}",
        *_words(check, language, "##"),
        *_examples(check, (language,), "##"),
    ]
    return "\n\n".join(parts) + "\n"


def reference(check: type[Check]) -> str:
    """Return the page of a check in both languages, its examples once."""
    parts = [
        f"# {check.code} {check.name}",
        *_words(check, "en", "##"),
        *_examples(check, ("en", "ru"), "##"),
        "## По-русски",
        *_words(check, "ru", "###"),
    ]
    return "\n\n".join(parts) + "\n"


def traits(check: type[Check], language: Language) -> str:
    """Return how grave a check is, when it runs, and whether it has a fix."""
    parts = [_SEVERITIES[check.severity].plain(language)]
    on = _GENERAL if check.pack == "general" else _PACK
    parts.append(on.filled(language, {"pack": check.pack}))
    if check.dated:
        parts.append(_DATED.plain(language))
    if check.fix:
        parts.append(_MENDED.plain(language))
    return "; ".join(parts) + "."


def _words(check: type[Check], language: Language, mark: str) -> Iterator[str]:
    yield check.summary().plain(language)
    yield traits(check, language)
    yield f"{mark} {_WHY.plain(language)}"
    yield check.why.plain(language)
    yield f"{mark} {_SAYS.plain(language)}"
    yield "\n".join([f"- {said.plain(language)}" for said in messages(check)])
    if check.mend:
        yield f"{mark} {_MEND.plain(language)}"
        yield check.advice(language)
    if check.fix:
        yield f"{mark} {_FIX.plain(language)}"
        yield check.fix.plain(language)
    if fields := thresholds(check):
        yield f"{mark} {_THRESHOLDS.plain(language)}"
        yield "\n".join([_threshold(field) for field in fields])
        sample = [f"{field.name} = {_toml(field)}" for field in fields]
        yield _fenced("toml", [f"[tool.salesreg.checks.{check.code}]", *sample])


def _examples(
    check: type[Check], languages: tuple[Language, ...], mark: str
) -> Iterator[str]:
    for title, examples in ((_WRONG, check.invalid), (_RIGHT, check.valid)):
        if examples:
            yield f"{mark} {' / '.join(title.plain(one) for one in languages)}"
        for example in examples:
            yield _fenced("yaml", textwrap.dedent(example).strip("\n").split("\n"))


def messages(check: type[Check]) -> list[Said]:
    """Return everything that a check may say, its main message first."""
    apart = {"message", "why", "mend", "fix"}
    others = [
        said
        for name, said in vars(check).items()
        if isinstance(said, Said) and name not in apart
    ]
    return [check.message, *others]


def thresholds(check: type[Check]) -> list[Field]:
    """Return the thresholds of a check: its fields."""
    made: type = check
    return list(fields_of(made).values()) if attrs.has(made) else []


def _threshold(field: Field) -> str:
    return f"- `{field.name}` = {_toml(field)}: {field.doc}"


def _toml(field: Field) -> str:
    # What a TOML file writes in the same way as JSON: texts, numbers, flags.
    return json.dumps(plain(field.default), ensure_ascii=False)


def _fenced(language: str, lines: list[str]) -> str:
    return "\n".join([f"```{language}", *lines, "```"])
