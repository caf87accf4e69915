-- Rows that ended in the period with Y or M, and without a decision.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
)
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND OTHER_COMP IN ('Y', 'M') AND DEC_CODE IS NULL
GROUP BY GROUPING SETS ((), (court))
