"""What the checks of wording read in words, and what they must not."""

from __future__ import annotations

import json

import pytest

import salesreg as sr
from salesreg.checks.examples import alone
from salesreg.model.regulation import Language
from tests.checks.base import run

NBSP = "\u00a0"


def found(text: str, code: str) -> list[str]:
    """Return where a check fires on a piece of YAML."""
    return [one.path for one in run(alone(text), code)]


def quoted(text: str) -> str:
    """Return a text as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Своевременно отвечает клиентам", True),
        ("Отвечает в\u00a0кратчайшие  сроки", True),
        ("ОПЕРАТИВНО отвечает", True),
        ("Обеспечивает своевременную отгрузку", True),
        ("Ведёт оперативные совещания", False),
        ("Отвечает как можно скорее, до конца рабочего дня", False),
        ("Оперативно отвечает, за 30 минут", False),
        ("Быстро отвечает в среднем ценовом сегменте", True),
        ("Знает системы быстрого счёта", False),
        ("Answers ASAP", True),
        ("Sends the monthly report promptly", True),
        ("Answers promptly, within an hour", False),
        ("Answers immediately", False),
    ],
)
def test_vague(text: str, fires: bool) -> None:
    """Vague words count in whole, in any case, unless a time or number is there."""
    duty = f"roles: [{{key: a, title: A, duties: [{{text: {quoted(text)}}}]}}]"
    assert fires == bool(found(duty, "TXT01"))


@pytest.mark.parametrize(
    ("report", "fires"),
    [
        ("key: weekly, title: W, every: {every: week}", False),
        (
            (
                "key: weekly, title: W, deadline: {trigger: {kind: deal_created},"
                " limit: {kind: in, duration: 2 h}}"
            ),
            False,
        ),
        ("key: weekly, title: W", True),
        ("key: other, title: W, every: {every: week}", True),
    ],
)
def test_vague_duty_with_a_report(report: str, fires: bool) -> None:
    """A duty is exact when a report that has its time shows it."""
    text = f"""
    roles:
    - key: a
      title: A
      duties:
      - {{text: Answers promptly, kpi: exact}}
      - {{text: Answers promptly, report: weekly}}
      - {{text: Calls promptly, kpi: nothing}}
    kpis: [{{key: exact, title: E, unit: minutes, target: 15 minutes}}]
    reports: [{{{report}}}]
    """
    places = ["/roles/0/duties/1/text"] * fires + ["/roles/0/duties/2/text"]
    assert places == found(text, "TXT01")


@pytest.mark.parametrize("field", ["limit: 2 h", "deadline: null"])
def test_vague_step(field: str) -> None:
    """The limit of a step makes its vague words exact, its absence does not."""
    step = f"{{key: call, title: Call promptly, {field}}}"
    text = f"procedures: [{{key: a, title: A, steps: [{step}]}}]"
    expected = [] if field.startswith("limit") else ["/procedures/0/steps/0/title"]
    assert expected == found(text, "TXT01")


@pytest.mark.parametrize(
    "text",
    [
        "strategy: {summary: We answer promptly}",
        "terms: [{key: sla, title: SLA, definition: Answering promptly}]",
        "roles: [{key: a, title: A, purpose: Answers promptly}]",
        "scope: {purpose: Клиентам отвечают своевременно}",
        "kpis: [{key: a, title: A, text: How promptly calls are answered}]",
    ],
)
def test_vague_elsewhere(text: str) -> None:
    """What tells and does not bind may be vague."""
    assert [] == found(text, "TXT01")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("отчёт сдаётся до пятницы", True),
        ("Отчет сдается руководителю", True),
        ("отчёт сдаётся менеджером до пятницы", False),
        ("Необходимо срочно связаться с поставщиком", True),
        ("Менеджеру необходимо связаться с поставщиком", False),
        ("Кредитному контролёру нужно сверить долг", False),
        ("Связаться с клиентом", False),
        ("Если необходимо сверить долг, позвонить", False),
        ("План следует из прошлого года", False),
        ("The report is submitted by Friday", True),
        ("The report is submitted by the manager", False),
        ("The report is submitted to the director", True),
        ("Call when the report is submitted", False),
        ("The price is final", False),
    ],
)
def test_subject(text: str, fires: bool) -> None:
    """A task names a doer in a field or in words, or it is not a passive duty."""
    task = f"plans: [{{key: a, title: A, actions: [{{title: {quoted(text)}}}]}}]"
    role = "\nroles: [{key: c, title: Кредитный контролёр}]"
    assert fires == bool(found(task + role, "TXT02"))
    owned = task.replace("title: A, ", "title: A, ").replace("}]}]", ", owner: c}]}]")
    assert [] == found(owned + role, "TXT02")


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        (f"Опоздания и{NBSP}т.{NBSP}д.", True),
        ("Опоздания, грубость и т.п", True),
        ("Грубость и другие нарушения", True),
        ("Грубость и другие.", True),
        ("Грубость к менеджерам и другим отделам", False),
        ("Руководитель и другие сотрудники отдела", False),
        ("Late records, rudeness, etc.", True),
        ("Rudeness and other violations", True),
        ("Rudeness to partners and others", True),
        ("Rudeness to sellers and others at work", False),
        ("Sketch of the deal", False),
    ],
)
def test_open(text: str, fires: bool) -> None:
    """A list is open by «и т. д.» and its like, not by every «другие»."""
    ground = f"{{key: a, title: A, measure: remark, grounds: [{quoted(text)}]}}"
    assert fires == bool(found(f"sanctions: [{ground}]", "TXT03"))


@pytest.mark.parametrize(
    ("duties", "fires"),
    [
        (("Должен звонить", "Рекомендуется писать"), True),
        (("Обязан звонить", "Следует вести записи"), True),
        (("Должен звонить", "Пишет, как следует"), False),
        (("Должен звонить", "Говорит, что следует делать"), False),
        (("Must call", "Tells what should be done"), False),
        (("Must call", "Shall write"), False),
        (("Should call", "Ought to write"), False),
    ],
)
def test_modals(duties: tuple[str, str], fires: bool) -> None:
    """Only the verbs of the duties themselves are held against each other."""
    texts = ", ".join(f"{{text: {quoted(duty)}}}" for duty in duties)
    role = f"roles: [{{key: a, title: A, duties: [{texts}]}}]"
    assert fires == bool(found(role, "TXT04"))


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("TODO: дописать", True),
        ("Outbound activity: TBD", True),
        ("A to-do list, todo", False),
        ("В XX веке", False),
        ("Премия XX руб.", True),
        ("Премия ХХ\u00a0%", True),
        ("с XX.XX.2026", True),
        ("Размер XXL", False),
        ("Срок [X] дней", True),
        ("- [X] Заявка записана", False),
        ("Премия ____ рублей", True),
        ("До черты\n\n____\n\nпосле черты", False),
        ("Это ___важно___ для всех", False),
        ("Почему???", True),
        ("Почему??", False),
        ("Порог (уточнить у финансов)", True),
        ("Менеджер обязан уточнить (при звонке) бюджет", False),
        ("Lorem  ipsum dolor", True),
    ],
)
def test_placeholder(text: str, fires: bool) -> None:
    """Marks of a draft are found, and what only looks like them is not."""
    assert fires == bool(found(f"text: {quoted(text)}", "TXT05"))


def test_long() -> None:
    """Texts as long as the format allows are read, and nothing is found in them."""
    texts = ["_a" * 10_000, "и " * 10_000, "XX" * 10_000, "[" * 20_000, "ом" * 10_000]
    duties = ", ".join(f"{{text: {quoted(text)}}}" for text in texts)
    tasks = ", ".join(f"{{title: A, text: {quoted(text)}}}" for text in texts)
    text = f"""
        roles: [{{key: a, title: A, duties: [{duties}]}}]
        plans: [{{key: a, title: A, actions: [{tasks}]}}]
        """
    assert [] == [one.path for one in run(alone(text), "TXT")]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_template(language: Language) -> None:
    """The consistent template is clean in both languages."""
    regulation = sr.templates.get("b2b", language=language)
    assert [] == [str(one) for one in run(regulation, "TXT")]


def test_a_sentence_behind_others() -> None:
    """Of the sentences of a text the first that names nobody is told, and no other."""
    text = "Deals matter. If a form is sent, it counts. The plan is submitted to A."
    task = f"{{title: {quoted(text + ' The list is sent.')}, due: 2026-06-30}}"
    (one,) = run(alone(f"goals: [{{key: g, title: G, tasks: [{task}]}}]"), "TXT02")
    assert "The plan is submitted to A" in one.message


@pytest.mark.parametrize(
    ("said", "fires"),
    [
        ("Should say what must be done", True),
        ("If it must be so, should help", False),
        ("Helps", False),
    ],
)
def test_first_word_counts(said: str, fires: bool) -> None:
    """What a duty demands is its first such word; what follows it says of what."""
    duties = f"[{{text: Must read}}, {{text: {quoted(said)}}}]"
    text = f"roles: [{{key: a, title: A, duties: {duties}}}]"
    assert fires == bool(found(text, "TXT04"))
