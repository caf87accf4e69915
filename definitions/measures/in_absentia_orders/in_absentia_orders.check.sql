-- Orders to leave that ended in the period with the mark of absence.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
) p
LEFT JOIN (SELECT DISTINCT ON (IDNCASE) IDNCASE AS id, CASE_TYPE AS own_type FROM tables."case" ORDER BY IDNCASE, rowid) c ON c.id = p.IDNCASE
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND ABSENTIA = 'Y' AND (coalesce(CASE_TYPE, own_type, '') || '.' || coalesce(DEC_CODE, '')) IN ('RMV.X', 'RMV.E', 'RMV.Z', 'RMV.H', 'DEP.D', 'EXC.E', 'AOC.D', 'WHO.D', 'NAC.D')
GROUP BY GROUPING SETS ((), (court))
