WITH tenures AS (
  SELECT
    deal,
    subject AS owner,
    at_s AS since_s,
    at_s AS until_s,
    actor
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
), happened AS (
  SELECT
    deal,
    0 AS mark,
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
  ) AS m0
  UNION
  SELECT
    deal,
    1 AS mark,
    at_s
  FROM (
    SELECT
      deal,
      at_s
    FROM salesreg_events
    WHERE
      kind = 'activity' AND at_s <= 1773145800 AND subject = 'call'
  ) AS m1
  UNION
  SELECT
    deal,
    2 AS mark,
    at_s
  FROM (
    SELECT
      v.deal,
      v.left_s AS at_s
    FROM visits AS v
    JOIN salesreg_stage_keys AS k
      ON k.stage = v.stage
    WHERE
      k.stage_key = 'talk' AND NOT v.left_s IS NULL
  ) AS m2
  UNION
  SELECT
    deal,
    3 AS mark,
    at_s
  FROM (
    SELECT
      v.deal,
      v.left_s AS at_s
    FROM visits AS v
    JOIN salesreg_stage_keys AS k
      ON k.stage = v.stage
    WHERE
      k.stage_key = 'new' AND NOT v.left_s IS NULL
  ) AS m3
  UNION
  SELECT
    deal,
    4 AS mark,
    at_s
  FROM (
    SELECT
      v.deal,
      v.entered AS at_s
    FROM visits AS v
    JOIN salesreg_stage_keys AS k
      ON k.stage = v.stage
    WHERE
      k.stage_key = 'lost' AND NOT v.entered IS NULL
  ) AS m4
  UNION
  SELECT
    deal,
    5 AS mark,
    at_s
  FROM (
    SELECT
      deal,
      at_s
    FROM salesreg_events
    WHERE
      kind = 'happens' AND at_s <= 1773145800 AND subject = 'Asked'
  ) AS m5
  UNION
  SELECT
    deal,
    6 AS mark,
    at_s
  FROM (
    SELECT
      deal,
      since_s AS at_s
    FROM tenures
  ) AS m6
), triggered AS (
  SELECT
    h.deal,
    h.at_s,
    r.rule,
    r.clock,
    r.itself
  FROM happened AS h
  JOIN salesreg_deals AS d
    ON d.deal = h.deal
  JOIN salesreg_escalations AS r
    ON r.trigger_mark = h.mark
  WHERE
    NOT h.deal IN (
      SELECT
        deal
      FROM salesreg_events
      WHERE
        kind = 'stage' AND subject IN ('wait')
    )
), answered AS (
  SELECT
    t.deal,
    t.rule,
    t.at_s,
    MIN(h.at_s) AS answered_s
  FROM triggered AS t
  JOIN salesreg_escalation_stops AS p
    ON p.rule = t.rule
  JOIN happened AS h
    ON h.deal = t.deal AND h.mark = p.mark
  WHERE
    h.at_s > t.at_s OR (
      h.at_s = t.at_s AND p.at_once = 1
    )
  GROUP BY
    t.deal,
    t.rule,
    t.at_s
), losses AS (
  SELECT
    v.deal,
    v.stage,
    v.entered
  FROM visits AS v
  JOIN salesreg_lost AS l
    ON l.stage = v.stage
), lost AS (
  SELECT
    t.deal,
    t.rule,
    t.at_s,
    MIN(l.entered) AS lost_s
  FROM triggered AS t
  JOIN losses AS l
    ON l.deal = t.deal
  WHERE
    l.entered > t.at_s
    OR (
      l.entered = t.at_s AND (
        t.itself IS NULL OR t.itself <> l.stage
      )
    )
  GROUP BY
    t.deal,
    t.rule,
    t.at_s
), ended AS (
  SELECT
    t.*,
    CASE
      WHEN l.lost_s < a.answered_s
      THEN l.lost_s
      ELSE COALESCE(a.answered_s, l.lost_s)
    END AS done_s
  FROM triggered AS t
  LEFT JOIN answered AS a
    ON a.deal = t.deal AND a.rule = t.rule AND a.at_s = t.at_s
  LEFT JOIN lost AS l
    ON l.deal = t.deal AND l.rule = t.rule AND l.at_s = t.at_s
), begun AS (
  SELECT
    q.*,
    q.at_s AS entered,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE
          WHEN (
            q.at_s % 86400
          ) <= g0.a1
          THEN g0.q0
          WHEN (
            q.at_s % 86400
          ) <= g0.b1
          THEN g0.r1 + 2 * (
            q.at_s % 86400
          )
          ELSE g0.q1
        END
      END
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE
          WHEN (
            q.at_s % 86400
          ) <= g1.a1
          THEN g1.q0
          WHEN (
            q.at_s % 86400
          ) <= g1.b1
          THEN g1.r1 + 2 * (
            q.at_s % 86400
          )
          WHEN (
            q.at_s % 86400
          ) <= g1.a2
          THEN g1.q1
          WHEN (
            q.at_s % 86400
          ) <= g1.b2
          THEN g1.r2 + 2 * (
            q.at_s % 86400
          )
          ELSE g1.q2
        END
      END
    END AS x,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE WHEN (
          q.at_s % 86400
        ) >= g0.c1 THEN g0.d1 ELSE g0.d0 END
      END
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE WHEN (
          q.at_s % 86400
        ) >= g1.c1 THEN g1.d1 ELSE g1.d0 END
      END
    END AS wall,
    CASE q.clock WHEN 0 THEN 42249600 WHEN 1 THEN 37555200 END AS total
  FROM ended AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      CAST(((
        q.at_s
      ) - MOD((
        q.at_s
      ), 86400)) / 86400 AS BIGINT)
    )
    AND q.clock = 0
    AND q.at_s >= 1735686000
    AND q.at_s < 1893452400
  LEFT JOIN salesreg_days_1 AS g1
    ON g1.day = (
      CAST(((
        q.at_s
      ) - MOD((
        q.at_s
      ), 86400)) / 86400 AS BIGINT)
    )
    AND q.clock = 1
    AND q.at_s >= 1735678800
    AND q.at_s < 1893445200
), m AS (
  SELECT
    b.*,
    v.cite,
    v.escalation,
    v.level,
    v.told,
    v.limit_work,
    v.limit_plain,
    v.limit_dates
  FROM begun AS b
  JOIN salesreg_escalation_levels AS v
    ON v.rule = b.rule
), fallen AS (
  SELECT
    m.*,
    CASE
      WHEN NOT m.limit_work IS NULL
      THEN CASE
        WHEN (
          CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
        ) + m.limit_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
              ) + m.limit_work
            ) > lb0.w2
            THEN lb0.f2 + (
              (
                CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
              ) + m.limit_work
            ) - lb0.w2
            ELSE lb0.f1 + (
              (
                CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
              ) + m.limit_work
            ) - lb0.w1
          END
          WHEN 1
          THEN (
            lb1.f1 + (
              (
                CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
              ) + m.limit_work
            ) - lb1.w1
          )
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
      CAST(((
        (
          (
            CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
          ) + m.limit_work
        ) - 1
      ) - MOD((
        (
          (
            CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
          ) + m.limit_work
        ) - 1
      ), 14400)) / 14400 AS BIGINT)
    )
  LEFT JOIN salesreg_blocks_1 AS lb1
    ON m.clock = 1
    AND lb1.block = (
      CAST(((
        (
          (
            CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
          ) + m.limit_work
        ) - 1
      ) - MOD((
        (
          (
            CAST((m.x - MOD(m.x, 2)) / 2 AS BIGINT)
          ) + m.limit_work
        ) - 1
      ), 14400)) / 14400 AS BIGINT)
    )
  LEFT JOIN salesreg_escalation_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
)
SELECT
  f.cite,
  f.deal AS deal,
  f.escalation,
  f.level,
  f.told,
  tenures.owner AS person,
  f.at_s,
  f.due_s,
  f.done_s
FROM fallen AS f
LEFT JOIN tenures
  ON tenures.deal = f.deal
  AND tenures.since_s <= f.at_s
  AND (
    tenures.until_s IS NULL OR f.at_s < tenures.until_s
  )
WHERE
  f.due_s <= 1773145800 AND (
    f.done_s IS NULL OR f.due_s < f.done_s
  );
