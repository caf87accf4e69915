-- The day and court of the first decision of each case, where it is of EOIR's case types.
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
SELECT court, count(*) AS value FROM first_decision WHERE CAST(day AS DATE) BETWEEN $from AND $to
  AND type IN ('AOC', 'DEP', 'EXC', 'RMV', 'WHO')
GROUP BY GROUPING SETS ((), (court))
