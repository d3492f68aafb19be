"""Norms of Russian law that a regulation can conflict with: one dated table.

Each norm was looked up in a public source on the day it names; nobody who
practises law has gone through the table, and nothing here is legal advice.
First days up to 2017 are those of the Labour Code and of the acts that changed
it; only the later ones were looked up, because that is where the text changed
of late. When a limit changes, the old norm gets a last day and the new one
follows it.

Raising the yearly overtime from 120 to 240 hours passed its first reading on 10
February 2026; it enters the table when it is law.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from attrs import field, frozen

from salesreg.checks.said import Said
from salesreg.document.words import NBSP

_CHECKED = dt.date(2026, 3, 1)
_CODE = dt.date(2002, 2, 1)
_NO_NUMBERS: Mapping[str, int] = MappingProxyType({})


@frozen(kw_only=True)
class Norm:
    """A rule of law in the words of a time.

    Attributes:
        rule: What it is about; norms that follow one another share it.
        article: Where it stands; in Russian nothing that is declined.
        title: What it says, a clause that goes on after a colon.
        valid_from: First day on which it holds.
        valid_to: Last such day; none known when not given.
        source: Public page where it was read.
        checked_on: When it was read.
        verified: Whether its words or substance were seen whole in the source.
        numbers: Its limits, by name; the name says the unit.
    """

    rule: str
    article: Said
    title: Said
    valid_from: dt.date
    valid_to: dt.date | None = None
    source: str
    checked_on: dt.date = _CHECKED
    verified: bool = True
    numbers: Mapping[str, int] = field(default=_NO_NUMBERS, hash=False)

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether it is in force on a day."""
        return self.valid_from <= day and (
            self.valid_to is None or day <= self.valid_to
        )


def _labour(number: str) -> Said:
    articles = "articles" if " and " in number else "article"
    return Said(
        en=f"{articles} {number} of the Labour Code of Russia",
        ru=f"ст.{NBSP}{number.replace(' and ', ' и ')} ТК{NBSP}РФ",
    )


_BONUSES = Said(
    en="part 3 of article 135 of the Labour Code of Russia",
    ru=f"ч.{NBSP}3 ст.{NBSP}135 ТК{NBSP}РФ",
)

