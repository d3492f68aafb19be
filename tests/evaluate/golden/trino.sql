-- visits
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
    m.*,
    CASE
      WHEN NOT day0.day IS NULL AND m.at_s >= 1735686000 AND m.at_s < 1893452400
      THEN CASE
        WHEN (
          m.at_s % 86400
        ) <= day0.a1
        THEN day0.q0
        WHEN (
          m.at_s % 86400
        ) <= day0.b1
        THEN day0.r1 + 2 * (
          m.at_s % 86400
        )
        ELSE day0.q1
      END
    END AS x0,
    CASE
      WHEN NOT day1.day IS NULL AND m.at_s >= 1735678800 AND m.at_s < 1893445200
      THEN CASE
        WHEN (
          m.at_s % 86400
        ) <= day1.a1
        THEN day1.q0
        WHEN (
          m.at_s % 86400
        ) <= day1.b1
        THEN day1.r1 + 2 * (
          m.at_s % 86400
        )
        WHEN (
          m.at_s % 86400
        ) <= day1.a2
        THEN day1.q1
        WHEN (
          m.at_s % 86400
        ) <= day1.b2
        THEN day1.r2 + 2 * (
          m.at_s % 86400
        )
        ELSE day1.q2
      END
    END AS x1
  FROM moved AS m
  LEFT JOIN salesreg_days_0 AS day0
    ON day0.day = (
      m.at_s / 86400
    )
  LEFT JOIN salesreg_days_1 AS day1
    ON day1.day = (
      m.at_s / 86400
    )
), visits AS (
  SELECT
    deal,
    stage,
    at_s AS entered,
    LEAD(at_s) OVER (PARTITION BY deal ORDER BY at_s, stage) AS left_s,
    LEAD(stage) OVER (PARTITION BY deal ORDER BY at_s, stage) AS next_stage,
    ROW_NUMBER() OVER (PARTITION BY deal ORDER BY at_s, stage) AS number,
    x0,
    LEAD(x0) OVER (PARTITION BY deal ORDER BY at_s, stage) AS y0,
    x1,
    LEAD(x1) OVER (PARTITION BY deal ORDER BY at_s, stage) AS y1
  FROM entries
), measured AS (
  SELECT
    v.*,
    r.cite,
    r.clock,
    r.judged,
    r.limit_work,
    r.limit_plain,
    r.limit_dates,
    r.target_work,
    r.target_plain,
    r.target_dates,
    CASE WHEN v.left_s IS NULL THEN 1773145800 ELSE v.left_s END AS end_s,
    CASE r.clock WHEN 0 THEN v.x0 WHEN 1 THEN v.x1 END AS x,
    CASE r.clock
      WHEN 0
      THEN CASE WHEN v.left_s IS NULL THEN 6674401 ELSE v.y0 END
      WHEN 1
      THEN CASE WHEN v.left_s IS NULL THEN 17838000 ELSE v.y1 END
    END AS y,
    CASE r.clock WHEN 0 THEN 14083200 WHEN 1 THEN 37555200 END AS total
  FROM visits AS v
  JOIN salesreg_stages AS r
    ON r.stage = v.stage
), judged AS (
  SELECT
    m.*,
    CASE
      WHEN NOT m.limit_work IS NULL
      THEN CASE
        WHEN (
          m.x / 2
        ) + m.limit_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                m.x / 2
              ) + m.limit_work
            ) > lb0.w2
            THEN lb0.f2 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb0.w2
            ELSE lb0.f1 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb0.w1
          END
          WHEN 1
          THEN (
            lb1.f1 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb1.w1
          )
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
          m.x / 2
        ) + m.target_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                m.x / 2
              ) + m.target_work
            ) > tb0.w2
            THEN tb0.f2 + (
              (
                m.x / 2
              ) + m.target_work
            ) - tb0.w2
            ELSE tb0.f1 + (
              (
                m.x / 2
              ) + m.target_work
            ) - tb0.w1
          END
          WHEN 1
          THEN (
            tb1.f1 + (
              (
                m.x / 2
              ) + m.target_work
            ) - tb1.w1
          )
        END
      END
      WHEN NOT m.target_plain IS NULL
      THEN m.entered + m.target_plain
      ELSE td.due_s
    END AS goal_s
  FROM (
    SELECT
      n.*,
      CASE n.clock
        WHEN 0
        THEN CASE WHEN (
          n.entered % 86400
        ) >= w0.c1 THEN w0.d1 ELSE w0.d0 END
        WHEN 1
        THEN CASE WHEN (
          n.entered % 86400
        ) >= w1.c1 THEN w1.d1 ELSE w1.d0 END
      END AS wall
    FROM measured AS n
    LEFT JOIN salesreg_days_0 AS w0
      ON w0.day = (
        n.entered / 86400
      ) AND n.clock = 0
    LEFT JOIN salesreg_days_1 AS w1
      ON w1.day = (
        n.entered / 86400
      ) AND n.clock = 1
  ) AS m
  LEFT JOIN salesreg_blocks_0 AS lb0
    ON m.clock = 0
    AND lb0.block = (
      (
        (
          (
            m.x / 2
          ) + m.limit_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_blocks_1 AS lb1
    ON m.clock = 1
    AND lb1.block = (
      (
        (
          (
            m.x / 2
          ) + m.limit_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
  LEFT JOIN salesreg_blocks_0 AS tb0
    ON m.clock = 0
    AND tb0.block = (
      (
        (
          (
            m.x / 2
          ) + m.target_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_blocks_1 AS tb1
    ON m.clock = 1
    AND tb1.block = (
      (
        (
          (
            m.x / 2
          ) + m.target_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_dates AS td
    ON td.list = m.target_dates AND td.date = m.wall
), behind AS (
  SELECT
    j.*,
    CASE j.clock
      WHEN 0
      THEN CASE
        WHEN j.due_s >= 1735686000 AND j.due_s < 1893452400
        THEN CASE
          WHEN (
            j.due_s % 86400
          ) <= z0.a1
          THEN z0.q0
          WHEN (
            j.due_s % 86400
          ) <= z0.b1
          THEN z0.r1 + 2 * (
            j.due_s % 86400
          )
          ELSE z0.q1
        END
      END
      WHEN 1
      THEN CASE
        WHEN j.due_s >= 1735678800 AND j.due_s < 1893445200
        THEN CASE
          WHEN (
            j.due_s % 86400
          ) <= z1.a1
          THEN z1.q0
          WHEN (
            j.due_s % 86400
          ) <= z1.b1
          THEN z1.r1 + 2 * (
            j.due_s % 86400
          )
          WHEN (
            j.due_s % 86400
          ) <= z1.a2
          THEN z1.q1
          WHEN (
            j.due_s % 86400
          ) <= z1.b2
          THEN z1.r2 + 2 * (
            j.due_s % 86400
          )
          ELSE z1.q2
        END
      END
    END AS z
  FROM judged AS j
  LEFT JOIN salesreg_days_0 AS z0
    ON z0.day = (
      j.due_s / 86400
    ) AND j.clock = 0
  LEFT JOIN salesreg_days_1 AS z1
    ON z1.day = (
      j.due_s / 86400
    ) AND j.clock = 1
)
SELECT
  cite,
  behind.deal AS deal,
  number,
  k.stage_key AS stage,
  tenures.owner AS person,
  entered AS entered_at,
  left_s AS left_at,
  t.stage_key AS moved_to,
  CASE
    WHEN clock IS NULL
    THEN NULL
    WHEN end_s <= entered
    THEN 0
    ELSE (
      y / 2
    ) - (
      x / 2
    )
  END AS seconds,
  goal_s AS target_due,
  due_s AS due,
  CASE
    WHEN judged = 0
    THEN NULL
    WHEN due_s IS NULL
    THEN 'unknown'
    WHEN NOT left_s IS NULL
    THEN CASE WHEN end_s > due_s THEN 'late' ELSE 'met' END
    WHEN end_s > due_s
    THEN 'overdue'
    ELSE 'pending'
  END AS status,
  CASE WHEN end_s > due_s THEN 1 ELSE 0 END AS breached,
  CASE WHEN goal_s IS NULL THEN NULL WHEN end_s > goal_s THEN 1 ELSE 0 END AS target_missed,
  CASE
    WHEN due_s IS NULL
    THEN NULL
    WHEN end_s <= due_s
    THEN 0
    ELSE (
      y / 2
    ) - (
      z / 2
    )
  END AS late_seconds
FROM behind
JOIN salesreg_stage_keys AS k
  ON k.stage = behind.stage
LEFT JOIN salesreg_stage_keys AS t
  ON t.stage = behind.next_stage
LEFT JOIN tenures
  ON tenures.deal = behind.deal
  AND tenures.since_s <= behind.entered
  AND (
    tenures.until_s IS NULL OR behind.entered < tenures.until_s
  );
-- deadlines
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
    m.*,
    CASE
      WHEN NOT day0.day IS NULL AND m.at_s >= 1735686000 AND m.at_s < 1893452400
      THEN CASE
        WHEN (
          m.at_s % 86400
        ) <= day0.a1
        THEN day0.q0
        WHEN (
          m.at_s % 86400
        ) <= day0.b1
        THEN day0.r1 + 2 * (
          m.at_s % 86400
        )
        ELSE day0.q1
      END
    END AS x0,
    CASE
      WHEN NOT day1.day IS NULL AND m.at_s >= 1735678800 AND m.at_s < 1893445200
      THEN CASE
        WHEN (
          m.at_s % 86400
        ) <= day1.a1
        THEN day1.q0
        WHEN (
          m.at_s % 86400
        ) <= day1.b1
        THEN day1.r1 + 2 * (
          m.at_s % 86400
        )
        WHEN (
          m.at_s % 86400
        ) <= day1.a2
        THEN day1.q1
        WHEN (
          m.at_s % 86400
        ) <= day1.b2
        THEN day1.r2 + 2 * (
          m.at_s % 86400
        )
        ELSE day1.q2
      END
    END AS x1
  FROM moved AS m
  LEFT JOIN salesreg_days_0 AS day0
    ON day0.day = (
      m.at_s / 86400
    )
  LEFT JOIN salesreg_days_1 AS day1
    ON day1.day = (
      m.at_s / 86400
    )
), visits AS (
  SELECT
    deal,
    stage,
    at_s AS entered,
    LEAD(at_s) OVER (PARTITION BY deal ORDER BY at_s, stage) AS left_s,
    LEAD(stage) OVER (PARTITION BY deal ORDER BY at_s, stage) AS next_stage,
    ROW_NUMBER() OVER (PARTITION BY deal ORDER BY at_s, stage) AS number,
    x0,
    LEAD(x0) OVER (PARTITION BY deal ORDER BY at_s, stage) AS y0,
    x1,
    LEAD(x1) OVER (PARTITION BY deal ORDER BY at_s, stage) AS y1
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
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE
          WHEN (
            t.at_s % 86400
          ) < g1.a1
          THEN (
            t.at_s - (
              t.at_s % 86400
            )
          ) + g1.a1
          WHEN (
            t.at_s % 86400
          ) < g1.b1
          THEN t.at_s
          WHEN (
            t.at_s % 86400
          ) < g1.a2
          THEN (
            t.at_s - (
              t.at_s % 86400
            )
          ) + g1.a2
          WHEN (
            t.at_s % 86400
          ) < g1.b2
          THEN t.at_s
          ELSE (
            t.at_s - (
              t.at_s % 86400
            )
          ) + g1.nxt
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
      WHEN 1
      THEN CASE
        WHEN NOT g1.day IS NULL
        THEN CASE WHEN (
          t.at_s % 86400
        ) >= g1.c1 THEN g1.d1 ELSE g1.d0 END
      END
    END AS at_wall
  FROM triggered AS t
  LEFT JOIN salesreg_days_0 AS g0
    ON t.clock = 0
    AND g0.day = (
      t.at_s / 86400
    )
    AND t.at_s >= 1735686000
    AND t.at_s < 1893452400
  LEFT JOIN salesreg_days_1 AS g1
    ON t.clock = 1
    AND g1.day = (
      t.at_s / 86400
    )
    AND t.at_s >= 1735678800
    AND t.at_s < 1893445200
), begun AS (
  SELECT
    o.*,
    CASE
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
), started AS (
  SELECT
    q.*,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT s0.day IS NULL
        THEN CASE
          WHEN (
            q.start_s % 86400
          ) <= s0.a1
          THEN s0.q0
          WHEN (
            q.start_s % 86400
          ) <= s0.b1
          THEN s0.r1 + 2 * (
            q.start_s % 86400
          )
          ELSE s0.q1
        END
      END
      WHEN 1
      THEN CASE
        WHEN NOT s1.day IS NULL
        THEN CASE
          WHEN (
            q.start_s % 86400
          ) <= s1.a1
          THEN s1.q0
          WHEN (
            q.start_s % 86400
          ) <= s1.b1
          THEN s1.r1 + 2 * (
            q.start_s % 86400
          )
          WHEN (
            q.start_s % 86400
          ) <= s1.a2
          THEN s1.q1
          WHEN (
            q.start_s % 86400
          ) <= s1.b2
          THEN s1.r2 + 2 * (
            q.start_s % 86400
          )
          ELSE s1.q2
        END
      END
    END AS x
  FROM ended AS q
  LEFT JOIN salesreg_days_0 AS s0
    ON s0.day = (
      (
        q.start_s
      ) / 86400
    )
    AND q.clock = 0
    AND q.start_s >= 1735686000
    AND q.start_s < 1893452400
  LEFT JOIN salesreg_days_1 AS s1
    ON s1.day = (
      (
        q.start_s
      ) / 86400
    )
    AND q.clock = 1
    AND q.start_s >= 1735678800
    AND q.start_s < 1893445200
), timed AS (
  SELECT
    q.*,
    CASE q.clock
      WHEN 0
      THEN CASE
        WHEN NOT e0.day IS NULL
        THEN CASE
          WHEN (
            q.end_s % 86400
          ) <= e0.a1
          THEN e0.q0
          WHEN (
            q.end_s % 86400
          ) <= e0.b1
          THEN e0.r1 + 2 * (
            q.end_s % 86400
          )
          ELSE e0.q1
        END
      END
      WHEN 1
      THEN CASE
        WHEN NOT e1.day IS NULL
        THEN CASE
          WHEN (
            q.end_s % 86400
          ) <= e1.a1
          THEN e1.q0
          WHEN (
            q.end_s % 86400
          ) <= e1.b1
          THEN e1.r1 + 2 * (
            q.end_s % 86400
          )
          WHEN (
            q.end_s % 86400
          ) <= e1.a2
          THEN e1.q1
          WHEN (
            q.end_s % 86400
          ) <= e1.b2
          THEN e1.r2 + 2 * (
            q.end_s % 86400
          )
          ELSE e1.q2
        END
      END
    END AS y
  FROM started AS q
  LEFT JOIN salesreg_days_0 AS e0
    ON e0.day = (
      (
        q.end_s
      ) / 86400
    )
    AND q.clock = 0
    AND q.end_s >= 1735686000
    AND q.end_s < 1893452400
  LEFT JOIN salesreg_days_1 AS e1
    ON e1.day = (
      (
        q.end_s
      ) / 86400
    )
    AND q.clock = 1
    AND q.end_s >= 1735678800
    AND q.end_s < 1893445200
), m AS (
  SELECT
    n.*,
    n.start_s AS entered,
    CASE n.clock WHEN 0 THEN 14083200 WHEN 1 THEN 37555200 END AS total,
    CASE n.clock
      WHEN 0
      THEN CASE
        WHEN NOT w0.day IS NULL
        THEN CASE WHEN (
          n.start_s % 86400
        ) >= w0.c1 THEN w0.d1 ELSE w0.d0 END
      END
      WHEN 1
      THEN CASE
        WHEN NOT w1.day IS NULL
        THEN CASE WHEN (
          n.start_s % 86400
        ) >= w1.c1 THEN w1.d1 ELSE w1.d0 END
      END
    END AS wall
  FROM timed AS n
  LEFT JOIN salesreg_days_0 AS w0
    ON w0.day = (
      (
        n.start_s
      ) / 86400
    )
    AND n.clock = 0
    AND n.start_s >= 1735686000
    AND n.start_s < 1893452400
  LEFT JOIN salesreg_days_1 AS w1
    ON w1.day = (
      (
        n.start_s
      ) / 86400
    )
    AND n.clock = 1
    AND n.start_s >= 1735678800
    AND n.start_s < 1893445200
), fallen AS (
  SELECT
    m.*,
    CASE
      WHEN NOT m.limit_work IS NULL
      THEN CASE
        WHEN (
          m.x / 2
        ) + m.limit_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                m.x / 2
              ) + m.limit_work
            ) > lb0.w2
            THEN lb0.f2 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb0.w2
            ELSE lb0.f1 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb0.w1
          END
          WHEN 1
          THEN (
            lb1.f1 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb1.w1
          )
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
          m.x / 2
        ) + m.target_work <= m.total
        THEN CASE m.clock
          WHEN 0
          THEN CASE
            WHEN (
              (
                m.x / 2
              ) + m.target_work
            ) > tb0.w2
            THEN tb0.f2 + (
              (
                m.x / 2
              ) + m.target_work
            ) - tb0.w2
            ELSE tb0.f1 + (
              (
                m.x / 2
              ) + m.target_work
            ) - tb0.w1
          END
          WHEN 1
          THEN (
            tb1.f1 + (
              (
                m.x / 2
              ) + m.target_work
            ) - tb1.w1
          )
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
            m.x / 2
          ) + m.limit_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_blocks_1 AS lb1
    ON m.clock = 1
    AND lb1.block = (
      (
        (
          (
            m.x / 2
          ) + m.limit_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
  LEFT JOIN salesreg_blocks_0 AS tb0
    ON m.clock = 0
    AND tb0.block = (
      (
        (
          (
            m.x / 2
          ) + m.target_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_blocks_1 AS tb1
    ON m.clock = 1
    AND tb1.block = (
      (
        (
          (
            m.x / 2
          ) + m.target_work
        ) - 1
      ) / 14400
    )
  LEFT JOIN salesreg_dates AS td
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
        WHEN NOT z0.day IS NULL
        THEN CASE
          WHEN (
            q.due_s % 86400
          ) <= z0.a1
          THEN z0.q0
          WHEN (
            q.due_s % 86400
          ) <= z0.b1
          THEN z0.r1 + 2 * (
            q.due_s % 86400
          )
          ELSE z0.q1
        END
      END
      WHEN 1
      THEN CASE
        WHEN NOT z1.day IS NULL
        THEN CASE
          WHEN (
            q.due_s % 86400
          ) <= z1.a1
          THEN z1.q0
          WHEN (
            q.due_s % 86400
          ) <= z1.b1
          THEN z1.r1 + 2 * (
            q.due_s % 86400
          )
          WHEN (
            q.due_s % 86400
          ) <= z1.a2
          THEN z1.q1
          WHEN (
            q.due_s % 86400
          ) <= z1.b2
          THEN z1.r2 + 2 * (
            q.due_s % 86400
          )
          ELSE z1.q2
        END
      END
    END AS z
  FROM cleared AS q
  LEFT JOIN salesreg_days_0 AS z0
    ON z0.day = (
      (
        q.due_s
      ) / 86400
    )
    AND q.clock = 0
    AND q.due_s >= 1735686000
    AND q.due_s < 1893452400
  LEFT JOIN salesreg_days_1 AS z1
    ON z1.day = (
      (
        q.due_s
      ) / 86400
    )
    AND q.clock = 1
    AND q.due_s >= 1735678800
    AND q.due_s < 1893445200
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
    y / 2
  ) - (
    x / 2
  ) END AS seconds,
  0 AS paused_seconds,
  CASE
    WHEN due_s IS NULL AND before_mark IS NULL
    THEN NULL
    WHEN due_s IS NULL OR end_s <= due_s
    THEN 0
    ELSE (
      y / 2
    ) - (
      z / 2
    )
  END AS late_seconds
FROM behind
LEFT JOIN tenures
  ON tenures.deal = behind.deal
  AND tenures.since_s <= behind.at_s
  AND (
    tenures.until_s IS NULL OR behind.at_s < tenures.until_s
  );
-- moves
WITH stage_events AS (
  SELECT
    e.deal,
    e.at_s,
    s.stage,
    e.actor,
    e.state
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
    LAG(stage) OVER (PARTITION BY deal ORDER BY at_s, stage, state, actor) AS prior
  FROM stage_events
), moved AS (
  SELECT
    *
  FROM marked
  WHERE
    prior IS NULL OR prior <> stage
), entries AS (
  SELECT
    m.*,
    CASE
      WHEN NOT day0.day IS NULL AND m.at_s >= 1735686000 AND m.at_s < 1893452400
      THEN CASE
        WHEN (
          m.at_s % 86400
        ) <= day0.a1
        THEN day0.q0
        WHEN (
          m.at_s % 86400
        ) <= day0.b1
        THEN day0.r1 + 2 * (
          m.at_s % 86400
        )
        ELSE day0.q1
      END
    END AS x0,
    CASE
      WHEN NOT day1.day IS NULL AND m.at_s >= 1735678800 AND m.at_s < 1893445200
      THEN CASE
        WHEN (
          m.at_s % 86400
        ) <= day1.a1
        THEN day1.q0
        WHEN (
          m.at_s % 86400
        ) <= day1.b1
        THEN day1.r1 + 2 * (
          m.at_s % 86400
        )
        WHEN (
          m.at_s % 86400
        ) <= day1.a2
        THEN day1.q1
        WHEN (
          m.at_s % 86400
        ) <= day1.b2
        THEN day1.r2 + 2 * (
          m.at_s % 86400
        )
        ELSE day1.q2
      END
    END AS x1
  FROM moved AS m
  LEFT JOIN salesreg_days_0 AS day0
    ON day0.day = (
      m.at_s / 86400
    )
  LEFT JOIN salesreg_days_1 AS day1
    ON day1.day = (
      m.at_s / 86400
    )
), visits AS (
  SELECT
    deal,
    stage,
    actor,
    at_s AS entered,
    LEAD(at_s) OVER (PARTITION BY deal ORDER BY at_s, stage) AS left_s,
    LEAD(stage) OVER (PARTITION BY deal ORDER BY at_s, stage) AS next_stage,
    ROW_NUMBER() OVER (PARTITION BY deal ORDER BY at_s, stage) AS number,
    x0,
    LEAD(x0) OVER (PARTITION BY deal ORDER BY at_s, stage) AS y0,
    x1,
    LEAD(x1) OVER (PARTITION BY deal ORDER BY at_s, stage) AS y1
  FROM entries
), entered AS (
  SELECT
    deal,
    stage,
    number,
    actor,
    entered,
    LAG(stage) OVER (PARTITION BY deal ORDER BY number) AS source,
    LAG(entered) OVER (PARTITION BY deal ORDER BY number) AS source_s
  FROM visits
), movings AS (
  SELECT
    v.*,
    0 AS edition,
    ROW_NUMBER() OVER (PARTITION BY v.deal, v.source, v.stage ORDER BY v.number) AS nth
  FROM entered AS v
), taken AS (
  SELECT
    m.*,
    p.pair,
    p.forbidden,
    p.leads_on,
    p.untaken,
    p.way AS way
  FROM movings AS m
  JOIN salesreg_pairs AS p
    ON p.edition = m.edition AND p.source = m.source AND p.target = m.stage
), commented AS (
  SELECT DISTINCT
    t.deal,
    t.number
  FROM taken AS t
  JOIN salesreg_events AS e
    ON e.deal = t.deal AND e.at_s >= t.source_s AND e.at_s <= t.entered
  WHERE
    e.kind = 'comment'
), unfit AS (
  SELECT
    o.deal,
    o.number
  FROM (
    SELECT
      t.deal,
      t.number,
      t.way,
      t.actor,
      CASE WHEN (
        t.entered % 86400
      ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date
    FROM taken AS t
    JOIN salesreg_ways AS w
      ON w.way = t.way AND w.asks = 1
    JOIN salesreg_walls AS wall
      ON wall.day = (
        (
          t.entered
        ) / 86400
      )
    WHERE
      NOT t.actor IS NULL
  ) AS o
  JOIN salesreg_people AS p
    ON p.person = o.actor
    AND p.since_d <= o.date
    AND (
      p.until_d IS NULL OR p.until_d >= o.date
    )
  LEFT JOIN salesreg_way_roles AS r
    ON r.way = o.way AND r.role = p.role
  GROUP BY
    o.deal,
    o.number
  HAVING
    COUNT(r.role) = 0
), broken AS (
  SELECT
    c.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'start' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM movings AS m
  JOIN salesreg_starts AS c
    ON c.edition = m.edition AND c.stage = m.stage
  WHERE
    m.source IS NULL
  UNION ALL
  SELECT
    m.forbidden AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'forbidden' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM taken AS m
  WHERE
    NOT m.forbidden IS NULL
  UNION ALL
  SELECT
    m.untaken AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'condition' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM taken AS m
  WHERE
    m.way = -1
  UNION ALL
  SELECT
    w.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'role' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM taken AS m
  JOIN salesreg_ways AS w
    ON w.way = m.way
  JOIN unfit AS n
    ON (
      m.deal = n.deal AND m.number = n.number
    )
  UNION ALL
  SELECT
    w.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'comment' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM taken AS m
  JOIN salesreg_ways AS w
    ON w.way = m.way
  LEFT JOIN commented AS n
    ON (
      m.deal = n.deal AND m.number = n.number
    )
  WHERE
    w.needs_comment = 1 AND n.deal IS NULL
  UNION ALL
  SELECT
    w.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'most' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM taken AS m
  JOIN salesreg_ways AS w
    ON w.way = m.way
  WHERE
    m.nth > w.most
  UNION ALL
  SELECT
    c.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'entry' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM movings AS m
  JOIN salesreg_criteria AS c
    ON c.edition = m.edition AND c.stage = m.stage AND c.entry = 1
  WHERE
    NOT (
      1 = 1
    )
  UNION ALL
  SELECT
    c.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'exit' AS rule,
    CAST(NULL AS VARCHAR) AS field
  FROM taken AS m
  JOIN salesreg_criteria AS c
    ON c.edition = m.edition AND c.stage = m.source AND c.entry = 0
  WHERE
    m.leads_on = 1 AND NOT (
      1 = 1
    )
  UNION ALL
  SELECT
    c.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'field' AS rule,
    c.field_key AS field
  FROM taken AS m
  JOIN salesreg_required AS c
    ON c.edition = m.edition AND c.stage = m.source
  WHERE
    m.leads_on = 1 AND (
      1 = 1
    )
  UNION ALL
  SELECT
    c.cite AS cite,
    m.deal,
    m.number,
    m.source,
    m.stage,
    m.entered AS at_s,
    m.actor AS person,
    'field' AS rule,
    c.field_key AS field
  FROM movings AS m
  JOIN salesreg_required AS c
    ON c.edition = m.edition AND c.stage = m.stage AND c.at_entry = 1
  WHERE
    (
      1 = 1
    )
)
SELECT
  broken.cite,
  broken.deal,
  broken.number,
  s.stage_key AS source,
  k.stage_key AS target,
  broken.at_s,
  broken.person,
  broken.rule,
  broken.field
FROM broken
JOIN salesreg_stage_keys AS k
  ON k.stage = broken.stage
LEFT JOIN salesreg_stage_keys AS s
  ON s.stage = broken.source;
