-- The first dated asylum application of each case, at the court of its proceeding.
WITH dated AS (
  SELECT IDNCASE, IDNPROCEEDING, CAST(APPL_RECD_DATE AS DATE) AS day, IDNPROCEEDINGAPPLN AS id FROM tables.application a
  WHERE APPL_CODE = 'ASYL' AND year(APPL_RECD_DATE) >= 1950 AND CAST(APPL_RECD_DATE AS DATE) <= $as_of
    AND rowid = (SELECT min(b.rowid) FROM tables.application b WHERE b.IDNPROCEEDINGAPPLN = a.IDNPROCEEDINGAPPLN)
)
SELECT coalesce(p.BASE_CITY_CODE, 'none') AS court, count(*) AS value
FROM (SELECT DISTINCT ON (IDNCASE) * FROM dated ORDER BY IDNCASE, day, id) d
JOIN (SELECT DISTINCT ON (IDNPROCEEDING) * FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid) p
  ON p.IDNPROCEEDING = d.IDNPROCEEDING AND p.IDNCASE = d.IDNCASE
WHERE d.day BETWEEN $from AND $to
  AND NOT (coalesce(p.OTHER_COMP, '') = 'X' AND coalesce(CAST(p.COMP_DATE AS DATE) BETWEEN DATE '1950-01-01' AND $as_of, false))
GROUP BY GROUPING SETS ((), (coalesce(p.BASE_CITY_CODE, 'none')))
