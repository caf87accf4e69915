-- Rows that ended in the period with a grant, by the letters that mean it in each case type.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
) p
LEFT JOIN (SELECT DISTINCT ON (IDNCASE) IDNCASE AS id, CASE_TYPE AS own_type FROM tables."case" ORDER BY IDNCASE, rowid) c ON c.id = p.IDNCASE
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND CASE WHEN coalesce(CASE_TYPE, own_type, '') IN ('RMV', 'DEP') THEN DEC_CODE IN ('R', 'Q')
    WHEN coalesce(CASE_TYPE, own_type, '') = 'EXC' THEN DEC_CODE = 'A' WHEN coalesce(CASE_TYPE, own_type, '') = 'AOC' THEN DEC_CODE IN ('G', 'C', 'E', 'Z', 'H')
    WHEN coalesce(CASE_TYPE, own_type, '') = 'WHO' THEN DEC_CODE IN ('G', 'C', 'Z', 'H', 'Q') WHEN coalesce(CASE_TYPE, own_type, '') = 'NAC' THEN DEC_CODE IN ('G', 'C') ELSE false END
GROUP BY GROUPING SETS ((), (court))
