-- One row a proceeding that ended and was not merely moved (TRAC's closure, administrative closures included).

-- The meaning of a code depends on the case type and on the column it stands in: what each that occurs means, once.
CREATE TABLE work.ending AS
WITH occurs AS (
  SELECT DISTINCT case_type, code_kind, code FROM work.stretch WHERE ended IS NOT NULL AND NOT moved
)
SELECT o.case_type, o.code_kind, o.code,
  CASE WHEN o.code IS NULL THEN 'none' ELSE o.case_type || '.' || o.code_kind || '.' || o.code END AS closure_type,
  coalesce(g.outcome_group, any_type.outcome_group, 'other') AS outcome_group
FROM occurs o
LEFT JOIN reference.outcome_group g ON g.case_type = o.case_type AND g.kind = o.code_kind AND g.code = o.code
LEFT JOIN reference.outcome_group any_type ON any_type.case_type = '*' AND any_type.kind = o.code_kind AND any_type.code = o.code;

CREATE TYPE codes.closure_type AS ENUM (SELECT closure_type AS code FROM work.ending UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.outcome_group AS ENUM (SELECT outcome_group AS code FROM reference.outcome_group UNION SELECT 'other' ORDER BY 1);
ALTER TABLE work.ending ALTER closure_type TYPE codes.closure_type;
ALTER TABLE work.ending ALTER outcome_group TYPE codes.outcome_group;

-- The first decision of a case with several proceedings; a day and a place in the case make one number.
CREATE TABLE work.first_decision AS
SELECT case_id, min(date_diff('day', DATE '1950-01-01', ended) * 100000 + place_in_case) AS at
FROM work.stretch WHERE several AND ended IS NOT NULL AND NOT moved AND code_kind = 'C' GROUP BY 1;

CREATE TABLE facts.closure AS
SELECT
  s.proceeding_id, s.case_id, s.ended AS date,
  CASE WHEN s.has_case AND s.filed <= DATE $as_of THEN s.filed END AS filed_date,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family,
  s.in_absentia, e.closure_type, e.outcome_group, s.pd, s.carried,
  coalesce(s.code_kind = 'C', false) AS by_decision,
  coalesce(s.code_kind = 'C' AND (NOT s.several
    OR d.at = date_diff('day', DATE '1950-01-01', s.ended) * 100000 + s.place_in_case), false) AS first_decision
FROM work.stretch s
JOIN work.ending e ON e.case_type = s.case_type AND e.code_kind IS NOT DISTINCT FROM s.code_kind AND e.code IS NOT DISTINCT FROM s.code
LEFT JOIN work.first_decision d ON d.case_id = s.case_id
WHERE s.ended IS NOT NULL AND NOT s.moved
ORDER BY s.court, s.ended;
