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
), notes AS (
  SELECT
    e.deal,
    t.field,
    e.at_s,
    t.date,
    ROW_NUMBER() OVER (PARTITION BY e.deal, t.field ORDER BY e.at_s DESC, t.place DESC) AS nth
  FROM (
    SELECT
      *
    FROM salesreg_events
    WHERE
      kind = 'field' AND at_s <= 1773145800
  ) AS e
  JOIN salesreg_next_states AS t
    ON t.field_key = e.subject AND t.state = COALESCE(e.state, '')
), stood AS (
  SELECT
    v.deal,
    v.stage,
    v.entered AS came_s,
    CAST(NULL AS INT64) AS held,
    r.cite,
    r.clock,
    r.field,
    r.furthest,
    r.past,
    r.limit_work,
    r.limit_plain,
    r.limit_dates,
    r.moved_to
  FROM visits AS v
  JOIN (
    SELECT
      *
    FROM salesreg_deals
  ) AS d
    ON d.deal = v.deal
  JOIN salesreg_next_steps AS r
    ON r.stage = v.stage AND r.edition = 0
  WHERE
    v.left_s IS NULL
), planned AS (
  SELECT
    s.*,
    CASE WHEN n.deal IS NULL THEN s.held ELSE n.date END AS date,
    CASE WHEN n.at_s > s.came_s THEN n.at_s ELSE s.came_s END AS start_s
  FROM stood AS s
  LEFT JOIN notes AS n
    ON n.deal = s.deal AND n.field = s.field AND n.nth = 1
), lacking AS (
  SELECT
    p.*
  FROM planned AS p
  WHERE
    p.date IS NULL OR p.date < 20522 OR p.date > p.furthest
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
    END AS wall,
    CASE q.clock WHEN 0 THEN 37555200 WHEN 1 THEN 42249600 END AS total
  FROM lacking AS q
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
  LEFT JOIN salesreg_next_dates AS ld
    ON ld.list = m.limit_dates AND ld.date = m.wall
), told AS (
  SELECT
    f.*,
    1773145800 AS now_s,
    CASE WHEN f.date IS NULL THEN f.start_s ELSE p.since_s END AS since_s,
    CASE WHEN f.date IS NULL THEN f.due_s ELSE p.due_s END AS leave_s
  FROM fallen AS f
  LEFT JOIN salesreg_next_pasts AS p
    ON p.list = f.past AND p.date = f.date
)
SELECT
  told.cite,
  told.deal AS deal,
  k.stage_key AS stage,
  tenures.owner AS person,
  told.date,
  told.since_s,
  told.leave_s,
  told.moved_to,
  CASE
    WHEN told.leave_s <= told.now_s
    THEN 'stale'
    WHEN told.date IS NULL
    THEN 'none'
    WHEN told.date < 20522
    THEN 'past'
    ELSE 'far'
  END AS fault
FROM told
JOIN salesreg_stage_keys AS k
  ON k.stage = told.stage
LEFT JOIN tenures
  ON tenures.deal = told.deal
  AND tenures.since_s <= told.now_s
  AND (
    tenures.until_s IS NULL OR told.now_s < tenures.until_s
  );
