-- One row a spell during which a case is pending or inactive, from from_date (included) to to_date (not included).
-- Status is decided by starts, moves and closures in order of date, then of the proceedings in the case, start before end.
-- A start or a move leaves a case pending, at the court and location of its proceeding.
CREATE OR REPLACE MACRO status_after(moved, code_kind, code) AS
  CASE WHEN moved THEN 'pending'
       WHEN code_kind = 'O' AND code IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN 'inactive'
       ELSE 'completed' END;

-- Cases with several proceedings: what happened, and until what happened next.
CREATE TABLE work.spell AS
WITH happened AS (
  SELECT case_id, proceeding_id, started AS date, place_in_case, 0 AS phase, 'pending' AS status
  FROM work.stretch WHERE has_case AND several AND started <= DATE $as_of
  UNION ALL
  SELECT case_id, proceeding_id, ended, place_in_case, 1, status_after(moved, code_kind, code)
  FROM work.stretch WHERE has_case AND several AND ended IS NOT NULL
),
event AS (
  SELECT * FROM happened
  -- A move right after the start of its own proceeding changes nothing.
  QUALIFY NOT (phase = 1 AND status = 'pending'
    AND coalesce(lag(place_in_case) OVER (PARTITION BY case_id ORDER BY date, place_in_case, phase) = place_in_case, false))
)
SELECT proceeding_id, status, date AS from_date,
       lead(date) OVER (PARTITION BY case_id ORDER BY date, place_in_case, phase) AS to_date
FROM event;

-- A case with one proceeding is pending until that ends, unless it only moved, and is then what the end left it.
INSERT INTO work.spell
SELECT proceeding_id, 'pending', started, CASE WHEN NOT moved THEN ended END
FROM work.stretch WHERE has_case AND NOT several AND started <= DATE $as_of
UNION ALL
SELECT proceeding_id, 'inactive', ended, NULL
FROM work.stretch WHERE has_case AND NOT several AND ended IS NOT NULL AND status_after(moved, code_kind, code) = 'inactive';

CREATE TABLE facts.caseload AS
SELECT s.case_id, e.status, e.from_date, e.to_date, f.date AS filed_date,
       s.court, s.hearing_location, s.nationality, s.case_type, s.custody, s.represented
FROM work.spell e
JOIN work.stretch s ON s.proceeding_id = e.proceeding_id
LEFT JOIN facts.filing f ON f.case_id = s.case_id
WHERE e.status <> 'completed' AND (e.to_date IS NULL OR e.to_date > e.from_date)
ORDER BY e.status, s.court, e.from_date;
