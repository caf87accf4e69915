-- Cases whose last event up to $base is a start or a move.
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
)
SELECT court, count(*) AS value FROM last_event WHERE status = 'pending'
GROUP BY GROUPING SETS ((), (court))
