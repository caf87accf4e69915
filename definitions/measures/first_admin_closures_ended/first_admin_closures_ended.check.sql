-- First administrative closures of the period whose case never came back and whose last event is no administrative closure.
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
), events AS (
  SELECT IDNCASE, court, location, CASE_TYPE, CAST(day AS DATE) AS day, status, strftime(day, '%Y%m%d') || place || phase AS key
  FROM (
    SELECT *, least(closed, received) AS day, 0 AS phase, 'pending' AS status FROM placed
    UNION ALL
    SELECT *, closed, 1, CASE WHEN OTHER_COMP IN ('C', 'T') THEN 'pending'
      WHEN DEC_CODE IS NULL AND OTHER_COMP IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN 'inactive' ELSE 'completed' END
    FROM placed WHERE closed IS NOT NULL
  ) WHERE day IS NOT NULL AND CAST(day AS DATE) <= $as_of AND IDNCASE IN (SELECT IDNCASE FROM tables."case")
), told AS (
  SELECT *, lag(struct_pack(status := status, court := court, location := location)) OVER (PARTITION BY IDNCASE ORDER BY key) AS before
  FROM events
)
, aside AS (
  SELECT IDNCASE, min(day) FILTER (WHERE status = 'inactive') AS day, arg_min(court, key) FILTER (WHERE status = 'inactive') AS court,
    arg_max(status, key) AS stands, bool_or(status = 'pending' AND before.status = 'inactive') AS back
  FROM told GROUP BY 1 HAVING bool_or(status = 'inactive')
)
SELECT court, count(*) AS value FROM aside
WHERE day BETWEEN $from AND $to AND stands <> 'inactive' AND NOT coalesce(back, false)
GROUP BY GROUPING SETS ((), (court))
