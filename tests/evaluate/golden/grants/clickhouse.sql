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
), notes AS (
  SELECT
    e.deal,
    3 AS field,
    e.at_s,
    e.seq,
    e.actor,
    t.place,
    t.reads,
    t.held,
    t.code
  FROM (
    SELECT
      *
    FROM salesreg_events
    WHERE
      kind = 'field' AND at_s <= 1773145800 AND subject = 'discount'
  ) AS e
  JOIN salesreg_texts_3 AS t
    ON t.state = COALESCE(e.state, '')
), noted AS (
  SELECT
    *,
    ROW_NUMBER() OVER (
      PARTITION BY deal, field
      ORDER BY at_s DESC, seq DESC, place DESC, COALESCE(code, '') DESC, COALESCE(actor, '') DESC
    ) AS nth,
    ROW_NUMBER() OVER (
      PARTITION BY deal, field, reads
      ORDER BY at_s DESC, seq DESC, place DESC, COALESCE(code, '') DESC, COALESCE(actor, '') DESC
    ) AS nth_read
  FROM notes
), facts AS (
  SELECT
    d.deal,
    d.created_s,
    CASE WHEN n3.deal IS NULL THEN NULL ELSE n3.held END AS f3
  FROM (
    SELECT
      *
    FROM salesreg_deals
  ) AS d
  LEFT JOIN noted AS n3
    ON n3.deal = d.deal AND n3.field = 3 AND n3.reads = 1 AND n3.nth_read = 1
), valued AS (
  SELECT
    f.*,
    3 AS field,
    f.f3 AS size,
    f.f3 AS micro,
    CAST(NULL AS Nullable(String)) AS code,
    n.at_s,
    n.actor AS teller
  FROM facts AS f
  LEFT JOIN noted AS n
    ON n.deal = f.deal AND n.field = 3 AND n.nth = 1
  WHERE
    NOT (
      f.f3 IS NULL
    )
), asked AS (
  SELECT
    f.*,
    r.rule,
    COALESCE(f.teller, t.owner) AS person,
    COALESCE(f.at_s, 1773145800) AS seen_s,
    CASE
      WHEN r.fits = 1 AND (
        r.currency IS NULL OR r.currency = f.code
      )
      THEN 1
      ELSE 0
    END AS compares
  FROM (
    SELECT
      f.*,
      0 AS edition
    FROM valued AS f
  ) AS f
  JOIN salesreg_authorities AS r
    ON r.edition = f.edition AND r.field = f.field
  LEFT JOIN tenures AS t
    ON t.deal = f.deal AND t.until_s IS NULL
), able AS (
  SELECT
    a.deal,
    a.rule,
    b.place,
    b.role,
    a.person,
    a.seen_s,
    a.at_s
  FROM asked AS a
  JOIN salesreg_authority_bands AS b
    ON b.rule = a.rule
  WHERE
    a.compares = 1
    AND (
      b.most IS NULL OR a.size <= b.most
    )
    AND CASE b.asks WHEN 0 THEN (
      1 = 0
    ) ELSE (
      1 = 1
    ) END
), granting AS (
  SELECT
    deal,
    rule,
    COUNT(*) AS bands
  FROM able
  GROUP BY
    deal,
    rule
), own AS (
  SELECT
    a.deal,
    a.rule,
    MIN(a.place) AS place
  FROM (
    SELECT
      a.*,
      CASE WHEN (
        a.seen_s % 86400
      ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date
    FROM able AS a
    JOIN salesreg_walls AS wall
      ON wall.day = (
        intDiv((
          a.seen_s
        ), 86400)
      )
  ) AS a
  JOIN salesreg_people AS p
    ON p.person = a.person
    AND p.role = a.role
    AND p.since_d <= a.date
    AND (
      p.until_d IS NULL OR p.until_d >= a.date
    )
  GROUP BY
    a.deal,
    a.rule
), signed AS (
  SELECT
    e.deal,
    e.subject,
    e.at_s,
    e.seq,
    e.actor,
    CASE WHEN (
      e.at_s % 86400
    ) >= wall.c1 THEN wall.d1 ELSE wall.d0 END AS date
  FROM (
    SELECT
      *
    FROM salesreg_events
    WHERE
      kind = 'document' AND at_s <= 1773145800 AND state = 'approved'
  ) AS e
  JOIN salesreg_walls AS wall
    ON wall.day = (
      intDiv((
        e.at_s
      ), 86400)
    )
), approvals AS (
  SELECT
    a.deal,
    a.rule,
    a.place,
    e.at_s,
    e.actor,
    ROW_NUMBER() OVER (PARTITION BY a.deal, a.rule ORDER BY e.at_s, e.seq, e.actor, a.place) AS nth
  FROM able AS a
  JOIN salesreg_authorities AS r
    ON r.rule = a.rule
  JOIN signed AS e
    ON e.deal = a.deal
    AND e.subject = r.document
    AND (
      a.at_s IS NULL OR e.at_s >= a.at_s
    )
  JOIN salesreg_people AS p
    ON p.person = e.actor
    AND p.role = a.role
    AND p.since_d <= e.date
    AND (
      p.until_d IS NULL OR p.until_d >= e.date
    )
), decided AS (
  SELECT
    a.deal,
    a.rule,
    a.micro,
    a.code,
    a.at_s,
    a.person,
    COALESCE(o.place, s.place) AS place,
    CASE WHEN o.deal IS NULL THEN s.actor ELSE a.person END AS granter,
    CASE WHEN o.deal IS NULL THEN s.at_s ELSE a.at_s END AS granted_s,
    CASE
      WHEN a.compares = 0
      THEN 'unit'
      WHEN g.deal IS NULL
      THEN 'forbidden'
      WHEN NOT (
        o.deal IS NULL
      )
      THEN 'own'
      WHEN NOT (
        s.deal IS NULL
      )
      THEN 'approved'
      ELSE 'unapproved'
    END AS status
  FROM asked AS a
  LEFT JOIN granting AS g
    ON g.deal = a.deal AND g.rule = a.rule
  LEFT JOIN own AS o
    ON o.deal = a.deal AND o.rule = a.rule
  LEFT JOIN approvals AS s
    ON s.deal = a.deal AND s.rule = a.rule AND s.nth = 1
)
SELECT
  r.cite,
  d.deal,
  r.rule_key,
  r.field_key,
  d.micro,
  COALESCE(d.code, r.unit) AS unit,
  d.at_s,
  d.person,
  b.role,
  d.granter,
  d.granted_s,
  CASE
    WHEN d.status = 'unapproved' AND r.document IS NULL
    THEN 'unseen'
    ELSE d.status
  END AS status
FROM decided AS d
JOIN salesreg_authorities AS r
  ON r.rule = d.rule
LEFT JOIN salesreg_authority_bands AS b
  ON b.rule = d.rule AND b.place = d.place SETTINGS join_use_nulls = 1;
