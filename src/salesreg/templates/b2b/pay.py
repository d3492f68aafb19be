"""Pay of those who sell: managers, key account managers, specialists."""

from __future__ import annotations

import salesreg as sr
from salesreg.templates.b2b.scales import (
    DAYS_WORKED,
    FIRST_MONTH,
    LESS_QUOTA,
    PAID_BEFORE,
    margin_and_debt,
    payout,
    quality,
    returns,
    rising,
)
from salesreg.templates.wording import Say


def pay(t: Say) -> sr.Part:
    """Return the pay plans of those who sell."""
    return sr.part().add(_manager(t), _key_manager(t), _sdr(t))


def _manager(t: Say) -> sr.Part:
    return sr.part().pay_plan(
        "manager",
        title=t("Оплата менеджера по продажам", "Pay of a sales manager"),
        roles=["manager"],
        fixed="90000 RUB",
        target_variable="60000 RUB",
        fixed_share="60%",
        period="month",
        components=[
            sr.incentive(
                "manager-plan",
                title=t("Выполнение личного плана", "Attainment of the quota"),
                kpi="attainment",
                scale=rising(
                    ("0%", "0%"),
                    ("50%", "0%"),
                    ("100%", "100%"),
                    ("130%", "175%"),
                    cap="175%",
                ),
                weight="70%",
                accelerator_gates=[
                    sr.gate(
                        kpi="margin",
                        band=sr.band(start="55%"),
                        period="month",
                        text=t(
                            "за выполнение сверх 100 % платят при марже не ниже 55 %",
                            "attainment above 100% is paid when the margin is at least "
                            "55%",
                        ),
                    )
                ],
                period="month",
            ),
            sr.incentive(
                "manager-margin",
                title=t("Маржа сделок", "Margin of deals"),
                kpi="margin",
                scale=rising(("0%", "0%"), ("45%", "0%"), ("60%", "100%")),
                weight="20%",
                period="month",
            ),
            quality(t, "manager", "10%"),
        ],
        draw=sr.draw("30000 RUB", per="month", recoverable=False, months=2, most="50%"),
        clawback=returns(t),
        splits=[
            sr.split(
                "leave",
                title=t("Сделку вёл заместитель", "A substitute ran the deal"),
                shares=[
                    sr.split_share(
                        "manager", share="80%", part=t("ответственный", "owner")
                    ),
                    sr.split_share(
                        "key-manager", share="20%", part=t("заместитель", "substitute")
                    ),
                ],
            ),
            sr.split(
                "joint",
                title=t(
                    "Совместная сделка с крупным клиентом",
                    "A joint deal with a large customer",
                ),
                shares=[
                    sr.split_share(
                        "manager",
                        share="40%",
                        part=t("нашёл клиента", "found the customer"),
                    ),
                    sr.split_share(
                        "key-manager",
                        share="60%",
                        part=t("провёл сделку", "ran the deal"),
                    ),
                ],
                text=t("Результат не засчитывается дважды.", "No result counts twice."),
            ),
        ],
        payout=payout(t, sr.payment("received"), 15, "commercial"),
        cap="91500 RUB",
        proration="calendar_days",
        windfall=t(
            "Сделка дороже 5 млн рублей засчитывается в личный план равными частями за "
            "три месяца.",
            "A deal of over 5 million roubles counts towards the quota in equal parts "
            "over three months.",
        ),
        newcomers=t(
            "Личный план действует по таблице ввода в должность, первые два месяца "
            "переменная часть не ниже гарантии.",
            "The quota follows the ramp; in the first two months variable pay is not "
            "below the guarantee.",
        ),
        leave=t(*LESS_QUOTA),
        leavers=t(*PAID_BEFORE),
    )


def _key_manager(t: Say) -> sr.Part:
    return sr.part().pay_plan(
        "key-manager",
        title=t(
            "Оплата менеджера по ключевым клиентам", "Pay of a key account manager"
        ),
        roles=["key-manager"],
        fixed="130000 RUB",
        target_variable="70000 RUB",
        fixed_share="65%",
        period="month",
        components=[
            sr.incentive(
                "key-commission",
                title=t("Процент с выручки", "Commission on revenue"),
                kind="commission",
                kpi="revenue",
                scale=sr.scale(
                    [
                        sr.tier("0 RUB", end="2000000 RUB", rate="2.1%"),
                        sr.tier(
                            "2000000 RUB",
                            rate="3%",
                            title=t("повышенная ставка", "accelerator"),
                        ),
                    ],
                    mode="marginal",
                    base="result",
                    floor="0 RUB",
                    cap="84000 RUB",
                ),
                weight="60%",
                period="month",
                text=t(
                    "При личном плане 2 млн рублей процент даёт 42 000 рублей.",
                    "At a quota of 2 million roubles the commission is 42,000 roubles.",
                ),
            ),
            sr.incentive(
                "key-margin",
                title=t("Маржа и оплата в срок", "Margin and payment on time"),
                kpi="margin",
                scale=margin_and_debt(),
                weight="40%",
                period="month",
            ),
        ],
        clawback=returns(t),
        payout=payout(t, sr.payment("received"), 15, "commercial"),
        cap="112000 RUB",
        proration="calendar_days",
        windfall=t(
            "Сделка дороже 10 млн рублей засчитывается равными частями за шесть "
            "месяцев.",
            "A deal of over 10 million roubles counts in equal parts over six months.",
        ),
        newcomers=t(
            "Первые три месяца личный план составляет половину полного.",
            "In the first three months the quota is half of the full one.",
        ),
        leave=t(*LESS_QUOTA),
        leavers=t(*PAID_BEFORE),
    )


def _sdr(t: Say) -> sr.Part:
    return sr.part().pay_plan(
        "sdr",
        title=t(
            "Оплата специалиста по входящим заявкам", "Pay of an inbound specialist"
        ),
        roles=["sdr"],
        fixed="70000 RUB",
        target_variable="30000 RUB",
        fixed_share="70%",
        period="month",
        components=[
            sr.incentive(
                "sdr-leads",
                title=t(
                    "Квалифицированные заявки группы", "Qualified leads of the group"
                ),
                kpi="qualified-leads",
                whose="role",
                scale=rising(
                    ("0 leads", "0%"),
                    ("40 leads", "0%"),
                    ("80 leads", "100%"),
                    ("100 leads", "160%"),
                    cap="160%",
                ),
                weight="60%",
                gates=[
                    sr.gate(
                        kpi="crm-quality", band=sr.band(start="90%"), period="month"
                    )
                ],
                period="month",
            ),
            sr.incentive(
                "sdr-response",
                title=t("Скорость первого ответа", "Speed of first response"),
                kpi="first-response",
                scale=rising(
                    ("0 minutes", "100%"), ("15 minutes", "100%"), ("60 minutes", "0%")
                ),
                weight="40%",
                period="month",
            ),
        ],
        payout=payout(t, sr.period_ends("month"), 15, "head"),
        cap="40800 RUB",
        proration="working_days",
        windfall=t(
            "Больше 160 % цели не засчитывается.",
            "Nothing above 160% of the target counts.",
        ),
        newcomers=t(*FIRST_MONTH),
        leave=t(
            "Цель уменьшается пропорционально дням отпуска и болезни.",
            "The target is reduced in proportion to days of leave and illness.",
        ),
        leavers=t(*DAYS_WORKED),
    )
