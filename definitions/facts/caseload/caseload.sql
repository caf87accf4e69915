-- One row a spell during which a case is pending or inactive, from from_date (included) to to_date (not included).
-- Status is decided by starts, moves and closures in order of date, then of the proceedings in the case, start before end.
-- A start or a move leaves a case pending, at the court and location of its proceeding.
CREATE TABLE work.event AS
WITH happened AS (
  SELECT case_id, started AS date, place_in_case, 0 AS phase, 'pending' AS status,
         court, hearing_location, nationality, case_type, custody, represented
  FROM work.stretch WHERE has_case AND started <= DATE $as_of
  UNION ALL
  SELECT case_id, ended, place_in_case, 1,
         CASE WHEN moved THEN 'pending'
              WHEN code_kind = 'O' AND code IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN 'inactive'
              ELSE 'completed' END,
         court, hearing_location, nationality, case_type, custody, represented
  FROM work.stretch WHERE has_case AND ended IS NOT NULL
)
SELECT * FROM happened
-- A move right after the start of its own proceeding changes nothing.
QUALIFY NOT (phase = 1 AND status = 'pending'
  AND coalesce(lag(place_in_case) OVER (PARTITION BY case_id ORDER BY date, place_in_case, phase) = place_in_case, false));

CREATE TABLE facts.caseload AS
WITH spell AS (
  SELECT *, lead(date) OVER (PARTITION BY case_id ORDER BY date, place_in_case, phase) AS next_date
  FROM work.event
)
SELECT e.case_id, e.status, e.date AS from_date, e.next_date AS to_date, f.date AS filed_date,
       e.court, e.hearing_location, e.nationality, e.case_type, e.custody, e.represented
FROM spell e LEFT JOIN facts.filing f ON f.case_id = e.case_id
WHERE e.status <> 'completed' AND (e.next_date IS NULL OR e.next_date > e.date)
ORDER BY e.status, e.court, e.date;
