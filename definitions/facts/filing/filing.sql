-- One row a case that was filed: its first stretch, at the court and location of that stretch.
CREATE TABLE facts.filing AS
SELECT s.case_id, s.started AS date,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM work.stretch s
WHERE s.has_case AND s.place_in_case = 1 AND s.started <= DATE $as_of
ORDER BY s.court, s.started;
