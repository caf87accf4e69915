-- One row a spell during which a case is pending or inactive, from from_date (included) to to_date (not included).
-- Status is decided by starts, moves and closures in order of date, then of the proceedings in the case, start before end.
-- A start or a move leaves a case pending, at the court and location of its proceeding.
-- Events carry keys alone, so that ordering them stays cheap; what a spell is cut by comes from its proceeding at the end.
CREATE TABLE work.event AS
WITH happened AS (
  SELECT case_id, proceeding_id, started AS date, place_in_case, 0 AS phase, 'pending' AS status
  FROM work.stretch WHERE has_case AND started <= DATE $as_of
  UNION ALL
  SELECT case_id, proceeding_id, ended, place_in_case, 1,
         CASE WHEN moved THEN 'pending'
              WHEN code_kind = 'O' AND code IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN 'inactive'
              ELSE 'completed' END
  FROM work.stretch WHERE has_case AND ended IS NOT NULL
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
SELECT e.case_id, e.status, e.date AS from_date, e.next_date AS to_date, f.date AS filed_date, s.counsel_at_court,
  s.court, s.hearing_location, coalesce(p.court_family, s.court) AS court_family, coalesce(p.court_state, 'none') AS court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM work.event e
JOIN work.stretch s ON s.proceeding_id = e.proceeding_id
LEFT JOIN work.court_place p ON p.court = s.court
LEFT JOIN facts.filing f ON f.case_id = e.case_id
WHERE e.status <> 'completed' AND (e.next_date IS NULL OR e.next_date > e.date)
ORDER BY e.status, s.court, e.date;
