-- From the earliest start of the case to each of its closures in the period.
WITH proceedings AS (
  SELECT p.IDNCASE, p.IDNPROCEEDING, p.DEC_CODE, p.OTHER_COMP, coalesce(p.BASE_CITY_CODE, 'none') AS court,
         list_filter([p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE],
                     lambda d: d >= DATE '1950-01-01' AND d <> DATE '2099-12-31')[1] AS received,
         CASE WHEN year(p.COMP_DATE) >= 1950 AND CAST(p.COMP_DATE AS DATE) <= $as_of THEN p.COMP_DATE END AS closed
  FROM tables.proceeding p
  WHERE p.IDNCASE IN (SELECT IDNCASE FROM tables."case")
    AND p.rowid = (SELECT min(twin.rowid) FROM tables.proceeding twin WHERE twin.IDNPROCEEDING = p.IDNPROCEEDING)
), counted AS (
  SELECT *, CASE WHEN closed < received THEN closed ELSE received END AS started
  FROM proceedings WHERE NOT (closed IS NOT NULL AND coalesce(OTHER_COMP, '') = 'X')
), spans AS (
  SELECT c.court, CAST(c.closed AS DATE)
    - CAST((SELECT min(f.started) FROM counted f WHERE f.IDNCASE = c.IDNCASE) AS DATE) AS days
  FROM counted c
  WHERE CAST(c.closed AS DATE) BETWEEN $from AND $to AND coalesce(c.OTHER_COMP, '') NOT IN ('C', 'T')
)
SELECT court, avg(days) AS mean, median(days) AS median, quantile_cont(days, 0.9) AS p90, count(*) AS n
FROM spans GROUP BY GROUPING SETS ((), (court))
