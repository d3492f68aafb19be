WITH days AS (
  SELECT
    a.person,
    a.activity,
    CASE WHEN (
      a.start_s % 86400
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date,
    SUM(a.minutes) AS took,
    COUNT(*) AS done
  FROM salesreg_activities AS a
  JOIN salesreg_walls AS wall
    ON wall.day = (
      (
        a.start_s
      ) / 86400
    )
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
    CAST(SUM(d.works) AS BIGINT) AS present
  FROM (
    SELECT DISTINCT
      person,
      date
    FROM days
  ) AS p
  JOIN salesreg_norms_days AS d
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
  JOIN salesreg_norms AS r
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
    SUM(0) AS strayed
  FROM days AS o
  JOIN salesreg_norms_of AS k
    ON k.activity = o.activity
  JOIN salesreg_norms AS r
    ON r.rule = k.rule
  JOIN salesreg_norms_days AS d
    ON d.spans = r.spans AND d.date = o.date
  GROUP BY
    r.rule,
    o.person,
    d.start_d
), measured AS (
  SELECT
    j.*,
    CAST(COALESCE(s.minutes, 0) AS BIGINT) AS minutes,
    CAST(COALESCE(s.number, 0) AS BIGINT) AS number,
    CAST(COALESCE(s.strayed, 0) AS BIGINT) AS strayed
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
  number,
  r.least AS expected,
  present,
  working,
  CASE WHEN number * working < r.least * present THEN 'under' ELSE 'kept' END AS status
FROM measured AS m
JOIN salesreg_norms AS r
  ON r.rule = m.rule;
