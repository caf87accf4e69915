-- Bond decisions of the period, by letter.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNASSOCBOND) *, coalesce(BASE_CITY_CODE, 'none') AS court FROM tables.bond ORDER BY IDNASSOCBOND, rowid
)
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to AND DEC IN ('A', 'C', 'D', 'E', 'F', 'G', 'I', 'J', 'L', 'N', 'R', 'S')
GROUP BY GROUPING SETS ((), (court))
