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
    m.*
  FROM moved AS m
), visits AS (
  SELECT
    deal,
    stage,
    actor,
    at_s AS entered,
    LEAD(at_s) OVER (PARTITION BY deal ORDER BY at_s, stage) AS left_s,
    LEAD(stage) OVER (PARTITION BY deal ORDER BY at_s, stage) AS next_stage,
    ROW_NUMBER() OVER (PARTITION BY deal ORDER BY at_s, stage) AS number
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
  WHERE
    NOT v.deal IN (
      SELECT
        deal
      FROM salesreg_events
      WHERE
        kind = 'field'
    )
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
        CAST(((
          t.entered
        ) - MOD((
          t.entered
        ), 86400)) / 86400 AS BIGINT)
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
