"""Words that drawn regulations are made of: readable first, nasty where asked."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from hypothesis import strategies as st

from salesreg.shapes import shape_of
from salesreg.values.amounts import COUNTED, CURRENCY, Unit
from salesreg.values.calendar import Country, TimeZone

TITLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ru": (
            "Отдел продаж", "Менеджер", "Руководитель отдела", "Первый звонок",
            "Встреча с клиентом", "Договор подписан", "Коммерческое предложение",
            "Входящая заявка", "Сумма сделки", "Новые клиенты", "Выручка",
            "Оплата получена", "Телефон", "Повторные продажи", "Акт сверки",
            "План на месяц", "Отчёт за неделю", "Передача клиента",
            "Согласование скидки", "Обучение новичков",
            "Отказ", "Бюджет не подтверждён",
        ),
        "en": (
            "Sales department", "Manager", "Head of sales", "First call",
            "Meeting with the client", "Contract signed", "Quotation",
            "Incoming request", "Deal amount", "New clients", "Revenue",
            "Payment received", "Telephone", "Repeat sales", "Statement of account",
            "Monthly plan", "Weekly report", "Client handover",
            "Discount approval", "Training of newcomers", "Refusal", "No budget",
        ),
    }
)  # fmt: skip
"""One-line texts by language; the first is what shrinking ends at."""

SENTENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "ru": (
            "Менеджер звонит клиенту.",
            "Все звонки записываются в CRM.",
            "Скидку больше 10 % согласует руководитель.",
            "Клиент получает ответ в тот же день — даже если ответа по сути ещё нет.",
            "Договор подписывают обе стороны.\nКопия хранится в карточке сделки.",
            "Нужны:\n\n- название компании;\n- контактное лицо;\n- бюджет.",
            "Сделка без следующего шага считается **брошенной**.",
            "Встреча проводится по понедельникам в 10:00.",
            "Условия — в «Положении о скидках», п. 3.2.",
            "Премия не выплачивается, если оплата не поступила.",
        ),
        "en": (
            "The manager calls the client.",
            "Every call is logged in the CRM.",
            "A discount above 10% is approved by the head of sales.",
            "The client is answered the same day, even if there is no news yet.",
            "Both sides sign the contract.\nA copy is kept with the deal.",
            "Needed:\n\n- name of the company;\n- contact person;\n- budget.",
            "A deal without a next step counts as **abandoned**.",
            "The meeting is held on Mondays at 10:00.",
            "For terms see the “Discount policy”, clause 3.2.",
            "No bonus is paid before the payment arrives.",
        ),
    }
)
"""CommonMark texts by language; the first is what shrinking ends at."""

NASTY_LINES = (
    "*звёздочки* и _подчёркивания_ **и** __ещё__", "# не заголовок", "- не список",
    "1. не список", "1986\\. A great season", "> не цитата", "| a | b |", "---", "===",
    "`код", "[ссылка](http://example.org/?a=1&b=2 'x')", "![рисунок](x.png)",
    "<b>не жирный</b>", "<script>alert(1)</script>",
    "<!-- примечание -->", "&amp;&#35;",
    "a\\", "\\*", "~~~", "://",
    "http://example.org", "{{ 1 + 1 }}", "${HOME}", "%s %d {}",
    "no", "null", "~", "10:30", "1e3", "0x1F", "2026-01-01", "on: off", "? key", "!tag",
    "&anchor", "*alias", "@at", "%TAG", "'",
    '"', "''' \"\"\"", "#", "a #b", "a: b", "- ",
    "=SUM(A1:A9)", "'; DROP TABLE deals; --", "../../etc/passwd", " пробелы по краям ",
    "два  пробела", "неразрывный\u00a0пробел",
    "узкий\u202fпробел", "мягкий\u00adперенос",
    "\u200bнулевая\u200bширина", "\ufeffс меткой", "é = e\u0301",
    "й = и\u0306", "ﬁ", "ß ẞ İ ı",
    "👩‍👩‍👧 семья", "🇷🇺", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "שלום (עולם)", "\u202eнаоборот\u202c", "٣٤",
    "漢字かな", "Ǆ", "\u0301", "\U0010fffd", "\ufffd", "х" * 300, "W" * 299 + "."
)  # fmt: skip
"""Texts that are allowed, and that careless readers and writers get wrong."""

NASTY_PROSE = (
    *NASTY_LINES,
    "\nпустая строка до и после\n", "a\n\n\n\nb", "a  \nb", "a\\\nb", "\tотступ",
    "    код\n\n    ещё код", "```\nне закрыт", "- a\n  - b\n    - c\n\n      текст",
    "1. a\n1. b\n10) c", "> a\n>> b", "a\n===",
    "a\n---\nb", "***", "| a |\n|---|\n| b |",
    "[1]: http://example.org\n\n[1]", "строка\u2028строка",
    "абзац\u2029абзац", "---\na: 1\n...",
    "слово " * 400 + "конец.",
)  # fmt: skip
"""The same for CommonMark of several lines."""


def _regex(annotation: object) -> str:
    (constraint,) = shape_of(annotation).constraints
    return str(getattr(constraint, "regex", ""))


FORMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        CURRENCY: ("RUB", "USD", "EUR", "KZT", "JPY", "KWD"),
        _regex(Unit): ("deals", "%", "RUB", "calls", "points", "USD", "JPY", "u-2_x"),
        COUNTED: ("deals", "calls", "points"),
        _regex(Country): ("RU", "KZ", "BY", "US", "DE"),
        _regex(TimeZone): (
            "Europe/Moscow", "Asia/Yekaterinburg", "UTC", "Asia/Kathmandu",
            "America/New_York", "America/Argentina/Buenos_Aires", "Etc/GMT+3",
        ),
    }
)  # fmt: skip
"""Examples of a form, by its regular expression."""

_LINE = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"
)
ANY_LINE = st.text(_LINE, max_size=20)
"""Any characters that one line may hold; a visible one is still to be added."""

ANY_PROSE = st.text(st.one_of(_LINE, st.sampled_from("\n\t\u2028\u2029")), max_size=30)
"""Any characters that CommonMark may hold; a visible one is still to be added."""
