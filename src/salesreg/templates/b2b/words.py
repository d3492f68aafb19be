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

SITE: Pair = ("Сайт", "Website")
PHONE: Pair = ("Телефон", "Phone")
OUTBOUND: Pair = ("Собственный поиск", "Own search")
REFERRAL: Pair = ("Рекомендация", "Referral")
PARTNER: Pair = ("Партнёр", "Partner")
SOURCES = (SITE, PHONE, OUTBOUND, REFERRAL, PARTNER)

SOON: Pair = ("До 3 месяцев", "Within 3 months")
LATER: Pair = ("От 3 до 6 месяцев", "In 3 to 6 months")
SOMEDAY: Pair = ("Позже 6 месяцев", "Later than in 6 months")
TIMINGS = (SOON, LATER, SOMEDAY)

CAPITAL: Pair = ("Москва и область", "Moscow and its region")
NORTHWEST: Pair = ("Северо-Запад", "North-West")
VOLGA: Pair = ("Поволжье", "Volga")
URALS: Pair = ("Урал и Сибирь", "Urals and Siberia")
REGIONS = (CAPITAL, NORTHWEST, VOLGA, URALS)

PRICE: Pair = ("Дорого", "Too expensive")
RIVAL: Pair = ("Выбрали конкурента", "Chose a competitor")
FROZEN: Pair = ("Проект закрыт у клиента", "The customer closed the project")
GAP: Pair = ("Не хватает функций", "Missing features")
SILENT: Pair = ("Нет ответа", "No answer")
SMALL: Pair = ("Меньше 10 рабочих мест", "Fewer than 10 seats")
FOREIGN: Pair = ("Не наш профиль", "Not our field")
DOUBLE: Pair = ("Дубль", "Duplicate")
REASONS = (PRICE, RIVAL, FROZEN, GAP, SILENT, SMALL, FOREIGN, DOUBLE)
