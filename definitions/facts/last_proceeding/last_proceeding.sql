-- One row a spell during which a proceeding is the last of its case and has no end: the simplest backlog.
CREATE TABLE facts.last_proceeding AS
WITH ordered AS (
  SELECT proceeding_id, started AS from_date,
    least(ended, lead(started) OVER (PARTITION BY case_id ORDER BY place_in_case)) AS to_date
  FROM work.stretch WHERE several AND has_case AND started <= DATE $as_of
),
spell AS (
  SELECT e.from_date, e.to_date, s.* FROM ordered e JOIN work.stretch s ON s.proceeding_id = e.proceeding_id WHERE s.several
  UNION ALL
  SELECT started, ended, s.* FROM work.stretch s WHERE NOT several AND has_case AND started <= DATE $as_of
)
SELECT s.case_id, s.from_date, s.to_date,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM spell s
WHERE s.to_date IS NULL OR s.to_date > s.from_date
ORDER BY s.court, s.from_date;
