-- One row a change of a case's standing after its filing. What comes onto the docket stands at the place it comes to,
-- what leaves it at the place it leaves, so that every court's backlog balances.
CREATE TYPE codes.change AS ENUM (
  'completed', 'first_put_aside', 'moved_in', 'moved_out', 'put_aside', 'recalendared', 'reopened');

CREATE TABLE work.change AS
SELECT case_id, date, CAST('reopened' AS codes.change) AS change, proceeding_id, CAST(NULL AS DATE) AS recalendared_date
FROM work.event WHERE status = 'pending' AND status_before = 'completed'
UNION ALL
SELECT case_id, date, CAST('recalendared' AS codes.change), proceeding_id, NULL
FROM work.event WHERE status = 'pending' AND status_before = 'inactive'
UNION ALL
SELECT case_id, date, CAST(CASE status WHEN 'completed' THEN 'completed' ELSE 'put_aside' END AS codes.change), proceeding_before, NULL
FROM work.event WHERE status <> 'pending' AND status_before = 'pending'
UNION ALL
-- The first administrative closure of a case, at the court that closed it, with the day on which it came back.
SELECT case_id, min(date) FILTER (status = 'inactive'), CAST('first_put_aside' AS codes.change),
  arg_min(proceeding_id, date_diff('day', DATE '1950-01-01', date) * 100000 + place_in_case) FILTER (status = 'inactive'),
  min(date) FILTER (status = 'pending' AND status_before = 'inactive')
FROM work.event GROUP BY case_id HAVING bool_or(status = 'inactive')
UNION ALL
SELECT e.case_id, e.date, unnest(CAST(['moved_out', 'moved_in'] AS codes.change[])), unnest([e.proceeding_before, e.proceeding_id]), NULL
FROM work.event e
JOIN work.stretch here ON here.proceeding_id = e.proceeding_id
JOIN work.stretch there ON there.proceeding_id = e.proceeding_before
WHERE e.status = 'pending' AND e.status_before = 'pending'
  AND (here.court <> there.court OR here.hearing_location <> there.hearing_location);

-- A case with one proceeding leaves the docket once, at the end of it.
CREATE TABLE facts.transition AS
WITH placed AS (
  SELECT c.change, c.date, c.recalendared_date, s.* FROM work.change c JOIN work.stretch s ON s.proceeding_id = c.proceeding_id
  WHERE s.several
  UNION ALL
  SELECT unnest(CAST(CASE leaves WHEN 'inactive' THEN ['put_aside', 'first_put_aside'] ELSE ['completed'] END AS codes.change[])), ended, NULL, s.*
  FROM work.stretch s WHERE NOT several AND has_case AND ended IS NOT NULL AND NOT moved
)
SELECT s.case_id, s.date, s.change, s.recalendared_date,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM placed s
ORDER BY s.change, s.date;
