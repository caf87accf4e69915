-- Rows that ended in the period with what means none of the other outcomes.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
) p
LEFT JOIN (SELECT DISTINCT ON (IDNCASE) IDNCASE AS id, CASE_TYPE AS own_type FROM tables."case" ORDER BY IDNCASE, rowid) c ON c.id = p.IDNCASE
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND NOT coalesce((coalesce(CASE_TYPE, own_type, '') || '.' || coalesce(DEC_CODE, '')) IN ('RMV.X', 'RMV.E', 'RMV.Z', 'RMV.H', 'DEP.D', 'EXC.E', 'AOC.D', 'WHO.D', 'NAC.D'), false) AND NOT coalesce(DEC_CODE = 'V' AND coalesce(CASE_TYPE, own_type, '') IN ('RMV', 'DEP'), false)
  AND NOT coalesce(CASE WHEN coalesce(CASE_TYPE, own_type, '') IN ('RMV', 'DEP') THEN DEC_CODE IN ('R', 'Q')
    WHEN coalesce(CASE_TYPE, own_type, '') = 'EXC' THEN DEC_CODE = 'A' WHEN coalesce(CASE_TYPE, own_type, '') = 'AOC' THEN DEC_CODE IN ('G', 'C', 'E', 'Z', 'H')
    WHEN coalesce(CASE_TYPE, own_type, '') = 'WHO' THEN DEC_CODE IN ('G', 'C', 'Z', 'H', 'Q') WHEN coalesce(CASE_TYPE, own_type, '') = 'NAC' THEN DEC_CODE IN ('G', 'C') ELSE false END, false)
  AND NOT coalesce(DEC_CODE IN ('T', 'I', 'U'), false)
  AND NOT coalesce(DEC_CODE IS NULL AND OTHER_COMP IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H'), false) AND NOT coalesce(DEC_CODE IS NULL AND OTHER_COMP = 'F', false)
GROUP BY GROUPING SETS ((), (court))
