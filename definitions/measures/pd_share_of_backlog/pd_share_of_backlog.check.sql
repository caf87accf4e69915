-- PD closures from $since through $to, and the cases whose last event up to $base is a start or a move.
WITH proceedings AS (
  SELECT p.IDNCASE, p.IDNPROCEEDING, p.DEC_CODE, p.OTHER_COMP, coalesce(p.BASE_CITY_CODE, 'none') AS court,
         list_filter([p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE],
                     lambda d: d >= DATE '1950-01-01' AND d <> DATE '2099-12-31')[1] AS received,
         CASE WHEN year(p.COMP_DATE) >= 1950 AND CAST(p.COMP_DATE AS DATE) <= $as_of THEN p.COMP_DATE END AS closed
  FROM tables.proceeding p
  WHERE p.IDNCASE IN (SELECT IDNCASE FROM tables."case")
    AND p.rowid = (SELECT min(twin.rowid) FROM tables.proceeding twin WHERE twin.IDNPROCEEDING = p.IDNPROCEEDING)
), events AS (
  SELECT IDNCASE, court, unnest([
    struct_pack(day := CASE WHEN closed < received THEN closed ELSE received END, phase := 0, status := 'pending'),
    struct_pack(day := closed, phase := 1, status := CASE
      WHEN OTHER_COMP IN ('C', 'T') THEN 'pending'
      WHEN DEC_CODE IS NULL AND OTHER_COMP IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN 'inactive'
      ELSE 'completed' END)], recursive := true),
    strftime(CASE WHEN closed < received THEN closed ELSE received END, '%Y%m%d') || coalesce(strftime(closed, '%Y%m%d'), '99999999')
      || lpad(CAST(IDNPROCEEDING AS VARCHAR), 20, '0') AS place
  FROM proceedings WHERE NOT (closed IS NOT NULL AND coalesce(OTHER_COMP, '') = 'X')
), last_event AS (
  SELECT IDNCASE, arg_max(status, key) AS status, arg_max(court, key) AS court
  FROM (SELECT *, strftime(day, '%Y%m%d') || place || phase AS key FROM events WHERE CAST(day AS DATE) <= $base)
  GROUP BY IDNCASE
), marked AS (
  SELECT coalesce(BASE_CITY_CODE, 'none') AS court
  FROM (SELECT DISTINCT ON (IDNPROCEEDING) * FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid)
  WHERE CAST(COMP_DATE AS DATE) BETWEEN $since AND $to
    AND (OTHER_COMP IN ('Y', 'M') OR (DEC_CODE = 'I' AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')))
)
SELECT court, sum(marked) AS numerator, sum(waiting) AS denominator
FROM (SELECT court, 1 AS marked, 0 AS waiting FROM marked
      UNION ALL SELECT court, 0, 1 FROM last_event WHERE status = 'pending')
GROUP BY GROUPING SETS ((), (court))
