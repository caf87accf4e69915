-- One row a proceeding that ended and was not merely moved (TRAC's closure, administrative closures included).
-- The meaning of a code depends on the case type and on the column it stands in (C: DEC_CODE, O: OTHER_COMP).
CREATE TABLE facts.closure AS
SELECT
  s.proceeding_id, s.case_id, s.ended AS date, f.date AS filed_date,
  s.court, s.hearing_location, s.nationality, s.case_type, s.custody, s.represented,
  CASE WHEN s.code IS NULL THEN 'none' ELSE s.case_type || '.' || s.code_kind || '.' || s.code END AS closure_type,
  coalesce(g.outcome_group, any_type.outcome_group, 'other') AS outcome_group,
  CASE WHEN s.pd THEN 'yes' ELSE 'no' END AS pd,
  coalesce(s.code_kind = 'C', false) AS by_decision
FROM work.stretch s
LEFT JOIN facts.filing f ON f.case_id = s.case_id
LEFT JOIN reference.outcome_group g ON g.case_type = s.case_type AND g.kind = s.code_kind AND g.code = s.code
LEFT JOIN reference.outcome_group any_type ON any_type.case_type = '*' AND any_type.kind = s.code_kind AND any_type.code = s.code
WHERE s.ended IS NOT NULL AND NOT s.moved
ORDER BY s.court, s.ended;