NORMS: tuple[Norm, ...] = (
    Norm(
        rule="no-fines",
        article=_labour("192"),
        title=Said(
            en="the sanctions are a remark, a reprimand and dismissal; a fine is not"
            " among them",
            ru="взыскания — замечание, выговор и увольнение; штрафа среди них нет",
        ),
        valid_from=_CODE,
        source="https://alumn.ru, https://rebuko.ru",
    ),
    Norm(
        rule="bonus-cut",
        article=_BONUSES,
        title=Said(
            en="a sanction may lower only the bonuses of the period in which it was"
            " applied, and the wage of a month by no more than 20%",
            ru="взыскание снижает только премии за период, в котором оно применено,"
            f" а заработную плату за месяц — не более чем на 20{NBSP}%",
        ),
        valid_from=dt.date(2025, 9, 1),
        source="http://special.kremlin.ru (event 77139),"
        " https://www.klerk.ru/buh/news/671159/",
        numbers={"percent": 20},
    ),
    Norm(
        rule="bonus-rule",
        article=_BONUSES,
        title=Said(
            en="a bonus system fixes kinds, amounts, terms, grounds and conditions of"
            " its bonuses",
            ru="в системе премирования определены виды, размеры, сроки, основания и"
            " условия выплаты премий",
        ),
        valid_from=dt.date(2025, 9, 1),
        source="http://special.kremlin.ru (event 77139),"
        " https://www.klerk.ru/buh/news/671159/",
    ),
    Norm(
        rule="lunch",
        article=_labour("108"),
        title=Said(
            en="the break for rest and meals lasts from 30 minutes to two hours and is"
            " not working time; a day of at most four hours may do without",
            ru=f"перерыв для отдыха и питания длится от 30{NBSP}минут до двух часов и"
            " в рабочее время не включается; его может не быть, если рабочий день не"
            " длиннее четырёх часов",
        ),
        valid_from=dt.date(2017, 6, 29),
        source="https://base.garant.ru/77702983/, https://sttkrf.ru/108",
        numbers={"least_minutes": 30, "most_minutes": 120, "short_day_minutes": 240},
    ),
    Norm(
        rule="week",
        article=_labour("91"),
        title=Said(
            en="normal working time is at most 40 hours a week",
            ru="нормальная продолжительность рабочего времени — не более"
            f" 40{NBSP}часов в неделю",
        ),
        valid_from=_CODE,
        source="https://megalektsii.ru/s53619t11",
        numbers={"minutes": 40 * 60},
    ),
    Norm(
        rule="overtime",
        article=_labour("99"),
        title=Said(
            en="overtime is at most 4 hours in two days running and 120 hours a year",
            ru=f"сверхурочная работа — не более 4{NBSP}часов в течение двух дней подряд"
            f" и 120{NBSP}часов в год",
        ),
        valid_from=_CODE,
        source="https://www.ng.ru/news/833579.html",
        numbers={"two_days_minutes": 4 * 60, "year_minutes": 120 * 60},
    ),
    Norm(
        rule="regime",
        article=_labour("100"),
        title=Said(
            en="the working hours name the week, the length of the day, its start and"
            " end, and the time of breaks",
            ru="режим рабочего времени называет рабочую неделю, длину рабочего дня,"
            " его начало и конец, время перерывов",
        ),
        valid_from=_CODE,
        source="https://base.garant.ru/57402524/, https://fzrf.su/kodeks/tk/st-100.php",
        numbers={"short_day_minutes": 240},
    ),
    Norm(
        rule="irregular-day",
        article=_labour("101 and 119"),
        title=Said(
            en="posts with an irregular day stand in a list, and have at least three"
            " calendar days of extra leave",
            ru="должности с ненормированным днём указаны в перечне, и для них"
            f" установлен дополнительный отпуск не короче 3{NBSP}календарных дней",
        ),
        valid_from=_CODE,
        source="https://conventions.ru/law/fed/tkrf/st101, codex-online.ru (st_119)",
        numbers={"leave_days": 3},
    ),
    Norm(
        rule="weekly-rest",
        article=_labour("110"),
        title=Said(
            en="the unbroken weekly rest is at least 42 hours",
            ru=f"еженедельный непрерывный отдых — не менее 42{NBSP}часов",
        ),
        valid_from=_CODE,
        source="https://fzrf.su/kodeks/tk/st-110.php",
        numbers={"minutes": 42 * 60},
    ),
    Norm(
        rule="acquaintance",
        article=_labour("22 and 68"),
        title=Said(
            en="people are acquainted with local acts under signature, newcomers"
            " before they sign the contract",
            ru="с локальными актами знакомят под роспись, нового работника — до"
            " подписания трудового договора",
        ),
        valid_from=dt.date(2006, 10, 6),
        source="https://valvas.ru",
    ),
    Norm(
        rule="pay-date",
        article=_labour("136"),
        title=Said(
            en="pay for a period comes at most 15 calendar days after its end",
            ru="заработную плату платят не позднее"
            f" 15{NBSP}календарных дней после конца периода",
        ),
        valid_from=dt.date(2016, 10, 3),
        source="https://lawyery.ru, https://profkursk.ru",
        numbers={"days": 15},
    ),
    Norm(
        rule="deductions",
        article=_labour("137"),
        title=Said(
            en="wages are deducted from only in the cases of the Code and of federal"
            " laws: an unearned or unspent advance, a counting error, proven guilt",
            ru="удержания из заработной платы — только в случаях, которые названы в"
            " Кодексе и федеральных законах: аванс, счётная ошибка, доказанная вина",
        ),
        valid_from=_CODE,
        source="https://avalist36.ru",
    ),
    Norm(
        rule="sanctions",
        article=_labour("192 and 193"),
        title=Said(
            en="a sanction is a remark, a reprimand or dismissal; before it a written"
            " explanation is asked for, with two working days to give it",
            ru="взыскание — замечание, выговор или увольнение; до него запрашивают"
            " письменное объяснение и дают на него два рабочих дня",
        ),
        valid_from=dt.date(2006, 10, 6),
        source="https://alumn.ru, https://inviter.ru",
        numbers={"days": 2},
    ),
    Norm(
        rule="consent",
        article=Said(
            en="article 9 of Federal Law 152-FZ on personal data as changed by 156-FZ",
            ru=f"ст.{NBSP}9 закона №{NBSP}152-ФЗ в редакции закона №{NBSP}156-ФЗ",
        ),
        title=Said(
            en="consent to the processing of personal data is a document apart from"
            " all others",
            ru="согласие на обработку персональных данных оформляют отдельно от иных"
            " документов",
        ),
        valid_from=dt.date(2025, 9, 1),
        source="https://www.klerk.ru/user/2037110/659750/",
    ),
    Norm(
        rule="database",
        article=Said(
            en="part 5 of article 18 of Federal Law 152-FZ on personal data as changed"
            " by 23-FZ",
            ru=f"ч.{NBSP}5 ст.{NBSP}18 закона №{NBSP}152-ФЗ в редакции закона"
            f" №{NBSP}23-ФЗ",
        ),
        title=Said(
            en="when personal data of citizens are collected, they are not recorded in"
            " databases outside Russia; there are exceptions",
            ru="при сборе персональных данных граждан их не записывают в базы за"
            " пределами России; есть исключения",
        ),
        valid_from=dt.date(2025, 7, 1),
        source="https://www.klerk.ru/blogs/fedresurs/674417/, https://comply.ru",
    ),
    Norm(
        rule="calls",
        article=Said(
            en="article 18 of Federal Law 38-FZ on advertising",
            ru=f"ст.{NBSP}18 закона №{NBSP}38-ФЗ «О рекламе»",
        ),
        title=Said(
            en="advertising by telephone needs the prior consent of the one called",
            ru="реклама по телефону — только с предварительного согласия абонента",
        ),
        valid_from=dt.date(2006, 7, 1),
        valid_to=dt.date(2025, 8, 31),
        source="https://www.klerk.ru/user/2487858/678874/",
        verified=False,
    ),
    Norm(
        rule="calls",
        article=Said(
            en="article 18 of Federal Law 38-FZ on advertising, with Federal Law 41-FZ"
            " of 1 April 2025",
            ru=f"ст.{NBSP}18 закона №{NBSP}38-ФЗ «О рекламе» с учётом закона"
            f" №{NBSP}41-ФЗ от 01.04.2025",
        ),
        title=Said(
            en="advertising by telephone needs prior consent; mass and automatic calls"
            " without consent are forbidden",
            ru="реклама по телефону — только с предварительного согласия; массовые и"
            " автоматические вызовы без согласия запрещены",
        ),
        valid_from=dt.date(2025, 9, 1),
        source="https://www.klerk.ru/user/2487858/678874/",
        verified=False,
    ),
    Norm(
        rule="days-off",
        article=_labour("113"),
        title=Said(
            en="work on days off and public holidays needs, as a rule, written consent",
            ru="к работе в выходные и праздничные дни привлекают, как правило, с"
            " письменного согласия",
        ),
        valid_from=_CODE,
        source="https://tkrf24.ru/statia-113-tk",
    ),
    Norm(
        rule="short-day",
        article=_labour("95"),
        title=Said(
            en="the working day before a public holiday is an hour shorter",
            ru="рабочий день перед нерабочим праздничным днём короче на час",
        ),
        valid_from=_CODE,
        source="https://docs.cntd.ru/document/901807664",
        numbers={"minutes": 60},
    ),
)
"""Every norm; those of one rule in the order of time."""


def norm_on(rule: str, day: dt.date) -> Norm | None:
    """Return the norm of a rule that is in force on a day, or None."""
    found = (norm for norm in NORMS if norm.rule == rule and norm.holds_on(day))
    return next(found, None)


def why(rule: str) -> Said:
    """Return what the latest norm of a rule says, and where it was read.

    Raises:
        LookupError: No norm has the rule.
    """
    norm = [norm for norm in NORMS if norm.rule == rule][-1]
    en, ru = norm.article.en, norm.article.ru
    return Said(
        en=f"{en[:1].upper()}{en[1:]}: {norm.title.en}. Source: {norm.source}.",
        ru=f"{ru[:1].upper()}{ru[1:]}: {norm.title.ru}. Источник: {norm.source}.",
    )
