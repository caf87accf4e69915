-- Of the rows that ended in the period and were not merely moved: those with a code of prosecutorial discretion, and all.
SELECT court, sum(CASE WHEN OTHER_COMP IN ('Y', 'M') OR DEC_CODE = 'I' THEN 1 ELSE 0 END) AS numerator, count(*) AS denominator
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
)
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
GROUP BY GROUPING SETS ((), (court))
