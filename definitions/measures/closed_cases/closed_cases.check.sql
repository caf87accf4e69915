-- Case numbers on the rows that ended in the period and were not merely moved.
SELECT court, count(DISTINCT IDNCASE) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
)
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
GROUP BY GROUPING SETS ((), (court))
