"""What a typical article asks a regulation to hold, as a regulation.

It states what the article states, with the article's numbers, and is silent
where the article is silent. Its contradictions are kept on purpose: they are
what checks are for.

1. The day does not hold its budgets: 9:00-18:00 less an hour of lunch is eight
   hours; calls 2 h, mail 1 h, clients 3 h, learning 1 h and planning 1 h fill
   all of it. The short breaks, meetings and reports that are also demanded have
   no time left.
2. Two hours of calls, an hour of mail and three hours of contact with clients
   "by phone, by mail, in person" overlap, and no budget says so.
3. The head of sales (`head`) leads, decides and controls everywhere and is not
   among the three roles.
4. Of six stages, only the search and the deal have a procedure; the procedure
   for requests belongs to no stage.
5. The goals have no measure, no target and no period, beside a demand for
   SMART goals; the KPIs have no period, no target, no direction and no source.
   The sales plan has no number either.
6. The components of the strategy and the meaning of SMART are announced and
   nothing follows.
7. Fines are recommended, which the Labour Code of Russia does not know.

The article names no way to lose a deal either, so the pipeline has none. Norms
of stages and limits of steps are examples: the article asks for time limits
and controls and leaves the numbers open.
"""

from __future__ import annotations

import salesreg as sr
from salesreg.model.regulation import Language, Regulation
from salesreg.templates.article.control import control
from salesreg.templates.article.day import day
from salesreg.templates.article.frame import frame
from salesreg.templates.article.goals import goals
from salesreg.templates.article.people import people
from salesreg.templates.article.process import process
from salesreg.templates.article.stages import stages
from salesreg.templates.wording import wording

__all__ = ["article"]


def article(language: Language) -> Regulation:
    """Return the regulation that the article describes."""
    t = wording(language)
    title = t("Регламент работы отдела продаж", "Sales Department Regulation")
    return (
        sr.regulation("article", title=title, language=language)
        .add(frame(t), goals(t), people(t), stages(t), process(t), day(t), control(t))
        .build()
    )
