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
  LEFT JOIN salesreg_stay_dates AS ld
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
  LEFT JOIN salesreg_stay_dates AS td
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
