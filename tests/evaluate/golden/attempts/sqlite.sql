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
      WHEN NOT day0.day IS NULL AND m.at_s >= 1735678800 AND m.at_s < 1893445200
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
        WHEN (
          m.at_s % 86400
        ) <= day0.a2
        THEN day0.q1
        WHEN (
          m.at_s % 86400
        ) <= day0.b2
        THEN day0.r2 + 2 * (
          m.at_s % 86400
        )
        ELSE day0.q2
      END
    END AS x0,
    CASE
      WHEN NOT day1.day IS NULL AND m.at_s >= 1735686000 AND m.at_s < 1893452400
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
        ELSE day1.q1
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
    r.rule,
    r.cite,
    r.clock,
    r.least,
    r.most,
    r.any_kind,
    r.limit_work,
    r.limit_plain,
    r.limit_dates,
    r.pause_work,
    r.pause_plain,
    r.pause_dates,
    CASE WHEN v.left_s IS NULL THEN 1773145800 ELSE v.left_s END AS end_s,
    CASE r.clock WHEN 0 THEN v.x0 WHEN 1 THEN v.x1 END AS x,
    CASE r.clock
      WHEN 0
      THEN CASE WHEN v.left_s IS NULL THEN 17838000 ELSE v.y0 END
      WHEN 1
      THEN CASE WHEN v.left_s IS NULL THEN 20048400 ELSE v.y1 END
    END AS y,
    CASE r.clock WHEN 0 THEN 37555200 WHEN 1 THEN 42249600 END AS total
  FROM visits AS v
  JOIN salesreg_attempts AS r
    ON r.stage = v.stage
), tried AS (
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
          THEN (
            lb0.f1 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb0.w1
          )
          WHEN 1
          THEN CASE
            WHEN (
              (
                m.x / 2
              ) + m.limit_work
            ) > lb1.w2
            THEN lb1.f2 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb1.w2
            ELSE lb1.f1 + (
              (
                m.x / 2
              ) + m.limit_work
            ) - lb1.w1
          END
        END
      END
      WHEN NOT m.limit_plain IS NULL
      THEN m.entered + m.limit_plain
      ELSE ld.due_s
    END AS due_s
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
  LEFT JOIN salesreg_attempt_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
), done AS (
  SELECT
    t.deal,
    t.number,
    t.stage,
    t.due_s,
    e.at_s,
    t.cite,
    t.clock,
    t.most,
    t.pause_work,
    t.pause_plain,
    t.pause_dates
  FROM tried AS t
  JOIN (
    SELECT
      *
    FROM salesreg_events
    WHERE
      kind = 'activity' AND at_s <= 1773145800
  ) AS e
    ON e.deal = t.deal AND e.at_s >= t.entered AND e.at_s <= t.end_s
  LEFT JOIN salesreg_attempt_kinds AS k
    ON k.rule = t.rule AND k.activity = e.subject
  WHERE
    t.any_kind = 1 OR NOT k.rule IS NULL
), timed AS (
  SELECT
    q.*,
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
          WHEN (
            q.at_s % 86400
          ) <= g0.a2
          THEN g0.q1
          WHEN (
            q.at_s % 86400
          ) <= g0.b2
          THEN g0.r2 + 2 * (
            q.at_s % 86400
          )
          ELSE g0.q2
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
          ELSE g1.q1
        END
      END
    END AS tick
  FROM done AS q
  LEFT JOIN salesreg_days_0 AS g0
    ON g0.day = (
      (
        q.at_s
      ) / 86400
    )
    AND q.clock = 0
    AND q.at_s >= 1735678800
    AND q.at_s < 1893445200
  LEFT JOIN salesreg_days_1 AS g1
    ON g1.day = (
      (
        q.at_s
      ) / 86400
    )
    AND q.clock = 1
    AND q.at_s >= 1735686000
    AND q.at_s < 1893452400
), dated AS (
  SELECT
    t.*,
    CASE WHEN (
      t.at_s % 86400
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date
  FROM timed AS t
  LEFT JOIN salesreg_walls AS wall
    ON wall.day = (
      (
        t.at_s
      ) / 86400
    )
), tries AS (
  SELECT
    *,
    ROW_NUMBER() OVER (PARTITION BY deal, number ORDER BY at_s) AS nth,
    LAG(at_s) OVER (PARTITION BY deal, number ORDER BY at_s) AS before_s,
    LAG(tick) OVER (PARTITION BY deal, number ORDER BY at_s) AS tick_before,
    LAG(date) OVER (PARTITION BY deal, number ORDER BY at_s) AS date_before
  FROM dated
), counted AS (
  SELECT
    deal,
    number,
    COUNT(*) AS made,
    SUM(CASE WHEN at_s <= due_s THEN 1 ELSE 0 END) AS in_time
  FROM done
  GROUP BY
    deal,
    number
), judged AS (
  SELECT
    t.*,
    COALESCE(c.made, 0) AS made,
    COALESCE(c.in_time, 0) AS in_time
  FROM tried AS t
  LEFT JOIN counted AS c
    ON c.deal = t.deal AND c.number = t.number
), faults AS (
  SELECT
    j.cite,
    j.deal,
    j.number,
    j.stage,
    j.left_s AS at_s,
    'too_few' AS fault,
    j.made
  FROM judged AS j
  JOIN salesreg_given_up AS g
    ON g.rule = j.rule AND g.stage = j.next_stage
  WHERE
    j.made < j.least
  UNION ALL
  SELECT
    cite,
    deal,
    number,
    stage,
    at_s,
    'too_many' AS fault,
    nth AS made
  FROM tries
  WHERE
    nth = most + 1
  UNION ALL
  SELECT
    cite,
    deal,
    number,
    stage,
    due_s AS at_s,
    'too_slow' AS fault,
    in_time AS made
  FROM judged
  WHERE
    due_s < end_s AND in_time < least
  UNION ALL
  SELECT
    t.cite,
    t.deal,
    t.number,
    t.stage,
    t.at_s,
    'too_soon' AS fault,
    t.nth AS made
  FROM tries AS t
  LEFT JOIN salesreg_pauses AS p
    ON p.list = t.pause_dates AND p.date = t.date_before
  WHERE
    t.at_s - t.before_s < t.pause_plain
    OR t.date < p.first
    OR (
      t.tick / 2
    ) - (
      t.tick_before / 2
    ) < t.pause_work
    OR (
      t.at_s = t.before_s AND NOT t.pause_work IS NULL
    )
)
SELECT
  faults.cite,
  faults.deal AS deal,
  faults.number,
  k.stage_key AS stage,
  tenures.owner AS person,
  faults.at_s,
  faults.fault,
  CAST(faults.made AS INTEGER) AS made
FROM faults
JOIN salesreg_stage_keys AS k
  ON k.stage = faults.stage
LEFT JOIN tenures
  ON tenures.deal = faults.deal
  AND tenures.since_s <= faults.at_s
  AND (
    tenures.until_s IS NULL OR faults.at_s < tenures.until_s
  );
