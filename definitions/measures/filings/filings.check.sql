-- Cases whose earliest start, of any proceeding but a bond shell, lies in the period; at the court of that proceeding.
WITH proceedings AS (
  SELECT p.IDNCASE, p.IDNPROCEEDING, p.DEC_CODE, p.OTHER_COMP, coalesce(p.BASE_CITY_CODE, 'none') AS court,
         list_filter([p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE],
                     lambda d: d >= DATE '1950-01-01' AND d <> DATE '2099-12-31')[1] AS received,
         CASE WHEN year(p.COMP_DATE) >= 1950 AND CAST(p.COMP_DATE AS DATE) <= $as_of THEN p.COMP_DATE END AS closed
  FROM tables.proceeding p
  WHERE p.IDNCASE IN (SELECT IDNCASE FROM tables."case")
    AND p.rowid = (SELECT min(twin.rowid) FROM tables.proceeding twin WHERE twin.IDNPROCEEDING = p.IDNPROCEEDING)
), keyed AS (
  SELECT *, coalesce(strftime(CASE WHEN closed < received THEN closed ELSE received END, '%Y%m%d'), '99999999')
         || coalesce(strftime(closed, '%Y%m%d'), '99999999') || lpad(CAST(IDNPROCEEDING AS VARCHAR), 20, '0') AS key
  FROM proceedings WHERE NOT (closed IS NOT NULL AND coalesce(OTHER_COMP, '') = 'X')
)
SELECT court, count(*) AS value
FROM (SELECT IDNCASE, arg_min(court, key) AS court, substr(min(key), 1, 8) AS filed FROM keyed GROUP BY IDNCASE)
WHERE filed BETWEEN strftime($from, '%Y%m%d') AND strftime($to, '%Y%m%d')
GROUP BY GROUPING SETS ((), (court))
