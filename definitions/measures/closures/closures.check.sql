-- Rows of B_TblProceeding with an end in the period that is neither a move (C, T) nor a bond shell (X).
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
)
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
GROUP BY GROUPING SETS ((), (court))
