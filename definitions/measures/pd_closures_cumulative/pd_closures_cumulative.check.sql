-- Rows that ended from $since through $to with one of the three codes of prosecutorial discretion.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
)
WHERE CAST(COMP_DATE AS DATE) >= $since AND CAST(COMP_DATE AS DATE) <= $to
  AND (OTHER_COMP IN ('Y', 'M') OR (DEC_CODE = 'I' AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')))
GROUP BY GROUPING SETS ((), (court))
