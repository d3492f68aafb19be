"""What the things with a key are called, for a sentence about one of them."""

from __future__ import annotations

from collections.abc import Mapping

from salesreg.checks.said import Said

NOUNS: Mapping[str, Said] = {
    "Access": Said(en="access rule", ru="правило доступа"),
    "Activity": Said(en="activity", ru="вид работы"),
    "Annex": Said(en="annex", ru="приложение"),
    "Audit": Said(en="audit", ru="проверка"),
    "Authority": Said(en="authority", ru="полномочие"),
    "BonusReduction": Said(en="bonus reduction", ru="снижение премии"),
    "Channel": Said(en="channel", ru="канал"),
    "Consent": Said(en="consent", ru="согласие"),
    "Consequence": Said(en="consequence", ru="последствие"),
    "CountedUnit": Said(en="unit", ru="единица счёта"),
    "DisputeRule": Said(en="dispute rule", ru="правило спора"),
    "DocumentKind": Said(en="document", ru="документ"),
    "Escalation": Said(en="escalation", ru="эскалация"),
    "ExceptionRule": Said(en="exception", ru="исключение"),
    "Feedback": Said(en="feedback", ru="обратная связь"),
    "Field": Said(en="field", ru="поле"),
    "ForecastCategory": Said(en="forecast category", ru="категория прогноза"),
    "Goal": Said(en="goal", ru="цель"),
    "Grade": Said(en="grade", ru="класс обращений"),
    "Handover": Said(en="handover", ru="передача"),
    "ImprovementRule": Said(en="improvement rule", ru="правило улучшения"),
    "Incentive": Said(en="pay component", ru="составляющая оплаты"),
    "Kpi": Said(en="KPI", ru="показатель"),
    "LossReason": Said(en="loss reason", ru="причина отказа"),
    "Meeting": Said(en="meeting", ru="совещание"),
    "NamingConvention": Said(en="naming convention", ru="правило имени"),
    "Norm": Said(en="norm", ru="норма"),
    "OwnershipRule": Said(en="ownership rule", ru="правило закрепления"),
    "PayPlan": Said(en="pay plan", ru="схема оплаты"),
    "PaymentTerm": Said(en="payment term", ru="условие оплаты"),
    "Plan": Said(en="plan", ru="план"),
    "PriceLevel": Said(en="price", ru="цена"),
    "Procedure": Said(en="procedure", ru="процедура"),
    "Product": Said(en="product", ru="продукт"),
    "Prohibition": Said(en="prohibition", ru="запрет"),
    "Qualification": Said(en="qualification", ru="квалификация"),
    "Report": Said(en="report", ru="отчёт"),
    "Responsibility": Said(en="responsibility", ru="строка матрицы"),
    "Role": Said(en="role", ru="роль"),
    "Routing": Said(en="routing", ru="распределение"),
    "Sanction": Said(en="sanction", ru="взыскание"),
    "Script": Said(en="script", ru="скрипт"),
    "Segment": Said(en="segment", ru="сегмент"),
    "Split": Said(en="split", ru="разделение"),
    "Stage": Said(en="stage", ru="этап"),
    "Step": Said(en="step", ru="шаг"),
    "StopList": Said(en="stop list", ru="стоп-лист"),
    "Term": Said(en="term", ru="термин"),
    "TimeBudget": Said(en="time budget", ru="бюджет времени"),
    "Tool": Said(en="tool", ru="система"),
    "Training": Said(en="training", ru="обучение"),
    "WorkCalendar": Said(en="calendar", ru="календарь"),
}


def noun(cls: str) -> Said:
    """Return what a thing of a class is called."""
    return NOUNS.get(cls) or Said(en=cls, ru=cls)
