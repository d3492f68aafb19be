"""A short regulation as a tree, in both languages: every block, every inline."""

from __future__ import annotations

from typing import Literal

from salesreg.document.blocks import (
    Bullets,
    Clause,
    Code,
    CodeBlock,
    Column,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    Missing,
    Paragraph,
    Properties,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    Text,
    Wording,
)
from salesreg.document.figures import Arrow, Node, ProcessFigure

Language = Literal["ru", "en"]


class _Told:
    """Chooses the words of one language."""

    def __init__(self, language: Language) -> None:
        self._russian = language == "ru"

    def __call__(self, russian: str, english: str) -> str:
        return russian if self._russian else english

    def text(self, russian: str, english: str) -> tuple[Inline, ...]:
        return (Text(self(russian, english)),)

    def paragraph(self, russian: str, english: str) -> Paragraph:
        return Paragraph(self.text(russian, english))


def said(*lines: str) -> tuple[tuple[Inline, ...], ...]:
    """Lines as content."""
    return tuple((Text(line),) for line in lines)


def sample(language: Language) -> Document:
    """The document in one language."""
    t = _Told(language)
    return Document(
        language=language,
        kind=t("РЕГЛАМЕНТ", "REGULATION"),
        title=t("Работа отдела продаж B2B", "How the B2B sales department works"),
        organisation=said(
            t("ООО «Альфа & Омега»", "Alpha & Omega LLC"),
            t("Отдел продаж", "Sales"),
        ),
        approval=said(
            t("УТВЕРЖДАЮ", "APPROVED BY"),
            t("Генеральный директор", "Chief executive"),
            t(
                "____________________ А. А. Смирнова",
                "____________________ A. Smirnova",
            ),
            t("«____» __________ 20____\u00a0г.", "“____” __________ 20____"),
        ),
        requisites=tuple(
            (label, (Text(value),))
            for label, value in (
                (t("Редакция", "Edition"), "2.1"),
                (
                    t("Действует с", "In force from"),
                    t("1 марта 2026\u00a0г.", "March 1, 2026"),
                ),
                (t("Владелец", "Owner"), t("Руководитель отдела", "Head of sales")),
            )
        ),
        sections=(_general(t), _people(t), _process(t), _pay(t)),
        annexes=(_annex(t), _sheet(t)),
        header=t("Отдел продаж · редакция 2.1", "Sales · edition 2.1"),
        properties=Properties(
            title=t("Работа отдела продаж B2B", "How the B2B sales department works"),
            subject=t("Регламент отдела продаж", "Sales regulation"),
            author=t("ООО «Альфа & Омега»", "Alpha & Omega LLC"),
            revision="2.1",
        ),
        wording=Wording(
            contents=t("Содержание", "Contents"),
            page=t("Страница {page} из {pages}", "Page {page} of {pages}"),
            figure=t("Рисунок", "Figure"),
            table=t("Таблица", "Table"),
            missing=t("не определено", "not defined"),
        ),
    )


def _general(t: _Told) -> Section:
    return Section(
        "1",
        "frame",
        "/frame",
        t("Общие положения", "General"),
        (
            Clause(
                "1.1",
                "scope",
                "/scope",
                t.text(
                    "Регламент обязателен для всех, кто ведёт сделки: с\u00a09:00 до "
                    "18:00, (a) в офисе и (b) дома, при сумме от "
                    "1\u00a0500\u00a0000\u00a0RUB, форма №\u00a05, скидка "
                    "5 * 3 = 15\u00a0%.",
                    "The regulation binds everyone who runs deals: 9:00-18:00, "
                    "(a) in the office and (b) remote, from "
                    "1\u00a0500\u00a0000\u00a0RUB, form no. 5, "
                    "discount 5 * 3 = 15%.",
                ),
            ),
            Clause(
                "1.2",
                "terms",
                "/terms",
                (
                    Text(t("Термины — см. п.\u00a0", "Terms: see clause\u00a0")),
                    Reference("people.roles", "2.1"),
                    Text(t("; исключения согласует ", "; exceptions go to ")),
                    Missing("commercial-director"),
                    Text(t(". Портал: ", ". Portal: ")),
                    Link(
                        t.text("правила", "the rules"), "https://example.com/?a=1&b=2"
                    ),
                    Text(", "),
                    Link((Code("sales@example.com"),), "mailto:sales@example.com"),
                    Text("."),
                ),
            ),
        ),
    )


def _people(t: _Told) -> Section:
    matrix = Table(
        (
            Column(t("Предмет", "Subject"), 4),
            Column(t("Менеджер", "Manager"), 2, "center"),
            Column(t("Ассистент", "Assistant"), 2, "center"),
            Column(t("Штат", "Staff"), 1, "right"),
        ),
        (
            (
                t.text("Первый контакт", "First contact"),
                (Strong((Text("R"),)),),
                (Text("C"),),
                (Text("12"),),
            ),
            (
                t.text("Счёт | договор", "Invoice | contract"),
                (Text("A"), LineBreak(), Text("R")),
                (),
                (Text("3"),),
            ),
            (
                t.text("Отчёт", "Report"),
                (Emphasis((Text("I"),)),),
                (Text("—"),),
                (Text("120"),),
            ),
        ),
        t("Матрица ответственности", "Responsibility matrix"),
    )
    duties = Bullets(
        (
            (t.paragraph("ведёт сделки;", "runs deals;"),),
            (
                t.paragraph("готовит документы:", "prepares documents:"),
                Bullets(
                    (
                        (t.paragraph("предложение;", "the offer;"),),
                        (t.paragraph("договор;", "the contract;"),),
                    ),
                    ordered=True,
                ),
            ),
            (t.paragraph("отчитывается.", "reports."),),
        )
    )
    return Section(
        "2",
        "people",
        "/people",
        t("Люди и роли", "People and roles"),
        (
            Section(
                "2.1",
                "people.roles",
                "/roles",
                t("Роли", "Roles"),
                (
                    t.paragraph(
                        "Роли одинаковы во всех филиалах.",
                        "Roles are the same everywhere.",
                    ),
                    Clause(
                        "2.1.1",
                        "roles.manager",
                        "/roles/0",
                        t.text("Менеджер:", "The manager:"),
                        (duties,),
                    ),
                    Clause(
                        "2.1.2",
                        "roles.matrix",
                        "/matrix",
                        t.text("Кто за что отвечает:", "Who answers for what:"),
                        (matrix,),
                    ),
                ),
                level=2,
            ),
        ),
    )


