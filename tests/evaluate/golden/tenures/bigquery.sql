WITH tenures AS (
  SELECT
    deal,
    subject AS owner,
    at_s AS since_s,
    at_s AS until_s,
    actor,
    1 AS number
  FROM salesreg_events
  WHERE
    1 = 0
), stage_events AS (
  SELECT
    e.deal,
    e.at_s,
    s.stage
  FROM (
    SELECT
      *
    FROM salesreg_events
    WHERE
      kind = 'stage' AND at_s <= 1773145800
  ) AS e
  JOIN salesreg_stage_keys AS s
    ON s.stage_key = e.subject
), marked AS (
  SELECT
    *,
    LAG(stage) OVER (PARTITION BY deal ORDER BY at_s, stage) AS prior
  FROM stage_events
), moved AS (
  SELECT
    *
  FROM marked
  WHERE
    prior IS NULL OR prior <> stage
), entries AS (
  SELECT
    m.*
  FROM moved AS m
), visits AS (
  SELECT
    deal,
    stage,
    at_s AS entered,
    LEAD(at_s) OVER (PARTITION BY deal ORDER BY at_s, stage) AS left_s,
    LEAD(stage) OVER (PARTITION BY deal ORDER BY at_s, stage) AS next_stage,
    ROW_NUMBER() OVER (PARTITION BY deal ORDER BY at_s, stage) AS number
  FROM entries
), losses AS (
  SELECT
    v.deal,
    v.stage,
    v.entered
  FROM visits AS v
  JOIN salesreg_lost AS l
    ON l.stage = v.stage
), held AS (
  SELECT
    t.deal,
    t.number,
    t.owner,
    t.since_s,
    t.until_s,
    0 AS edition
  FROM tenures AS t
  JOIN (
    SELECT
      *
    FROM salesreg_deals
  ) AS d
    ON d.deal = t.deal
), lost AS (
  SELECT
    h.deal,
    MIN(l.entered) AS lost_s
  FROM held AS h
  JOIN losses AS l
    ON l.deal = h.deal AND l.entered >= h.since_s
  WHERE
    h.until_s IS NULL
  GROUP BY
    h.deal
), dated AS (
  SELECT
    h.deal,
    h.number,
    h.owner,
    CASE WHEN (
      MOD(h.since_s, 86400)
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date
  FROM held AS h
  JOIN salesreg_walls AS wall
    ON wall.day = (
      DIV((
        h.since_s
      ), 86400)
    )
), roles AS (
  SELECT
    h.deal,
    h.number,
    p.role,
    ROW_NUMBER() OVER (PARTITION BY h.deal, h.number ORDER BY p.since_d, p.role) AS nth
  FROM dated AS h
  JOIN salesreg_people AS p
    ON p.person = h.owner
    AND p.since_d <= h.date
    AND (
      p.until_d IS NULL OR p.until_d >= h.date
    )
), judged AS (
  SELECT
    h.deal,
    h.number,
    h.owner,
    h.since_s,
    h.until_s,
    l.lost_s,
    r.rule,
    r.clock,
    r.mark,
    r.limit_work,
    r.limit_plain,
    r.limit_dates,
    r.target_work,
    r.target_plain,
    r.target_dates,
    COALESCE(h.until_s, l.lost_s, 1773145800) AS end_s
  FROM held AS h
  JOIN salesreg_ownership AS r
    ON r.edition = h.edition
  LEFT JOIN lost AS l
    ON l.deal = h.deal AND h.until_s IS NULL
  LEFT JOIN roles AS o
    ON o.deal = h.deal AND o.number = h.number AND o.nth = 1
  LEFT JOIN salesreg_role_clocks AS c
    ON c.edition = h.edition AND c.role = o.role
  WHERE
    r.clock = COALESCE(c.clock, r.usual)
    AND CASE r.rule WHEN 1 THEN (
      1 = 0
    ) WHEN 2 THEN (
      1 = 1
    ) ELSE (
      1 = 1
    ) END
), happened AS (
  SELECT
    deal,
    0 AS mark,
    at_s
  FROM (
    SELECT
      deal,
      at_s
    FROM salesreg_events
    WHERE
      kind = 'activity' AND at_s <= 1773145800 AND subject = 'call'
  ) AS m0
  UNION DISTINCT
  SELECT
    deal,
    1 AS mark,
    at_s
  FROM (
    SELECT
      v.deal,
      v.entered AS at_s
    FROM visits AS v
    JOIN salesreg_stage_keys AS k
      ON k.stage = v.stage
    WHERE
      k.stage_key = 'talk' AND NOT v.entered IS NULL
  ) AS m1
  UNION DISTINCT
  SELECT
    deal,
    2 AS mark,
    at_s
  FROM (
    SELECT
      deal,
      since_s AS at_s
    FROM tenures
  ) AS m2
), starts AS (
  SELECT
    j.*,
    j.since_s AS start_s
  FROM judged AS j
  UNION ALL
  SELECT
    j.*,
    e.at_s AS start_s
  FROM judged AS j
  JOIN happened AS e
    ON e.deal = j.deal AND e.mark = j.mark AND e.at_s > j.since_s AND e.at_s <= j.end_s
), m AS (
  SELECT
    q.*,
    q.start_s AS entered,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g0.a1
          THEN g0.q0
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g0.b1
          THEN g0.r1 + 2 * (
            MOD(q.start_s, 86400)
          )
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g0.a2
          THEN g0.q1
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g0.b2
          THEN g0.r2 + 2 * (
            MOD(q.start_s, 86400)
          )
          ELSE g0.q2
        END
      END
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g1.a1
          THEN g1.q0
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g1.b1
          THEN g1.r1 + 2 * (
            MOD(q.start_s, 86400)
          )
          ELSE g1.q1
        END
      END
      WHEN 2
      THEN CASE
        WHEN NOT g2.day IS NULL
        THEN CASE
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g2.a1
          THEN g2.q0
          WHEN (
            MOD(q.start_s, 86400)
          ) <= g2.b1
          THEN g2.r1 + 2 * (
            MOD(q.start_s, 86400)
          )
          ELSE g2.q1
        END
      END
    END AS x,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE WHEN (
          MOD(q.start_s, 86400)
        ) >= g0.c1 THEN g0.d1 ELSE g0.d0 END
      END
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE WHEN (
          MOD(q.start_s, 86400)
        ) >= g1.c1 THEN g1.d1 ELSE g1.d0 END
      END
      WHEN 2
      THEN CASE
        WHEN NOT g2.day IS NULL
        THEN CASE WHEN (
          MOD(q.start_s, 86400)
        ) >= g2.c1 THEN g2.d1 ELSE g2.d0 END
      END
    END AS wall,
    CASE q.clock WHEN 0 THEN 37555200 WHEN 1 THEN 14083200 WHEN 2 THEN 9396000 END AS total
  FROM starts AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      DIV((
        q.start_s
      ), 86400)
    )
    AND q.clock = 0
    AND q.start_s >= 1735678800
    AND q.start_s < 1893445200
  LEFT JOIN salesreg_days_1 AS g1
    ON g1.day = (
      DIV((
        q.start_s
      ), 86400)
    )
    AND q.clock = 1
    AND q.start_s >= 1735686000
    AND q.start_s < 1893452400
  LEFT JOIN salesreg_days_2 AS g2
    ON g2.day = (
      DIV((
        q.start_s
      ), 86400)
    )
    AND q.clock = 2
    AND q.start_s >= 1735678800
    AND q.start_s < 1798750800
), fallen AS (
  SELECT
    m.*,
    CASE
      WHEN NOT m.limit_work IS NULL
      THEN CASE
        WHEN (
          DIV(m.x, 2)
        ) + m.limit_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN (
            lb0.f1 + (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) - lb0.w1
          )
          WHEN 1
          THEN CASE
            WHEN (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) > lb1.w2
            THEN lb1.f2 + (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) - lb1.w2
            ELSE lb1.f1 + (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) - lb1.w1
          END
          WHEN 2
          THEN CASE
            WHEN (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) > lb2.w2
            THEN lb2.f2 + (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) - lb2.w2
            ELSE lb2.f1 + (
              (
                DIV(m.x, 2)
              ) + m.limit_work
            ) - lb2.w1
          END
        END
      END
      WHEN NOT m.limit_plain IS NULL
      THEN m.entered + m.limit_plain
      ELSE ld.due_s
    END AS due_s
  FROM m
  LEFT JOIN salesreg_blocks_0 AS lb0
    ON m.clock = 0
    AND lb0.block = (
      DIV((
        (
          (
            DIV(m.x, 2)
          ) + m.limit_work
        ) - 1
      ), 14400)
    )
  LEFT JOIN salesreg_blocks_1 AS lb1
    ON m.clock = 1
    AND lb1.block = (
      DIV((
        (
          (
            DIV(m.x, 2)
          ) + m.limit_work
        ) - 1
      ), 14400)
    )
  LEFT JOIN salesreg_blocks_2 AS lb2
    ON m.clock = 2
    AND lb2.block = (
      DIV((
        (
          (
            DIV(m.x, 2)
          ) + m.limit_work
        ) - 1
      ), 14400)
    )
  LEFT JOIN salesreg_ownership_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
), followed AS (
  SELECT
    *,
    LEAD(start_s) OVER (PARTITION BY deal, number, rule ORDER BY start_s) AS next_s
  FROM fallen
), gone AS (
  SELECT
    *,
    CASE WHEN due_s IS NULL OR due_s < COALESCE(next_s, end_s) THEN 1 ELSE 0 END AS gone
  FROM followed
), placed AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY deal, number, rule
      ORDER BY gone DESC, CASE WHEN gone = 1 THEN start_s ELSE -start_s END
    ) AS place
  FROM gone
), decided AS (
  SELECT
    deal,
    number,
    owner,
    since_s,
    until_s,
    lost_s,
    rule,
    clock,
    target_work,
    target_plain,
    target_dates,
    start_s,
    due_s,
    gone,
    CASE WHEN gone = 1 THEN due_s END AS gone_s
  FROM placed
  WHERE
    place = 1
), m2 AS (
  SELECT
    q.*,
    q.gone_s AS entered,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g0.a1
          THEN g0.q0
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g0.b1
          THEN g0.r1 + 2 * (
            MOD(q.gone_s, 86400)
          )
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g0.a2
          THEN g0.q1
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g0.b2
          THEN g0.r2 + 2 * (
            MOD(q.gone_s, 86400)
          )
          ELSE g0.q2
        END
      END
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g1.a1
          THEN g1.q0
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g1.b1
          THEN g1.r1 + 2 * (
            MOD(q.gone_s, 86400)
          )
          ELSE g1.q1
        END
      END
      WHEN 2
      THEN CASE
        WHEN NOT g2.day IS NULL
        THEN CASE
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g2.a1
          THEN g2.q0
          WHEN (
            MOD(q.gone_s, 86400)
          ) <= g2.b1
          THEN g2.r1 + 2 * (
            MOD(q.gone_s, 86400)
          )
          ELSE g2.q1
        END
      END
    END AS x,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE WHEN (
          MOD(q.gone_s, 86400)
        ) >= g0.c1 THEN g0.d1 ELSE g0.d0 END
      END
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE WHEN (
          MOD(q.gone_s, 86400)
        ) >= g1.c1 THEN g1.d1 ELSE g1.d0 END
      END
      WHEN 2
      THEN CASE
        WHEN NOT g2.day IS NULL
        THEN CASE WHEN (
          MOD(q.gone_s, 86400)
        ) >= g2.c1 THEN g2.d1 ELSE g2.d0 END
      END
    END AS wall,
    CASE q.clock WHEN 0 THEN 37555200 WHEN 1 THEN 14083200 WHEN 2 THEN 9396000 END AS total
  FROM decided AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      DIV((
        q.gone_s
      ), 86400)
    )
    AND q.clock = 0
    AND q.gone_s >= 1735678800
    AND q.gone_s < 1893445200
  LEFT JOIN salesreg_days_1 AS g1
    ON g1.day = (
      DIV((
        q.gone_s
      ), 86400)
    )
    AND q.clock = 1
    AND q.gone_s >= 1735686000
    AND q.gone_s < 1893452400
  LEFT JOIN salesreg_days_2 AS g2
    ON g2.day = (
      DIV((
        q.gone_s
      ), 86400)
    )
    AND q.clock = 2
    AND q.gone_s >= 1735678800
    AND q.gone_s < 1798750800
), graced AS (
  SELECT
    m.*,
    CASE
      WHEN NOT m.target_work IS NULL
      THEN CASE
        WHEN (
          DIV(m.x, 2)
        ) + m.target_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN (
            tb0.f1 + (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) - tb0.w1
          )
          WHEN 1
          THEN CASE
            WHEN (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) > tb1.w2
            THEN tb1.f2 + (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) - tb1.w2
            ELSE tb1.f1 + (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) - tb1.w1
          END
          WHEN 2
          THEN CASE
            WHEN (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) > tb2.w2
            THEN tb2.f2 + (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) - tb2.w2
            ELSE tb2.f1 + (
              (
                DIV(m.x, 2)
              ) + m.target_work
            ) - tb2.w1
          END
        END
      END
      WHEN NOT m.target_plain IS NULL
      THEN m.entered + m.target_plain
      ELSE td.due_s
    END AS goal_s
  FROM m2 AS m
  LEFT JOIN salesreg_blocks_0 AS tb0
    ON m.clock = 0
    AND tb0.block = (
      DIV((
        (
          (
            DIV(m.x, 2)
          ) + m.target_work
        ) - 1
      ), 14400)
    )
  LEFT JOIN salesreg_blocks_1 AS tb1
    ON m.clock = 1
    AND tb1.block = (
      DIV((
        (
          (
            DIV(m.x, 2)
          ) + m.target_work
        ) - 1
      ), 14400)
    )
  LEFT JOIN salesreg_blocks_2 AS tb2
    ON m.clock = 2
    AND tb2.block = (
      DIV((
        (
          (
            DIV(m.x, 2)
          ) + m.target_work
        ) - 1
      ), 14400)
    )
  LEFT JOIN salesreg_ownership_dates AS td
    ON td.list = m.target_dates AND td.date = m.wall
)
SELECT
  r.cite,
  g.deal,
  g.number,
  r.rule_key,
  g.owner,
  g.since_s,
  g.start_s,
  g.due_s,
  g.goal_s,
  COALESCE(g.until_s, g.lost_s) AS ended_s,
  CASE
    WHEN g.due_s IS NULL
    THEN 'unknown'
    WHEN g.gone = 0
    THEN 'kept'
    WHEN r.then_to = 'stays'
    THEN 'stays'
    WHEN g.until_s <= COALESCE(g.goal_s, g.due_s)
    THEN 'reassigned'
    WHEN NOT g.until_s IS NULL
    THEN 'late'
    WHEN NOT g.lost_s IS NULL
    THEN 'lapsed'
    WHEN 1773145800 <= COALESCE(g.goal_s, g.due_s)
    THEN 'grace'
    ELSE 'overdue'
  END AS status,
  r.then_to
FROM graced AS g
JOIN salesreg_ownership AS r
  ON r.rule = g.rule AND r.clock = g.clock;
