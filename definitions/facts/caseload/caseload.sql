-- One row a spell during which a case is pending or inactive, from from_date (included) to to_date (not included).
-- Status is decided by starts, moves and closures in order of date, then of the proceedings in the case, start before end.
-- A start or a move leaves a case pending, at the court and location of its proceeding.
-- Events are those of the cases with several proceedings, and carry keys alone, so that ordering them stays cheap; a case
-- with one proceeding is pending from its start and then what that proceeding leaves it.
CREATE TABLE work.event AS
WITH happened AS (
  SELECT case_id, proceeding_id, started AS date, place_in_case, CAST(0 AS UTINYINT) AS phase, CAST('pending' AS codes.status) AS status
  FROM work.stretch WHERE several AND has_case AND started <= DATE $as_of
  UNION ALL
  SELECT case_id, proceeding_id, ended, place_in_case, 1, leaves
  FROM work.stretch WHERE several AND has_case AND ended IS NOT NULL
),
telling AS (
  SELECT * FROM happened
  -- A move right after the start of its own proceeding changes nothing.
  QUALIFY NOT (phase = 1 AND status = 'pending'
    AND coalesce(lag(place_in_case) OVER (PARTITION BY case_id ORDER BY date, place_in_case, phase) = place_in_case, false))
)
SELECT *, lead(date) OVER in_case AS next_date, lag(status) OVER in_case AS status_before,
  lag(proceeding_id) OVER in_case AS proceeding_before
FROM telling
WINDOW in_case AS (PARTITION BY case_id ORDER BY date, place_in_case, phase);

CREATE TABLE facts.caseload AS
WITH spell AS (
  SELECT e.status, e.date AS from_date, e.next_date AS to_date, s.*
  FROM work.event e JOIN work.stretch s ON s.proceeding_id = e.proceeding_id
  WHERE s.several AND e.status <> 'completed'
  UNION ALL
  SELECT CAST('pending' AS codes.status), started, CASE WHEN NOT moved THEN ended END, s.*
  FROM work.stretch s WHERE NOT several AND has_case AND started <= DATE $as_of
  UNION ALL
  SELECT leaves, ended, NULL, s.* FROM work.stretch s WHERE NOT several AND has_case AND ended IS NOT NULL AND leaves = 'inactive'
)
SELECT s.case_id, s.status, s.from_date, s.to_date,
  CASE WHEN s.filed <= DATE $as_of THEN s.filed END AS filed_date,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM spell s
WHERE s.to_date IS NULL OR s.to_date > s.from_date
ORDER BY s.court, s.from_date;
