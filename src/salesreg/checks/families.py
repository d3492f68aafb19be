"""Families of checks: the letters of their codes and what they are about."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.checks.said import Said

FAMILIES: Mapping[str, Said] = MappingProxyType(
    {
        "STR": Said(en="Structure and references", ru="Структура и ссылки"),
        "TIM": Said(en="Working time and deadlines", ru="Рабочее время и сроки"),
        "PRC": Said(
            en="Stages, procedures and routing",
            ru="Этапы, процедуры и распределение",
        ),
        "RSP": Said(
            en="Roles and the responsibility matrix",
            ru="Роли и матрица ответственности",
        ),
        "GOL": Said(en="Goals and plans", ru="Цели и планы"),
        "KPI": Said(en="Indicators", ru="Показатели"),
        "INC": Said(en="Pay for results", ru="Оплата за результат"),
        "LIM": Said(
            en="Authority, prices and documents", ru="Полномочия, цены и документы"
        ),
        "CTL": Said(
            en="Reports, meetings, audits, escalations",
            ru="Отчёты, совещания, проверки, эскалации",
        ),
        "TXT": Said(en="Wording", ru="Формулировки"),
        "RU": Said(
            en="Labour law of Russia (pack `ru-labour`; no legal advice)",
            ru="Трудовое право России (набор `ru-labour`; не юридическая консультация)",
        ),
        "GST": Said(
            en="Form of documents by GOST R 7.0.97 (pack `gost`)",
            ru="Оформление по ГОСТ Р 7.0.97 (набор `gost`)",
        ),
        "CHK": Said(
            en="Checks and waivers themselves", ru="Сами проверки и исключения"
        ),
    }
)
"""The families of the library, in the order of the reference."""
