-- Rows that ended in the period with one of the three codes of prosecutorial discretion.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
)
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND (OTHER_COMP = 'Y' OR OTHER_COMP = 'M' OR DEC_CODE = 'I')
GROUP BY GROUPING SETS ((), (court))
