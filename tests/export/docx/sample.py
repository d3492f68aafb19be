"""A rich document tree in both languages: every block and inline kind occurs."""

from __future__ import annotations

from typing import Literal

from salesreg.document.blocks import (
    Block,
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


class _Author:
    """Writes the sample in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, ru: str, en: str) -> str:
        return ru if self.language == "ru" else en

    def text(self, ru: str, en: str) -> tuple[Inline, ...]:
        return (Text(self(ru, en)),)

    def paragraph(self, ru: str, en: str) -> Paragraph:
        return Paragraph(self.text(ru, en))


def clause(
    number: str, content: tuple[Inline, ...], blocks: tuple[Block, ...] = ()
) -> Clause:
    """A clause whose anchor and pointer follow from its number."""
    return Clause(number, f"clause-{number}", f"/clauses/{number}", content, blocks)


def section(
    number: str, title: str, *blocks: Block, mark: str = "", anchor: str = ""
) -> Section:
    """A section whose level, anchor and pointer follow from its number."""
    name = anchor or f"section-{number}"
    return Section(number, name, f"/{name}", title, blocks, mark, number.count(".") + 1)


def said(*lines: str) -> tuple[tuple[Inline, ...], ...]:
    """Lines as content."""
    return tuple((Text(line),) for line in lines)


def sample(language: Language) -> Document:
    """The sample document."""
    t = _Author(language)
    return Document(
        language=language,
        kind=t("Регламент", "Regulation"),
        title=t(
            "Регламент работы отдела продаж «Альфа\u00a0& Омега»",
            "Sales Department Regulation of “Alpha\u00a0& Omega”",
        ),
        organisation=said(
            t("Общество с ограниченной ответственностью", "Limited Liability Company"),
            t("«Альфа & Омега»", "“Alpha & Omega”"),
            t("Отдел продаж", "Sales Department"),
        ),
        approval=said(
            t("УТВЕРЖДАЮ", "APPROVED BY"),
            t("Генеральный директор", "Chief Executive Officer"),
            t("ООО «Альфа & Омега»", "Alpha & Omega LLC"),
            t("______________ А. А. Смирнова", "______________ A. Smirnova"),
            t("«___» ____________ 2026\u00a0г.", "“___” ____________ 2026"),
        ),
        requisites=tuple(
            (label, (Text(value),))
            for label, value in (
                (t("Редакция", "Revision"), "3"),
                (
                    t("Действует с", "In force from"),
                    t("1\u00a0марта 2026\u00a0г.", "1\u00a0March 2026"),
                ),
                (
                    t("Владелец", "Owner"),
                    t("Руководитель отдела продаж", "Head of sales"),
                ),
                (
                    t("Пересмотр", "Review"),
                    t("раз в\u00a0полгода", "every six months"),
                ),
            )
        ),
        sections=(
            _general(t),
            _roles(t),
            _process(t),
            _time(t),
            _scripts(t),
            _control(t),
        ),
        annexes=(_annex(t), _checklist(t), _acknowledgement(t)),
        header=t(
            "Регламент отдела продаж · редакция\u00a03",
            "Sales Department Regulation · revision\u00a03",
        ),
        properties=Properties(
            title=t("Регламент работы отдела продаж", "Sales Department Regulation"),
            subject=t("Правила отдела продаж", "Rules of the sales department"),
            author=t("ООО «Альфа & Омега»", "Alpha & Omega LLC"),
            keywords=t("продажи, регламент", "sales, regulation"),
            revision="3",
        ),
        wording=Wording(
            contents=t("Содержание", "Contents"),
            page=t("Страница {page} из {pages}", "Page {page} of {pages}"),
            figure=t("Рисунок", "Figure"),
            table=t("Таблица", "Table"),
            missing=t("не определено", "not defined"),
        ),
    )


def _general(t: _Author) -> Section:
    return section(
        "1",
        t("Общие положения", "General provisions"),
        clause(
            "1.1",
            t.text(
                "Настоящий регламент устанавливает порядок работы отдела продаж, "
                "обязанности сотрудников, сроки и показатели. Регламент обязателен "
                "для всех сотрудников отдела, включая стажёров и временных работников.",
                "This regulation sets out how the sales department works, the duties "
                "of its staff, time limits and indicators. It binds every employee "
                "of the department, trainees and temporary staff included.",
            ),
        ),
        clause(
            "1.2",
            (
                Text(t("Термины применяются в значении ", "Terms are used as in ")),
                Reference("section-2", "2"),
                Text(
                    t(
                        "; исключения согласует ",
                        "; exceptions are agreed with the ",
                    )
                ),
                Missing(t("коммерческий директор", "commercial director")),
                Text("."),
            ),
        ),
        clause(
            "1.3",
            (
                Text(t("Порядок ", "The order of ")),
                Strong(t.text("изменения регламента", "changing the regulation")),
                Text(t(" описан в п.\u00a0", " is described in clause\u00a0")),
                Reference("clause-6.2", "6.2"),
                Text(t(", форма — ", ", the form is ")),
                Reference("annex-1", t("Приложение 1", "Annex 1")),
                Text(t(". См. также ", ". See also ")),
                Reference("clause-3.1.1", t("правило первого контакта", "first touch")),
                Text(t(" и ", " and ")),
                Link(
                    t.text("портал отдела", "the portal"),
                    "https://example.com/?a=1&b=2",
                ),
                Text(t(", почта: ", ", mail: ")),
                Link((Text("sales@example.com"),), "mailto:sales@example.com"),
                Text("."),
            ),
        ),
    )


def _roles(t: _Author) -> Section:
    duties = [
        (
            t("Менеджер по продажам", "Sales manager"),
            t(
                "привлекает новых клиентов, ведёт переговоры и заключает сделки",
                "wins new customers, negotiates and closes deals",
            ),
            "12",
        ),
        (
            t("Технический специалист", "Technical specialist"),
            t(
                "консультирует клиентов, показывает продукт, устанавливает его",
                "advises customers, demonstrates and installs the product",
            ),
            "3",
        ),
        (
            t("Ассистент менеджера", "Sales assistant"),
            t(
                "ведёт базу клиентов, готовит предложения и презентации",
                "keeps the customer base, prepares offers and presentations",
            ),
            "4",
        ),
    ]
    columns = (
        Column(t("Роль", "Role"), 3),
        Column(t("Обязанности", "Duties"), 6),
        Column(t("Штат", "Staff"), 1, "right"),
    )
    rows = tuple(
        (
            (Strong((Text(role),)),),
            (Text(what),),
            (Text(count),),
        )
        for role, what, count in duties
    )
    matrix = Table(
        (
            Column(t("Предмет", "Subject"), 5),
            *(
                Column(name, 2, "center")
                for name in (
                    t("Менеджер", "Manager"),
                    t("Ассистент", "Assistant"),
                    t("Техник", "Technician"),
                    t("Руковод.", "Head"),
                )
            ),
        ),
        tuple(
            (
                (Text(t(f"Предмет ответственности № {n}", f"Subject no. {n}")),),
                (Strong((Text("R"),)),),
                (Text("C" if n % 3 else "I"),),
                (Text("I" if n % 2 else "—"),),
                (Emphasis((Text("A"),)),),
            )
            for n in range(1, 46)
        ),
        t("Матрица ответственности", "Responsibility matrix"),
    )
    return section(
        "2",
        t("Роли и ответственность", "Roles and responsibility"),
        t.paragraph(
            "Раздел определяет, кто за что отвечает. Ненумерованный абзац стоит "
            "в одной колонке с текстом пунктов.",
            "This section says who answers for what. An unnumbered paragraph "
            "stands in the column of the clauses.",
        ),
        clause(
            "2.1",
            t.text("В отделе установлены роли:", "The department has these roles:"),
            (Table(columns, rows, t("Роли отдела", "Roles of the department")),),
        ),
        section(
            "2.2",
            t("Права", "Rights"),
            clause(
                "2.2.1",
                t.text("Менеджер вправе:", "The manager may:"),
                (_nested(t),),
            ),
            clause(
                "2.2.2",
                t.text(
                    "Скидку свыше 15\u00a0% согласует руководитель.",
                    "A discount above 15\u00a0% is agreed with the head.",
                ),
            ),
        ),
        section(
            "2.3",
            t("Матрица ответственности", "Responsibility matrix"),
            clause(
                "2.3.1",
                t.text(
                    "Ответственность распределена по матрице.",
                    "Responsibility is shared out in the matrix.",
                ),
                (matrix,),
            ),
        ),
        clause(
            "2.4",
            t.text(
                "Пункт после подразделов продолжает нумерацию раздела.",
                "A clause after subsections continues the numbers of the section.",
            ),
        ),
    )


def _nested(t: _Author) -> Bullets:
    return Bullets(
        (
            (
                t.paragraph("запрашивать у ассистента:", "ask the assistant for:"),
                Bullets(
                    (
                        (t.paragraph("расчёт стоимости;", "a price estimate;"),),
                        (
                            t.paragraph("историю клиента:", "the customer's history:"),
                            Bullets(
                                (
                                    (t.paragraph("сделки;", "deals;"),),
                                    (t.paragraph("обращения;", "requests;"),),
                                )
                            ),
                        ),
                    ),
                    ordered=True,
                ),
            ),
            (
                t.paragraph("предлагать скидку:", "offer a discount:"),
                t.paragraph(
                    "продолжение того же пункта списка вторым абзацем;",
                    "the same item continued in a second paragraph;",
                ),
            ),
            (t.paragraph("отказаться от сделки.", "decline a deal."),),
        )
    )


def pipeline(t: _Author) -> ProcessFigure:
    """A pipeline of eight stages with skips, returns and labelled moves."""
    names: list[
        tuple[str, str, str, str, Literal["initial", "work", "paused", "won", "lost"]]
    ] = [
        ("lead", "Поиск клиентов", "Prospecting", t("2 дн.", "2 days"), "initial"),
        (
            "contact",
            "Установление контакта",
            "First contact",
            t("15 мин", "15 min"),
            "work",
        ),
        ("demo", "Презентация продукта", "Presentation", t("3 дн.", "3 days"), "work"),
        ("offer", "Коммерческое предложение", "Proposal", t("1 дн.", "1 day"), "work"),
        ("deal", "Переговоры и договор", "Negotiation", t("5 дн.", "5 days"), "work"),
        ("paused", "Отложено", "On hold", t("30 дн.", "30 days"), "paused"),
        ("won", "Сделка заключена", "Won", "", "won"),
        ("lost", "Отказ", "Lost", "", "lost"),
    ]
    return ProcessFigure(
        tuple(
            Node(
                key,
                t(ru, en),
                t(f"{norm} · менеджер", f"{norm} · manager") if norm else "",
                kind,
            )
            for key, ru, en, norm, kind in names
        ),
        (
            Arrow("lead", "contact"),
            Arrow("contact", "demo"),
            Arrow("demo", "offer"),
            Arrow("offer", "deal"),
            Arrow("deal", "won", t("договор подписан", "contract signed")),
            Arrow("deal", "offer", t("изменились условия", "terms changed")),
            Arrow("deal", "demo"),
            Arrow("deal", "paused"),
            Arrow("paused", "contact"),
            Arrow("contact", "lost"),
            Arrow("demo", "lost"),
            Arrow("offer", "lost"),
            Arrow("deal", "lost"),
        ),
        t("Воронка продаж", "Sales pipeline"),
        t(
            "Воронка: от поиска клиентов до сделки; возможны возврат и отказ.",
            "The pipeline: from prospecting to the deal; returns and loss occur.",
        ),
    )


def short_pipeline(t: _Author) -> ProcessFigure:
    """Four stages in one row with one return."""
    figure = pipeline(t)
    return ProcessFigure(
        (*figure.nodes[:3], figure.nodes[6], figure.nodes[7]),
        (
            Arrow("lead", "contact"),
            Arrow("contact", "demo"),
            Arrow("demo", "won"),
            Arrow("demo", "contact"),
            Arrow("lead", "lost"),
            Arrow("contact", "lost"),
            Arrow("demo", "lost"),
        ),
        t("Короткий цикл", "Short cycle"),
        t("Короткий цикл из трёх этапов.", "A short cycle of three stages."),
    )


def _process(t: _Author) -> Section:
    return section(
        "3",
        t("Процесс продаж", "Sales process"),
        section(
            "3.1",
            t("Этапы воронки", "Stages of the pipeline"),
            clause(
                "3.1.1",
                (
                    *t.text(
                        "Первый ответ на заявку даётся не позднее 15\u00a0минут "
                        "рабочего времени. Поле ",
                        "A request is answered within 15\u00a0working minutes. Field ",
                    ),
                    Code("deal.first_touch_at"),
                    *t.text(" заполняется обязательно.", " is mandatory."),
                    LineBreak(),
                    Strong((Emphasis(t.text("Без исключений.", "No exceptions.")),)),
                ),
            ),
            clause(
                "3.1.2",
                t.text(
                    "Сделка движется по этапам воронки.",
                    "A deal moves along the stages of the pipeline.",
                ),
                (pipeline(t),),
            ),
            clause(
                "3.1.3",
                t.text("Повторные продажи короче.", "Repeat sales are shorter."),
                (short_pipeline(t),),
            ),
        ),
        section(
            "3.2",
            t("Порядок действий", "Order of actions"),
            clause(
                "3.2.1",
                t.text("Заявка обрабатывается так:", "A request is handled so:"),
                (
                    Bullets(
                        tuple(
                            (t.paragraph(f"шаг номер {n};", f"step number {n};"),)
                            for n in range(1, 6)
                        ),
                        ordered=True,
                    ),
                ),
            ),
            clause(
                "3.2.2",
                t.text("Договор согласуется так:", "A contract is agreed so:"),
                (
                    Bullets(
                        (
                            (t.paragraph("проверка;", "check;"),),
                            (t.paragraph("подпись.", "signature."),),
                        ),
                        ordered=True,
                    ),
                ),
            ),
        ),
    )


def _time(t: _Author) -> Section:
    rows = [
        ("9:00–9:30", t("планёрка", "stand-up")),
        ("9:30–11:30", t("исходящие звонки", "outgoing calls")),
        ("11:30–12:30", t("электронная почта", "electronic mail")),
    ]
    return section(
        "4",
        t("Рабочее время", "Working time"),
        clause(
            "4.1",
            t.text("Рабочий день — с 9:00 до 18:00.", "The day runs 9:00 to 18:00."),
            (
                Table(
                    (
                        Column(t("Время", "Time"), 2, "center"),
                        Column(t("Занятие", "Activity"), 6),
                    ),
                    tuple(((Text(a),), (Text(b),)) for a, b in rows),
                ),
                Table(
                    (Column("A", 1), Column("B", 1)),
                    (((Text("1"), LineBreak(), Text("2")), ()),),
                    t("Пустая ячейка", "An empty cell"),
                ),
                t.paragraph("Абзац после таблицы.", "A paragraph after the table."),
            ),
        ),
    )


def _scripts(t: _Author) -> Section:
    return section(
        "5",
        t("Скрипты и правила записи", "Scripts and naming"),
        clause(
            "5.1",
            t.text("Разговор начинается словами:", "A call starts with:"),
            (
                Quote(
                    (
                        t.paragraph(
                            "Добрый день! Меня зовут <имя>, компания «Альфа & Омега». "
                            "Удобно ли вам сейчас говорить?",
                            "Good day! My name is <name>, calling from Alpha & Omega. "
                            "Is now a good time to talk?",
                        ),
                        Bullets(
                            (
                                (t.paragraph("пауза;", "pause;"),),
                                (t.paragraph("вопрос.", "question."),),
                            )
                        ),
                    )
                ),
                t.paragraph("Имя сделки строится по образцу:", "A deal is named so:"),
                CodeBlock("{client} / {product}\n  {year}-{month}\n\t# 1 < 2 && 3 > 2"),
            ),
        ),
    )


def _control(t: _Author) -> Section:
    long_ru = (
        "Руководитель отдела еженедельно проверяет показатели, разбирает отклонения "
        "и фиксирует решения в протоколе; протокол хранится три года. "
    )
    long_en = (
        "The head of the department checks the indicators every week, looks into "
        "deviations and records decisions in minutes that are kept three years. "
    )
    return section(
        "6",
        t("Контроль и пересмотр", "Control and revision"),
        *(
            clause(
                f"6.{n}",
                t.text(
                    (long_ru * (1 + n % 3)).strip(), (long_en * (1 + n % 3)).strip()
                ),
            )
            for n in range(1, 13)
        ),
    )


def _annex(t: _Author) -> Section:
    return section(
        "",
        t("Форма предложения об изменении", "Form of a change request"),
        t.paragraph(
            "Заполняется автором предложения и передаётся владельцу регламента.",
            "Filled in by the author and handed to the owner of the regulation.",
        ),
        Table(
            (Column(t("Поле", "Field"), 2), Column(t("Значение", "Value"), 5)),
            (
                (t.text("Пункт", "Clause"), ()),
                (t.text("Предлагаемый текст", "Proposed text"), ()),
            ),
        ),
        Bullets(((t.paragraph("один экземпляр.", "one copy."),),)),
        mark=t("Приложение 1", "Annex 1"),
        anchor="annex-1",
    )


def _checklist(t: _Author) -> Section:
    return section(
        "",
        t("Чек-лист приёмки", "Acceptance checklist"),
        clause("1", t.text("Заявка получена.", "The request has come.")),
        clause(
            "2",
            (
                *t.text("Клиент опознан, см. ", "The customer is known, see "),
                Reference("clause-1", "1"),
                Text("."),
            ),
        ),
        mark=t("Приложение 2", "Annex 2"),
        anchor="annex-2",
    )


def _acknowledgement(t: _Author) -> Section:
    return section(
        "",
        t("Лист ознакомления", "Acknowledgement sheet"),
        t.paragraph(
            "С регламентом (редакция\u00a03) ознакомлены:",
            "The following have read the regulation (revision\u00a03):",
        ),
        Table(
            (
                Column(t("№", "No."), 1, "center"),
                Column(t("Фамилия, имя, отчество", "Full name"), 5),
                Column(t("Должность", "Position"), 4),
                Column(t("Дата", "Date"), 2),
                Column(t("Подпись", "Signature"), 2),
            ),
            tuple(((Text(str(n)),), (), (), (), ()) for n in range(1, 16)),
        ),
        mark=t("Приложение 3", "Annex 3"),
        anchor="annex-3",
    )
