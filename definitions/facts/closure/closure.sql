-- One row a proceeding that ended and was not merely moved (TRAC's closure, administrative closures included).
-- The meaning of a code depends on the case type and on the column it stands in (C: DEC_CODE, O: OTHER_COMP).

-- Dismissals and terminations that discretion probably lies behind: an estimate by rule, see probable_pd_dismissals.
CREATE TABLE work.probable_pd AS
WITH candidate AS (
  SELECT proceeding_id, case_id, ended FROM work.stretch
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
)
SELECT c.proceeding_id FROM candidate c JOIN granted g ON g.case_id = c.case_id
WHERE abs(date_diff('day', g.day, c.ended)) <= 30
UNION
SELECT c.proceeding_id FROM candidate c JOIN considered h ON h.case_id = c.case_id WHERE h.day <= c.ended;

-- The first decision of each case; a day and a place in the case make one number.
CREATE TABLE work.first_decision AS
SELECT case_id, min(date_diff('day', DATE '1950-01-01', ended) * 100000 + place_in_case) AS at
FROM work.stretch WHERE ended IS NOT NULL AND NOT moved AND code_kind = 'C' GROUP BY 1;

CREATE TABLE facts.closure AS
SELECT
  s.proceeding_id, s.case_id, s.ended AS date, f.date AS filed_date,
  s.court, s.hearing_location, coalesce(p.court_family, s.court) AS court_family, coalesce(p.court_state, 'none') AS court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family,
  s.in_absentia,
  CASE WHEN s.code IS NULL THEN 'none' ELSE s.case_type || '.' || s.code_kind || '.' || s.code END AS closure_type,
  coalesce(g.outcome_group, any_type.outcome_group, 'other') AS outcome_group,
  CASE WHEN s.pd THEN 'yes' ELSE 'no' END AS pd,
  coalesce(s.code_kind = 'C', false) AS by_decision,
  coalesce(s.code_kind = 'C' AND d.at = date_diff('day', DATE '1950-01-01', s.ended) * 100000 + s.place_in_case, false) AS first_decision,
  s.proceeding_id IN (SELECT proceeding_id FROM work.probable_pd) AS probable_pd
FROM work.stretch s
LEFT JOIN work.court_place p ON p.court = s.court
LEFT JOIN facts.filing f ON f.case_id = s.case_id
LEFT JOIN work.first_decision d ON d.case_id = s.case_id
LEFT JOIN reference.outcome_group g ON g.case_type = s.case_type AND g.kind = s.code_kind AND g.code = s.code
LEFT JOIN reference.outcome_group any_type ON any_type.case_type = '*' AND any_type.kind = s.code_kind AND any_type.code = s.code
WHERE s.ended IS NOT NULL AND NOT s.moved
ORDER BY s.court, s.ended;
