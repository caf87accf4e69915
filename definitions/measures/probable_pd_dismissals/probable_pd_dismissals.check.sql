-- Dismissals and terminations of the years of discretion beside which a granted motion of the government stands, or an
-- adjournment to consider discretion.
SELECT court, count(*) AS value
FROM (
  SELECT DISTINCT ON (IDNPROCEEDING) *, coalesce(BASE_CITY_CODE, 'none') AS court
  FROM tables.proceeding ORDER BY IDNPROCEEDING, rowid
) p
LEFT JOIN (SELECT DISTINCT ON (IDNCASE) IDNCASE AS id, CASE_TYPE AS own_type FROM tables."case" ORDER BY IDNCASE, rowid) c ON c.id = p.IDNCASE
WHERE CAST(COMP_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND coalesce(OTHER_COMP, '') NOT IN ('C', 'T', 'X')
  AND DEC_CODE IN ('U', 'T') AND coalesce(CASE_TYPE, own_type, '') IN ('RMV', 'DEP', 'EXC')
  AND CAST(COMP_DATE AS DATE) BETWEEN DATE '2021-05-27' AND DATE '2025-01-20'
  AND (
    EXISTS (SELECT 1 FROM tables.motion m WHERE m.IDNCASE = p.IDNCASE AND m.REC_TYPE IN ('U', 'TP') AND m.DEC = 'G'
      AND m.STRFILINGPARTY IN ('I', 'B')
      AND CAST(m.COMP_DATE AS DATE) BETWEEN CAST(p.COMP_DATE AS DATE) - 30 AND CAST(p.COMP_DATE AS DATE) + 30)
    OR EXISTS (SELECT 1 FROM tables.hearing h WHERE h.IDNCASE = p.IDNCASE AND h.ADJ_RSN = 'PD'
      AND year(h.ADJ_DATE) >= 1950 AND CAST(h.ADJ_DATE AS DATE) <= CAST(p.COMP_DATE AS DATE)))
GROUP BY GROUPING SETS ((), (court))
