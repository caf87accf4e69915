-- One row a spell during which a proceeding is the last of its case and has no end: the simplest backlog.
CREATE TABLE facts.last_proceeding AS
WITH spell AS (
  SELECT proceeding_id, started AS from_date,
    least(ended, lead(started) OVER (PARTITION BY case_id ORDER BY place_in_case)) AS to_date
  FROM work.stretch WHERE has_case AND started <= DATE $as_of
)
SELECT s.case_id, e.from_date, e.to_date,
  s.court, s.hearing_location, coalesce(p.court_family, s.court) AS court_family, coalesce(p.court_state, 'none') AS court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM spell e
JOIN work.stretch s ON s.proceeding_id = e.proceeding_id
LEFT JOIN work.court_place p ON p.court = s.court
WHERE e.to_date IS NULL OR e.to_date > e.from_date;
