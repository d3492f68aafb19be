"""Words and phrases that the checks of wording look for, in both languages.

In every regulation the words of both languages are looked for, for texts mix
them. A space stands for blanks of any kind, a final star for any ending, "е"
also for "ё".
"""

from __future__ import annotations

import re

from salesreg.checks.said import Said

VAGUE = (
    "своевременн*",
    "оперативно",
    "быстро",
    "как можно скорее",
    "как можно быстрее",
    "как можно раньше",
    "по возможности",
    "при возможности",
    "при необходимости",
    "в случае необходимости",
    "по мере необходимости",
    "если необходимо",
    "если нужно",
    "в кратчайшие сроки",
    "в кратчайший срок",
    "в короткие сроки",
    "в ближайшее время",
    "в разумный срок",
    "в разумные сроки",
    "регулярно",
    "периодически",
    "время от времени",
    "as soon as possible",
    "as soon as practicable",
    "as quickly as possible",
    "as early as possible",
    "asap",
    "promptly",
    "quickly",
    "in a timely manner",
    "in a timely fashion",
    "in due time",
    "in due course",
    "within a reasonable time",
    "within reasonable time",
    "in the near future",
    "if necessary",
    "if needed",
    "if required",
    "if possible",
    "when necessary",
    "when needed",
    "where necessary",
    "as necessary",
    "as needed",
    "whenever possible",
    "where possible",
    "as far as possible",
    "regularly",
    "periodically",
    "from time to time",
)
"""Words that stand where a time, a number or a condition belongs."""

TIMES = (
    *("минут*", "час", "часа", "часов", "часу", "день", "дня", "дню", "дней", "днем"),
    *("сутки", "суток", "недел*", "месяц", "месяца", "месяцев", "месяце", "квартал"),
    *("квартала", "кварталов", "квартале", "год", "года", "году", "лет"),
    *("ежедневно", "еженедельно", "ежемесячно", "ежеквартально", "ежегодно"),
    *("понедельник*", "вторник*", "среда", "среду", "среды", "четверг*", "пятниц*"),
    *("процент*", "два", "две", "двух", "три", "трех", "пять", "пяти", "десять"),
    *("minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month"),
    *("months", "quarter", "quarters", "year", "years", "monday", "mondays"),
    *("tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays"),
    *("friday", "fridays", "percent", "per cent", "two", "three", "five", "ten"),
)
"""Words that name a time or a number, and so make a text exact."""

OPEN_SHORT = ("и т. д", "и т. п", "и др", "и пр", "etc")
"""Abbreviations, here without their last dot, that leave a list open."""
OPEN = (
    "и так далее",
    "и тому подобное",
    "и прочее",
    "и другое",
    "и иное",
    "не ограничиваясь",
    "and so on",
    "and so forth",
    "and the like",
    "and suchlike",
    "but not limited to",
    "without limitation",
)
"""Words that leave a list open wherever they stand."""

OPEN_CASES = (
    *("других", "другие", "иных", "иные", "прочих", "прочие", "подобных", "подобные"),
    *("other", "similar"),
)
"""Words that leave a list open before one of `CASES`, behind an "and" or "or"."""

CASES = (
    *("нарушения", "нарушений", "нарушениях", "случаи", "случаев", "случаях"),
    *("основания", "оснований", "основаниях", "причины", "причин", "обстоятельства"),
    *("обстоятельств", "обстоятельствах", "проступки", "проступков", "действия"),
    *("действий", "условия", "условий", "условиях"),
    *("breaches", "violations", "cases", "grounds", "reasons", "circumstances"),
    *("offences", "misconduct", "actions", "conditions"),
)
"""What grounds of a measure are called."""

MUST = (
    *("должен", "должна", "должно", "должны", "обязан", "обязана", "обязаны"),
    *("must", "shall", "is obliged to", "is required to", "has to"),
)
SHOULD = (
    *("следует", "рекомендуется", "желательно"),
    *("should", "ought to", "is recommended to", "is advised to"),
)

