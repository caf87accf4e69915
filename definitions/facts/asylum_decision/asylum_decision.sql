-- One row a case whose asylum application was decided: of its applications the one received last, on the day on which
-- the proceeding of that application ended. On one day the first of F, G, D, C, I, L, P, S, A, R, O, T, W, M stands.
CREATE TABLE facts.asylum_decision AS
WITH outcome AS (
  SELECT case_id, arg_max(struct_pack(proceeding_id := proceeding_id, decision := decision), struct_pack(
    date := coalesce(date, DATE '1900-01-01'),
    rank := CASE WHEN strpos('FGDCILPSAROTWM', decision) > 0 THEN -strpos('FGDCILPSAROTWM', decision) ELSE -99 END,
    first := -application_id)) AS last
  FROM work.application WHERE relief = 'ASYL' GROUP BY 1
)
SELECT s.case_id, s.ended AS date, o.last.decision AS decision,
  CASE WHEN o.last.decision = 'D' THEN 'denied' ELSE 'granted' END AS result,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM outcome o
JOIN work.stretch s ON s.proceeding_id = o.last.proceeding_id AND s.case_id = o.case_id
WHERE s.ended IS NOT NULL AND o.last.decision IN ('D', 'F', 'G', 'C', 'I', 'P', 'N');
