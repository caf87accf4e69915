-- Rows of EOIR's five case types that ended in the period with a decision.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
) p
LEFT JOIN (SELECT DISTINCT ON (IDNCASE) IDNCASE AS id, CASE_TYPE AS own_type FROM tables."case" ORDER BY IDNCASE, rowid) c ON c.id = p.IDNCASE
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND DEC_CODE IS NOT NULL AND coalesce(CASE_TYPE, own_type, '') IN ('AOC', 'DEP', 'EXC', 'RMV', 'WHO')
GROUP BY GROUPING SETS ((), (court))
