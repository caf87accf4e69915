-- One row a dismissal or termination that discretion probably lies behind: an estimate by rule, see probable_pd_dismissals.
CREATE TABLE facts.probable_pd AS
WITH candidate AS (
  SELECT * FROM work.stretch
  WHERE NOT moved AND code_kind = 'C' AND code IN ('U', 'T') AND case_type IN ('RMV', 'DEP', 'EXC')
    AND ended BETWEEN DATE '2021-05-27' AND DATE '2025-01-20'
),
granted AS (
  SELECT DISTINCT IDNCASE AS case_id, CAST(COMP_DATE AS DATE) AS day FROM tables.motion
  WHERE REC_TYPE IN ('U', 'TP') AND STRFILINGPARTY IN ('I', 'B') AND DEC = 'G'
    AND COMP_DATE >= DATE '2021-04-27' AND COMP_DATE < DATE '2025-02-20'
),
considered AS (
  SELECT IDNCASE AS case_id, min(CAST(usable(ADJ_DATE) AS DATE)) AS day FROM tables.hearing WHERE ADJ_RSN = 'PD' GROUP BY 1
),
probable AS (
  SELECT c.proceeding_id FROM candidate c JOIN granted g ON g.case_id = c.case_id
  WHERE abs(date_diff('day', g.day, c.ended)) <= 30
  UNION
  SELECT c.proceeding_id FROM candidate c JOIN considered h ON h.case_id = c.case_id WHERE h.day <= c.ended
)
SELECT s.proceeding_id, s.case_id, s.ended AS date,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family,
  s.in_absentia, e.closure_type, e.outcome_group, s.pd
FROM candidate s JOIN probable p ON p.proceeding_id = s.proceeding_id
JOIN work.ending e ON e.case_type = s.case_type AND e.code_kind = s.code_kind AND e.code = s.code
ORDER BY s.court, s.ended;
