-- Orders to leave given in absence in the period, and cases first decided in it.
WITH stretches AS (
  SELECT p.IDNCASE, p.IDNPROCEEDING, p.DEC_CODE, p.OTHER_COMP, coalesce(p.BASE_CITY_CODE, 'none') AS court,
         coalesce(p.HEARING_LOC_CODE, 'none') AS location, p.CASE_TYPE,
         list_filter([p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE],
                     lambda d: d >= DATE '1950-01-01' AND d <> DATE '2099-12-31')[1] AS received,
         CASE WHEN year(p.COMP_DATE) >= 1950 AND CAST(p.COMP_DATE AS DATE) <= $as_of THEN p.COMP_DATE END AS closed
  FROM tables.proceeding p
  WHERE p.rowid = (SELECT min(twin.rowid) FROM tables.proceeding twin WHERE twin.IDNPROCEEDING = p.IDNPROCEEDING)
), placed AS (
  SELECT *, strftime(least(closed, received), '%Y%m%d') || coalesce(strftime(closed, '%Y%m%d'), '99999999')
      || lpad(CAST(IDNPROCEEDING AS VARCHAR), 20, '0') AS place
  FROM stretches WHERE NOT (closed IS NOT NULL AND coalesce(OTHER_COMP, '') = 'X')
), first_decision AS (
  SELECT IDNCASE, arg_min(court, strftime(closed, '%Y%m%d') || place) AS court, min(closed) AS day,
    arg_min(coalesce(CASE_TYPE, (SELECT arg_min(coalesce(c.CASE_TYPE, ''), c.rowid) FROM tables."case" c WHERE c.IDNCASE = placed.IDNCASE), ''),
      strftime(closed, '%Y%m%d') || place) AS type
  FROM placed WHERE closed IS NOT NULL AND DEC_CODE IS NOT NULL AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T')
  GROUP BY IDNCASE
)
, orders AS (
  SELECT court
  FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
) p
LEFT JOIN (SELECT DISTINCT ON (IDNCASE) IDNCASE AS id, CASE_TYPE AS own_type FROM tables."case" ORDER BY IDNCASE, rowid) c ON c.id = p.IDNCASE
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND ABSENTIA = 'Y' AND (coalesce(CASE_TYPE, own_type, '') || '.' || coalesce(DEC_CODE, '')) IN ('RMV.X', 'RMV.E', 'RMV.Z', 'RMV.H', 'DEP.D', 'EXC.E', 'AOC.D', 'WHO.D', 'NAC.D')
)
SELECT court, sum(orders) AS numerator, sum(firsts) AS denominator FROM (
  SELECT court, 1 AS orders, 0 AS firsts FROM orders
  UNION ALL SELECT court, 0, 1 FROM first_decision WHERE CAST(day AS DATE) BETWEEN $from AND $to
)
GROUP BY GROUPING SETS ((), (court))