def _process(t: _Told) -> Section:
    nodes = (
        Node(
            "lead",
            t("Новая заявка", "New lead"),
            t("15 минут · менеджер", "15 minutes · manager"),
            "initial",
        ),
        Node(
            "qualified",
            t("Квалификация", "Qualification"),
            t("2 рабочих дня · менеджер", "2 working days · manager"),
        ),
        Node("meeting", t("Встреча", "Meeting"), t("5 рабочих дней", "5 working days")),
        Node(
            "offer",
            t("Коммерческое предложение", "Commercial offer"),
            t("3 рабочих дня · ассистент", "3 working days · assistant"),
        ),
        Node(
            "contract",
            t("Согласование договора", "Contract approval"),
            t("10 рабочих дней · руководитель", "10 working days · head"),
        ),
        Node("waiting", t("Отложено", "Postponed"), t("30 дней", "30 days"), "paused"),
        Node("won", t("Успех", "Won"), "", "won"),
        Node("lost", t("Отказ", "Lost"), "", "lost"),
    )
    moves = (
        ("lead", "qualified", ""),
        ("qualified", "meeting", ""),
        ("meeting", "offer", t("есть бюджет", "there is a budget")),
        ("offer", "contract", ""),
        ("contract", "won", t("подписан", "signed")),
        ("contract", "offer", ""),
        ("offer", "waiting", ""),
        ("waiting", "meeting", ""),
        ("lead", "lost", ""),
        ("qualified", "lost", ""),
        ("offer", "lost", ""),
        ("contract", "lost", ""),
    )
    figure = ProcessFigure(
        nodes,
        tuple(Arrow(*move) for move in moves),
        t("Воронка", "The pipeline"),
        t(
            "Воронка: от новой заявки до успеха или отказа.",
            "The pipeline: from a new lead to won or lost.",
        ),
    )
    script = Quote(
        (
            t.paragraph(
                "Добрый день! Меня зовут <имя>. Удобно говорить?",
                "Good day! My name is <name>. Can we talk?",
            ),
            Bullets(
                (
                    (t.paragraph("пауза;", "pause;"),),
                    (t.paragraph("вопрос.", "question."),),
                )
            ),
        )
    )
    return Section(
        "3",
        "pipeline",
        "/stages",
        t("Воронка продаж", "Pipeline"),
        (
            figure,
            Clause(
                "3.1",
                "stages.lead",
                "/stages/0",
                (
                    Text(t("На заявку отвечают ", "A lead is answered ")),
                    Strong(
                        (
                            Text(t("за 15 минут", "in 15 minutes")),
                            Emphasis(t.text(" без исключений", " without exception")),
                        )
                    ),
                    Text(t(", поле ", ", field ")),
                    Code("deal.first_touch_at"),
                    Text("."),
                    LineBreak(),
                    Text(t("Нерабочие часы не считаются.", "Idle hours do not count.")),
                ),
                (script,),
            ),
            Clause(
                "3.2",
                "stages.naming",
                "/naming",
                t.text("Сделка называется по образцу:", "A deal is named like this:"),
                (CodeBlock("{client} / {product}\n  {year}-{month}"),),
            ),
        ),
    )


def _pay(t: _Told) -> Section:
    grid = Table(
        (
            Column(t("Выполнение плана", "Plan fulfilled"), 2),
            Column(t("Премия", "Bonus"), 1, "right"),
        ),
        (
            (t.text("от 80 до 100\u00a0%", "80% to 100%"), (Text("3\u00a0%"),)),
            (t.text("от 100\u00a0%", "100% and more"), (Text("5\u00a0%"),)),
        ),
    )
    return Section(
        "4",
        "pay",
        "/incentives",
        t("Оплата", "Pay"),
        (
            Clause(
                "4.1",
                "pay.scale",
                "/incentives/0",
                t.text("Премия считается по шкале.", "The bonus follows a scale."),
                (grid,),
            ),
        ),
    )


def _annex(t: _Told) -> Section:
    return Section(
        "",
        "annexes.form",
        "/annexes/0",
        t("Форма предложения", "Form of an offer"),
        (
            t.paragraph("Заполняет менеджер.", "Filled in by the manager."),
            Clause(
                "1",
                "annexes.form.1",
                "/annexes/0/1",
                t.text("Срок — 10 дней.", "Valid for 10 days."),
            ),
        ),
        mark=t("Приложение 1", "Annex 1"),
    )


def _sheet(t: _Told) -> Section:
    title = t("Лист ознакомления", "Acknowledgement sheet")
    columns = (
        Column("№"),
        Column(t("Имя", "Name"), 4),
        Column(t("Подпись", "Signature"), 3),
    )
    rows = tuple(((Text(str(number)),), (), ()) for number in range(1, 6))
    return Section(
        "",
        "acknowledgement-sheet",
        "/acknowledging",
        title,
        (Table(columns, rows),),
        mark=title,
    )
