-- One row a spell during which a case is pending or inactive, from from_date (included) to to_date (not included).
-- Status is decided by starts and closures in order of date, then of the proceedings in the case, start before end.
-- A move changes nothing: until the next start the case is pending where it was.
-- A start dated after its own end is taken on the day of that end: only a later proceeding reopens a case.
CREATE TABLE work.event AS
SELECT case_id, least(started, coalesce(ended, started)) AS date, place_in_case, 0 AS phase, 'pending' AS status,
       court, hearing_location, nationality, case_type, custody, represented
FROM work.stretch WHERE has_case AND started <= DATE $as_of
UNION ALL
SELECT case_id, ended, place_in_case, 1,
       CASE WHEN code_kind = 'O' AND code IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN 'inactive' ELSE 'completed' END,
       court, hearing_location, nationality, case_type, custody, represented
FROM work.stretch WHERE has_case AND ended IS NOT NULL AND NOT moved;

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
