-- Cases whose last asylum application was denied, on the day its proceeding ended.
WITH ranked AS (
  SELECT a.*, row_number() OVER (PARTITION BY IDNCASE ORDER BY coalesce(CASE WHEN year(APPL_RECD_DATE) >= 1950
      AND APPL_RECD_DATE <> DATE '2099-12-31' THEN CAST(APPL_RECD_DATE AS DATE) END, DATE '1900-01-01') DESC,
      coalesce(nullif(list_position(['F', 'G', 'D', 'C', 'I', 'L', 'P', 'S', 'A', 'R', 'O', 'T', 'W', 'M'], APPL_DEC), 0), 99),
      IDNPROCEEDINGAPPLN) AS nth
  FROM tables.application a
  WHERE APPL_CODE = 'ASYL' AND rowid = (SELECT min(b.rowid) FROM tables.application b WHERE b.IDNPROCEEDINGAPPLN = a.IDNPROCEEDINGAPPLN)
), decided AS (
  SELECT r.APPL_DEC, coalesce(p.BASE_CITY_CODE, 'none') AS court
  FROM ranked r JOIN (SELECT DISTINCT ON (IDNPROCEEDING) * FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid) p
    ON p.IDNPROCEEDING = r.IDNPROCEEDING AND p.IDNCASE = r.IDNCASE
  WHERE nth = 1 AND CAST(p.COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
    AND coalesce(p.OTHER_COMP, '') <> 'X'
)
SELECT court, count(*) AS value FROM decided WHERE APPL_DEC = 'D'
GROUP BY GROUPING SETS ((), (court))
