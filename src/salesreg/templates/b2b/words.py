"""Words that several parts of the regulation use: choices of fields, groups."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from salesreg.templates.wording import Pair

SELLERS = ("manager", "key-manager")
"""Roles that own deals."""
DEPARTMENT = ("head", "manager", "key-manager", "sdr", "presale", "success", "analyst")
"""Roles of the sales department."""

ROLES: Mapping[str, Pair] = MappingProxyType(
    {
        "director": ("Генеральный директор", "General Director"),
        "commercial": ("Коммерческий директор", "Commercial director"),
        "head": ("Руководитель отдела продаж", "Head of sales"),
        "manager": ("Менеджер по продажам", "Sales manager"),
        "key-manager": ("Менеджер по ключевым клиентам", "Key account manager"),
        "sdr": ("Специалист по входящим заявкам", "Inbound specialist"),
        "presale": ("Инженер предпродажной подготовки", "Presales engineer"),
        "success": ("Менеджер по сопровождению", "Customer success manager"),
        "analyst": ("Аналитик продаж", "Sales analyst"),
        "lawyer": ("Юрист", "Lawyer"),
        "finance": ("Финансовый контролёр", "Financial controller"),
    }
)
"""What the roles are called."""

SITE: Pair = ("сайт", "website")
PHONE: Pair = ("телефон", "phone")
OUTBOUND: Pair = ("собственный поиск", "own search")
REFERRAL: Pair = ("рекомендация", "referral")
PARTNER: Pair = ("партнёр", "partner")
SOURCES = (SITE, PHONE, OUTBOUND, REFERRAL, PARTNER)

SOON: Pair = ("до 3 месяцев", "within 3 months")
LATER: Pair = ("от 3 до 6 месяцев", "in 3 to 6 months")
SOMEDAY: Pair = ("позже 6 месяцев", "later than in 6 months")
TIMINGS = (SOON, LATER, SOMEDAY)

CAPITAL: Pair = ("Москва и область", "Moscow and its region")
NORTHWEST: Pair = ("Северо-Запад", "North-West")
VOLGA: Pair = ("Поволжье", "Volga")
URALS: Pair = ("Урал и Сибирь", "Urals and Siberia")
REGIONS = (CAPITAL, NORTHWEST, VOLGA, URALS)

PRICE: Pair = ("дорого", "too expensive")
RIVAL: Pair = ("выбрали конкурента", "chose a competitor")
FROZEN: Pair = ("проект закрыт у клиента", "the customer closed the project")
GAP: Pair = ("не хватает функций", "functions are missing")
SILENT: Pair = ("нет ответа", "no answer")
SMALL: Pair = ("меньше 10 рабочих мест", "fewer than 10 seats")
FOREIGN: Pair = ("не наш профиль", "not our field")
DOUBLE: Pair = ("дубль", "duplicate")
REASONS = (PRICE, RIVAL, FROZEN, GAP, SILENT, SMALL, FOREIGN, DOUBLE)
