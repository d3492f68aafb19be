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
      deal,
      at_s
    FROM salesreg_events
    WHERE
      kind = 'activity' AND at_s <= 1773145800 AND subject = 'call'
  ) AS m0
  UNION
  SELECT
    deal,
    1 AS mark,
    at_s
  FROM (
    SELECT
      deal,
      created_s AS at_s
    FROM salesreg_deals
  ) AS m1
), triggered AS (
  SELECT
    h.deal,
    h.at_s,
    r.*
  FROM happened AS h
  JOIN salesreg_deals AS d
    ON d.deal = h.deal
  JOIN salesreg_deadlines AS r
    ON r.trigger_mark = h.mark
  LEFT JOIN visits AS v
    ON NOT r.at_stage IS NULL
    AND v.deal = h.deal
    AND v.stage = r.at_stage
    AND v.entered <= h.at_s
    AND (
      v.left_s IS NULL OR h.at_s < v.left_s
    )
  WHERE
    (
      r.at_stage IS NULL OR NOT v.deal IS NULL
    )
    AND NOT h.deal IN (
      SELECT
        deal
      FROM salesreg_events
      WHERE
        kind = 'stage' AND subject IN ('wait')
    )
), before AS (
  SELECT
    t.deal,
    t.rule,
    t.at_s,
    MIN(h.at_s) AS before_s
  FROM triggered AS t
  JOIN happened AS h
    ON h.deal = t.deal AND h.mark = t.before_mark
  WHERE
    h.at_s >= t.at_s
  GROUP BY
    t.deal,
    t.rule,
    t.at_s
), answered AS (
  SELECT
    t.deal,
    t.rule,
    t.at_s,
    MIN(h.at_s) AS answered_s
  FROM triggered AS t
  JOIN salesreg_stops AS p
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
), opened AS (
  SELECT
    t.*,
    CASE t.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE
          WHEN (
            t.at_s % 86400
          ) < g0.a1
          THEN (
            t.at_s - (
              t.at_s % 86400
            )
          ) + g0.a1
          WHEN (
            t.at_s % 86400
          ) < g0.b1
          THEN t.at_s
          ELSE (
            t.at_s - (
              t.at_s % 86400
            )
          ) + g0.nxt
        END
      END
    END AS opening_s,
    CASE t.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE WHEN (
          t.at_s % 86400
        ) >= g0.c1 THEN g0.d1 ELSE g0.d0 END
      END
    END AS at_wall
  FROM triggered AS t
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      (
        t.at_s
      ) DIV 86400
    )
    AND t.clock = 0
    AND t.at_s >= 1735686000
    AND t.at_s < 1893452400
), begun AS (
  SELECT
    o.*,
    CASE
      WHEN NOT o.cutoff IS NULL AND o.at_wall IS NULL
      THEN NULL
      WHEN NOT o.cutoff IS NULL AND o.at_s < k.open_s
      THEN k.open_s
      WHEN NOT o.cutoff IS NULL AND o.at_s > k.cut_s
      THEN k.next_s
      WHEN o.waits = 1
      THEN o.opening_s
      ELSE o.at_s
    END AS begin_s
  FROM opened AS o
  LEFT JOIN salesreg_cutoffs AS k
    ON k.list = o.cutoff AND k.date = o.at_wall
), ended AS (
  SELECT
    b.*,
    COALESCE(b.begin_s, b.at_s) AS start_s,
    CASE WHEN l.lost_s < a.answered_s THEN NULL ELSE a.answered_s END AS answered_s,
    l.lost_s,
    e.before_s,
    CASE
      WHEN l.lost_s < a.answered_s
      THEN l.lost_s
      ELSE COALESCE(a.answered_s, l.lost_s, 1773145800)
    END AS end_s
  FROM begun AS b
  LEFT JOIN answered AS a
    ON a.deal = b.deal AND a.rule = b.rule AND a.at_s = b.at_s
  LEFT JOIN lost AS l
    ON l.deal = b.deal AND l.rule = b.rule AND l.at_s = b.at_s
  LEFT JOIN before AS e
    ON e.deal = b.deal AND e.rule = b.rule AND e.at_s = b.at_s
), timed AS (
  SELECT
    q.*,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE
          WHEN (
            q.end_s % 86400
          ) <= g0.a1
          THEN g0.q0
          WHEN (
            q.end_s % 86400
          ) <= g0.b1
          THEN g0.r1 + 2 * (
            q.end_s % 86400
          )
          ELSE g0.q1
        END
      END
    END AS y
  FROM ended AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      (
        q.end_s
      ) DIV 86400
    )
    AND q.clock = 0
    AND q.end_s >= 1735686000
    AND q.end_s < 1893452400
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
            q.start_s % 86400
          ) <= g0.a1
          THEN g0.q0
          WHEN (
            q.start_s % 86400
          ) <= g0.b1
          THEN g0.r1 + 2 * (
            q.start_s % 86400
          )
          ELSE g0.q1
        END
      END
    END AS x,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE WHEN (
          q.start_s % 86400
        ) >= g0.c1 THEN g0.d1 ELSE g0.d0 END
      END
    END AS wall,
    CASE q.clock WHEN 0 THEN 14083200 END AS total
  FROM timed AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      (
        q.start_s
      ) DIV 86400
    )
    AND q.clock = 0
    AND q.start_s >= 1735686000
    AND q.start_s < 1893452400
), fallen AS (
  SELECT
    m.*,
    CASE
      WHEN NOT m.limit_work IS NULL
      THEN CASE
        WHEN (
          m.x DIV 2
        ) + m.limit_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                m.x DIV 2
              ) + m.limit_work
            ) > lb0.w2
            THEN lb0.f2 + (
              (
                m.x DIV 2
              ) + m.limit_work
            ) - lb0.w2
            ELSE lb0.f1 + (
              (
                m.x DIV 2
              ) + m.limit_work
            ) - lb0.w1
          END
        END
      END
      WHEN NOT m.limit_plain IS NULL
      THEN m.entered + m.limit_plain
      ELSE ld.due_s
    END AS due_s,
    CASE
      WHEN NOT m.target_work IS NULL
      THEN CASE
        WHEN (
          m.x DIV 2
        ) + m.target_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                m.x DIV 2
              ) + m.target_work
            ) > tb0.w2
            THEN tb0.f2 + (
              (
                m.x DIV 2
              ) + m.target_work
            ) - tb0.w2
            ELSE tb0.f1 + (
              (
                m.x DIV 2
              ) + m.target_work
            ) - tb0.w1
          END
        END
      END
      WHEN NOT m.target_plain IS NULL
      THEN m.entered + m.target_plain
      ELSE td.due_s
    END AS goal_s
  FROM m
  LEFT JOIN salesreg_blocks_0 AS lb0
    ON m.clock = 0
    AND lb0.block = (
      (
        (
          (
            m.x DIV 2
          ) + m.limit_work
        ) - 1
      ) DIV 14400
    )
  LEFT JOIN salesreg_deadline_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
  LEFT JOIN salesreg_blocks_0 AS tb0
    ON m.clock = 0
    AND tb0.block = (
      (
        (
          (
            m.x DIV 2
          ) + m.target_work
        ) - 1
      ) DIV 14400
    )
  LEFT JOIN salesreg_deadline_dates AS td
    ON td.list = m.target_dates AND td.date = m.wall
), cleared AS (
  SELECT
    f.deal,
    f.rule,
    f.cite,
    f.clock,
    f.at_s,
    f.start_s,
    f.answered_s,
    f.lost_s,
    f.end_s,
    f.x,
    f.y,
    f.before_mark,
    CASE
      WHEN NOT f.before_mark IS NULL
      THEN f.before_s
      WHEN f.begin_s IS NULL
      THEN NULL
      ELSE f.due_s
    END AS due_s,
    CASE WHEN f.begin_s IS NULL THEN NULL ELSE f.goal_s END AS goal_s
  FROM fallen AS f
), behind AS (
  SELECT
    q.*,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT g0.day IS NULL
        THEN CASE
          WHEN (
            q.due_s % 86400
          ) <= g0.a1
          THEN g0.q0
          WHEN (
            q.due_s % 86400
          ) <= g0.b1
          THEN g0.r1 + 2 * (
            q.due_s % 86400
          )
          ELSE g0.q1
        END
      END
    END AS z
  FROM cleared AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      (
        q.due_s
      ) DIV 86400
    )
    AND q.clock = 0
    AND q.due_s >= 1735686000
    AND q.due_s < 1893452400
)
SELECT
  cite,
  behind.deal AS deal,
  tenures.owner AS person,
  at_s,
  start_s,
  goal_s,
  due_s,
  answered_s,
  end_s,
  CASE
    WHEN due_s IS NULL AND before_mark IS NULL
    THEN 'unknown'
    WHEN NOT answered_s IS NULL
    THEN CASE WHEN end_s > due_s THEN 'late' ELSE 'met' END
    WHEN NOT lost_s IS NULL
    THEN CASE WHEN end_s > due_s THEN 'missed' ELSE 'lapsed' END
    WHEN end_s > due_s
    THEN 'overdue'
    ELSE 'pending'
  END AS status,
  CASE WHEN end_s > due_s THEN 1 ELSE 0 END AS breached,
  CASE WHEN goal_s IS NULL THEN NULL WHEN end_s > goal_s THEN 1 ELSE 0 END AS target_missed,
  CASE WHEN end_s <= start_s THEN 0 ELSE (
    y DIV 2
  ) - (
    x DIV 2
  ) END AS seconds,
  0 AS paused_seconds,
  CASE
    WHEN due_s IS NULL AND before_mark IS NULL
    THEN NULL
    WHEN due_s IS NULL OR end_s <= due_s
    THEN 0
    ELSE (
      y DIV 2
    ) - (
      z DIV 2
    )
  END AS late_seconds
FROM behind
LEFT JOIN tenures
  ON tenures.deal = behind.deal
  AND tenures.since_s <= behind.at_s
  AND (
    tenures.until_s IS NULL OR behind.at_s < tenures.until_s
  );