IMPERSONAL = ("необходимо", "нужно", "требуется", "надлежит", "следует")
"""Russian words that, before an infinitive, oblige nobody in particular."""
IMPERSONAL_EN = ("it is necessary to", "it is required to", "there is a need to")
"""The same in English."""

# Forms of verbs of office work that cannot be read as a middle voice: «отчёт
# сдаётся» names no doer, while «менеджер связывается» does.
PASSIVE = (
    *("сдается", "сдаются", "готовится", "готовятся", "составляется", "составляются"),
    *("заполняется", "заполняются", "проводится", "проводятся", "оформляется"),
    *("оформляются", "согласуется", "согласуются", "согласовывается"),
    *("согласовываются", "утверждается", "утверждаются", "подписывается"),
    *("подписываются", "проверяется", "проверяются", "вносится", "вносятся"),
    *("фиксируется", "фиксируются", "регистрируется", "регистрируются"),
    *("рассчитывается", "рассчитываются", "выставляется", "выставляются"),
    *("формируется", "формируются", "предоставляется", "предоставляются"),
    *("осуществляется", "осуществляются", "выполняется", "выполняются"),
    *("производится", "производятся", "обновляется", "обновляются"),
    *("контролируется", "контролируются", "рассматривается", "рассматриваются"),
    *("отправляется", "отправляются", "передается", "передаются"),
)
BEING = ("is", "are", "must be", "shall be", "should be", "has to be", "have to be")
PARTICIPLES = (
    *("submitted", "prepared", "sent", "filled", "checked", "approved", "signed"),
    *("recorded", "logged", "entered", "registered", "issued", "calculated"),
    *("updated", "reviewed", "drawn up", "handed over", "carried out", "performed"),
    *("completed", "provided", "delivered", "collected", "informed", "notified"),
)

SUBORDINATE = (
    *("если", "когда", "пока", "чтобы", "что", "как", "котор*", "где", "кто"),
    *("if", "when", "once", "after", "before", "until", "while", "unless", "that"),
    *("which", "who", "whom", "what", "where", "how", "whether", "as"),
)
"""Words behind which a verb belongs to another sentence than the duty."""

PEOPLE = (
    *("сотрудник*", "работник*", "менеджер*", "руководител*", "специалист*"),
    *("продав*", "исполнител*", "ответственн*", "начальник*", "директор*"),
    *("employee*", "manager*", "head", "specialist*", "seller*", "person", "director"),
    *("клиент*", "заказчик*", "client*", "customer*"),
    *("он", "она", "они", "ему", "ей", "им", "мы", "нам", "вы", "вам", "кажд*", "всем"),
    *("he", "she", "they", "them", "we", "us", "you", "everyone", "everybody"),
)
"""Words for a doer, beside the titles of roles."""


def one_of(*phrases: str) -> str:
    """Return a regular expression for whole words, whichever stands there.

    >>> re.findall(one_of("отчет*", "as needed"), "отчёты: as  needed")
    ['отчёты', 'as  needed']
    """
    # The longest first: an alternative must not stop inside a longer one.
    held = sorted(phrases, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(map(_written, held))})(?!\w)"


def _written(phrase: str) -> str:
    stem = re.escape(phrase.removesuffix("*")).replace("е", "[её]")
    blanks = stem.replace(r"\.\ ", r"\.\s*").replace(r"\ ", r"\s+")
    return blanks + r"\w*" * phrase.endswith("*")


def looked_for(*phrases: str) -> re.Pattern[str]:
    """Return the compiled form of whole words, in any case of letters."""
    return re.compile(one_of(*phrases), re.IGNORECASE)


def in_quotes(words: list[str]) -> tuple[Said, ...]:
    """Return words of a text in quotes, each once, as a message shows them."""
    said = dict.fromkeys(" ".join(word.split()).casefold() for word in words)
    return tuple(Said(en=f"“{word}”", ru=f"«{word}»") for word in said)
