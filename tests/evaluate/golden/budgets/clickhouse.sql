WITH days AS (
  SELECT
    a.person,
    a.activity,
    CASE WHEN (
      a.start_s % 86400
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date,
    SUM(a.minutes) AS took,
    COUNT(*) AS done,
    SUM(
      (
        intDiv((
          60 * a.minutes - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b0.a0 OR a.start_s >= b0.b0
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b0.b0
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b0.b0
            END - CASE WHEN a.start_s > b0.a0 THEN a.start_s ELSE b0.a0 END
          END - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b0.a1 OR a.start_s >= b0.b1
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b0.b1
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b0.b1
            END - CASE WHEN a.start_s > b0.a1 THEN a.start_s ELSE b0.a1 END
          END - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b0.a2 OR a.start_s >= b0.b2
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b0.b2
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b0.b2
            END - CASE WHEN a.start_s > b0.a2 THEN a.start_s ELSE b0.a2 END
          END
        ), 60)
      )
    ) AS stray0,
    SUM(
      (
        intDiv((
          60 * a.minutes - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b1.a0 OR a.start_s >= b1.b0
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b1.b0
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b1.b0
            END - CASE WHEN a.start_s > b1.a0 THEN a.start_s ELSE b1.a0 END
          END - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b1.a1 OR a.start_s >= b1.b1
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b1.b1
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b1.b1
            END - CASE WHEN a.start_s > b1.a1 THEN a.start_s ELSE b1.a1 END
          END - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b1.a2 OR a.start_s >= b1.b2
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b1.b2
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b1.b2
            END - CASE WHEN a.start_s > b1.a2 THEN a.start_s ELSE b1.a2 END
          END
        ), 60)
      )
    ) AS stray1,
    SUM(
      (
        intDiv((
          60 * a.minutes - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b2.a0 OR a.start_s >= b2.b0
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b2.b0
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b2.b0
            END - CASE WHEN a.start_s > b2.a0 THEN a.start_s ELSE b2.a0 END
          END - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b2.a1 OR a.start_s >= b2.b1
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b2.b1
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b2.b1
            END - CASE WHEN a.start_s > b2.a1 THEN a.start_s ELSE b2.a1 END
          END - CASE
            WHEN (
              a.start_s + 60 * a.minutes
            ) <= b2.a2 OR a.start_s >= b2.b2
            THEN 0
            ELSE CASE
              WHEN (
                a.start_s + 60 * a.minutes
              ) < b2.b2
              THEN (
                a.start_s + 60 * a.minutes
              )
              ELSE b2.b2
            END - CASE WHEN a.start_s > b2.a2 THEN a.start_s ELSE b2.a2 END
          END
        ), 60)
      )
    ) AS stray2
  FROM salesreg_activities AS a
  JOIN salesreg_walls AS wall
    ON wall.day = (
      intDiv((
        a.start_s
      ), 86400)
    )
  JOIN salesreg_wall0s AS wall0
    ON wall0.day = (
      intDiv((
        a.start_s
      ), 86400)
    )
  JOIN salesreg_budgets_boxes AS b0
    ON b0.box = 0
    AND b0.date = CASE WHEN (
      a.start_s % 86400
    ) >= wall0.c1 THEN wall0.d1 ELSE wall0.d0 END
  JOIN salesreg_budgets_boxes AS b1
    ON b1.box = 1
    AND b1.date = CASE WHEN (
      a.start_s % 86400
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END
  JOIN salesreg_budgets_boxes AS b2
    ON b2.box = 2
    AND b2.date = CASE WHEN (
      a.start_s % 86400
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END
  WHERE
    a.start_s <= 1773145800
  GROUP BY
    1,
    2,
    3
), there AS (
  SELECT
    p.person,
    d.spans,
    d.start_d,
    d.end_d,
    d.edition,
    d.working,
    CAST(SUM(d.works) AS Nullable(Int64)) AS present
  FROM (
    SELECT DISTINCT
      person,
      date
    FROM days
  ) AS p
  JOIN salesreg_budgets_days AS d
    ON d.date = p.date
  GROUP BY
    p.person,
    d.spans,
    d.start_d,
    d.end_d,
    d.edition,
    d.working
), judged AS (
  SELECT DISTINCT
    r.rule,
    t.person,
    t.start_d,
    t.end_d,
    t.working,
    t.present
  FROM there AS t
  JOIN salesreg_budgets AS r
    ON r.spans = t.spans AND r.edition = t.edition
  JOIN salesreg_people AS p
    ON p.person = t.person
    AND p.role = r.role
    AND p.since_d <= t.start_d
    AND (
      p.until_d IS NULL OR p.until_d >= t.end_d
    )
  WHERE
    t.present > 0
), spent AS (
  SELECT
    r.rule,
    o.person,
    d.start_d,
    SUM(o.took) AS minutes,
    SUM(o.done) AS number,
    SUM(
      CASE r.box WHEN 0 THEN o.stray0 WHEN 1 THEN o.stray1 WHEN 2 THEN o.stray2 ELSE 0 END
    ) AS strayed
  FROM days AS o
  JOIN salesreg_budgets_of AS k
    ON k.activity = o.activity
  JOIN salesreg_budgets AS r
    ON r.rule = k.rule
  JOIN salesreg_budgets_days AS d
    ON d.spans = r.spans AND d.date = o.date
  GROUP BY
    r.rule,
    o.person,
    d.start_d
), measured AS (
  SELECT
    j.*,
    CAST(COALESCE(s.minutes, 0) AS Nullable(Int64)) AS minutes,
    CAST(COALESCE(s.number, 0) AS Nullable(Int64)) AS number,
    CAST(COALESCE(s.strayed, 0) AS Nullable(Int64)) AS strayed
  FROM judged AS j
  LEFT JOIN spent AS s
    ON s.rule = j.rule AND s.person = j.person AND s.start_d = j.start_d
)
SELECT
  r.cite,
  r.rule_key,
  m.person,
  r.role,
  m.start_d,
  m.end_d,
  minutes,
  strayed,
  r.least,
  r.most,
  present,
  working,
  CASE
    WHEN r.owed = 1 AND minutes * working < r.least * present
    THEN 'under'
    WHEN minutes * working > r.most * present
    THEN 'over'
    WHEN strayed > 0
    THEN 'outside'
    ELSE 'kept'
  END AS status
FROM measured AS m
JOIN salesreg_budgets AS r
  ON r.rule = m.rule SETTINGS join_use_nulls = 1;
