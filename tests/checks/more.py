"""More wrong pieces: for each message that the examples of a check do not bring.

Examples are for people and few; these are here so that every sentence is said.
"""

from __future__ import annotations

_DAY = """
calendars:
- key: day
  title: Day
  time_zone: Europe/Moscow
  week:
  - days: [monday]
    window: 09:00-18:00
    breaks: [{title: Lunch, window: 13:00-14:00}]
roles: [{key: sdr, title: Specialist}]
"""
_CONTEST = """
kpis: [{key: rate, title: Rate, direction: up}]
incentives:
- key: contest
  title: Contest
  kpi: rate
  scale:
    kind: scale
"""
_BUDGET = "- {title: %s, activity: calls, roles: [sdr], amount: %s, key: %s}\n"
_MEETING = """
meetings:
- key: review
  title: Review
  owner: sdr
  every: {every: week, weekdays: [%s], at: "%s", duration: 1 h}
"""
_LONG = "{kind: number, field: seats, at_least: '9', below: '1'}"

MORE: dict[str, tuple[str, ...]] = {
    "STR02": (
        """
        roles: [{key: head, title: Head}, {key: head, title: Chief}]
        """,
        """
        procedures:
        - {key: one, title: One, steps: [{key: call, title: Call}]}
        - {key: two, title: Two, steps: [{key: call, title: Call},
           {key: again, title: call}]}
        """,
    ),
    "STR10": ("text: T", 'revision: {number: "2.0"}'),
    "STR11": ("text: T", "governance: {}"),
    "STR13": (
        'revision: {number: "2.0"}',
        'governance: {owner: head}\nrevision: {number: "1"}',
    ),
    "TIM01": (
        _DAY
        + "meetings: [{key: m, title: Long talk, owner: sdr,"
        + " every: {every: week, weekdays: [monday], duration: 5 h}}]\n"
        + "budgets:\n"
        + _BUDGET % ("Calls", "1 h", "calls"),
        _DAY
        + "reports: [{key: r, title: Report, author: sdr, effort: 5 h,"
        + " every: {every: week}}]\nbudgets:\n"
        + _BUDGET % ("Calls", "4 h", "calls"),
        _DAY.replace("{title: Lunch, window", "{title: Rest, paid: true, window")
        + "budgets:\n"
        + _BUDGET % ("Calls", "481 min", "calls"),
        _DAY.replace("window: 13:00-14:00", "duration: 20 min, times: 3")
        + "budgets:\n"
        + _BUDGET % ("Calls", "8 h, window: 09:00-17:00", "calls")
        + _BUDGET % ("Mail", "10 min, window: 17:00-18:00", "mail"),
        """
        roles: [{key: sdr, title: Specialist}]
        budgets:
        - {key: a, title: A, roles: [sdr], amount: 20 min, window: 09:10-09:30}
        calendars:
        - key: day
          title: Day
          roles: [sdr]
          time_zone: Europe/Moscow
          week: [{days: [monday], window: 09:00-09:50, breaks: [{title: Rest,
            duration: 15 min, times: 2, paid: true}]}]
        """,
    ),
    "TIM04": (
        "activities: [{key: calls, title: Calls}]\nbudgets:\n"
        + _BUDGET % ("Calls", "1 h", "a")
        + _BUDGET % ("More calls", "1 h", "b"),
    ),
    "TIM05": (
        _DAY
        + "norms: [{key: n, title: Calls, roles: [sdr], count: 50,"
        + " unit_time: 10 min}]",
        _DAY
        + "norms: [{key: n, title: Calls, roles: [sdr], count: 50, per: week,"
        + " unit_time: 10 min}]",
        _DAY
        + "norms: [{key: n, title: Calls, activity: calls, roles: [sdr], per: week,"
        + " count: 50, unit_time: 10 min}]\nbudgets:\n"
        + _BUDGET % ("Calls", "1 h", "calls"),
    ),
    "TIM07": ("stages: [{key: s, title: S, norm: {limit: 2 business days}}]",),
    "TIM10": (
        """
        procedures: [{key: p, title: Check, trigger: {kind: deal_created}, limit: 2 h}]
        escalations:
        - {key: e, title: E, procedure: p, trigger: {kind: deal_created},
           levels: [{to: head, after: 1 h}]}
        """,
    ),
    "TIM13": (
        _DAY + _MEETING % ("monday", "12:30"),
        _DAY + _MEETING % ("sunday", "12:30"),
    ),
    "PRC01": ("stages: [{key: a, title: A}, {key: b, title: B}]",),
    "PRC04": (
        """
        stages:
        - {key: lead, title: Lead, kind: initial, transitions: [{to: lost}]}
        - {key: lost, title: Lost, kind: lost}
        - {key: appeal, title: Appeal, transitions: [{to: review}]}
        - {key: review, title: Review, transitions: [{to: appeal}, {to: heard}]}
        - {key: heard, title: Heard, transitions: [{to: lost}]}
        """,
    ),
    "PRC05": (
        """
        stages:
        - {key: a, title: A, transitions: [{to: b}]}
        - {key: b, title: B, transitions: [{to: a}]}
        - {key: won, title: Won, kind: won}
        """,
    ),
    "PRC06": ("stages: [{key: lost, title: Lost, kind: lost}]",),
    "PRC11": (
        "fields: [{key: seats, title: Seats, type: number}]\n"
        "routings:\n- key: r\n  title: R\n  rules:\n"
        "  - {title: R, to: m, when: {kind: all, of: ["
        + ", ".join([_LONG] * 13)
        + "]}}\n",
    ),
    "PRC14": (
        """
        qualifications:
        - key: q
          title: Points
          grades:
          - {key: a, title: A, least: 5 points}
          - {key: b, title: B, least: 5 points}
        """,
    ),
    "PRC15": (
        """
        ownership:
        - {key: a, title: A, window: 9 days, without: {kind: deal_created}, then: pool}
        - {key: b, title: B, window: 9 days, without: {kind: deal_created}, then: head}
        """,
    ),
    "RSP06": (
        """
        roles:
        - {key: seller, title: Seller, substitutes: [{by: clerk}]}
        - {key: clerk, title: Clerk}
        authorities:
        - key: rebate
          title: Rebate
          bands: [{role: seller, band: {start: 0%, end: 5%}}]
        """,
    ),
    "GOL11": (
        """
        kpis: [{key: load, title: Load}]
        goals:
        - {key: a, title: More, kpi: load, owner: head, period: "2026",
           baseline: 1 deals, target: 5 deals}
        - {key: b, title: Less, kpi: load, owner: head, period: "2026",
           baseline: 5 deals, target: 1 deals}
        """,
    ),
    "KPI04": ("kpis: [{key: a, title: A, formula: {kind: count}}]",),
    "KPI06": (
        """
        pay_plans:
        - key: p
          title: Pay
          components:
          - {key: a, title: A}
          - {key: b, title: B}
          - {key: c, title: C}
          - {key: d, title: D}
        """,
    ),
    "INC02": (
        _CONTEST + "    tiers: [{start: 0%, end: 60%}, {start: 50%, end: 90%}]",
        _CONTEST + "    tiers: [{start: 0%}, {start: 50%}]",
    ),
    "INC04": (
        _CONTEST
        + "    mode: linear\n"
        + "    tiers: [{start: 0%, end: 9%, rate: 9%, rate_at_end: 8%}]",
        _CONTEST
        + "    mode: whole\n"
        + "    tiers: [{start: 0%, end: 9%, amount: 90 RUB},"
        + " {start: 9%, amount: 80 RUB}]",
    ),
    "INC06": (
        """
        incentives:
        - key: prize
          title: Prize
          kpi: rate
          scale:
            kind: grid
            columns: [{end: 5 deals}]
            rows: [{band: {end: 5%}, rates: [5%]}]
        """,
    ),
    "INC09": (_CONTEST + "    cap: 90%\n    tiers: [{start: 0%, rate: 9%}]",),
    "LIM06": ("authorities: [{key: rebate, title: Rebate}]",),
    "RU03": (
        """
        bonus_reductions:
        - {key: r, title: Reduction, share: 5%, period: next_period, trigger: breach}
        """,
    ),
}
