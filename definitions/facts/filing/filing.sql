-- One row a case that was filed: its first stretch, at the court and location of that stretch.
CREATE TABLE facts.filing AS
SELECT case_id, started AS date, court, hearing_location, nationality, case_type, custody, represented
FROM work.stretch
WHERE has_case AND place_in_case = 1 AND started <= DATE $as_of
ORDER BY court, date;
