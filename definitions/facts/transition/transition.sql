-- One row a change of a case's standing after its filing. What comes onto the docket stands at the place it comes to,
-- what leaves it at the place it leaves, so that every court's backlog balances.
CREATE TYPE codes.change AS ENUM (
  'completed', 'first_put_aside', 'moved_in', 'moved_out', 'put_aside', 'recalendared', 'reopened');

CREATE TYPE codes.after_admin_closure AS ENUM (
  'inactive', 'ended', 'pending', 'put_aside', 'removal_order', 'voluntary_departure', 'relief', 'termination', 'dismissal', 'other', 'none');
CREATE TYPE codes.years_to_recalendaring AS ENUM ('0', '1', '2-4', '5-9', '10+', 'none');

-- The first administrative closure of a case, at the court that closed it, with the day on which it came back and how
-- the case stands at the end of the release.
CREATE TABLE work.aside AS
WITH told AS (
  SELECT case_id, date, status, status_before, proceeding_id,
    (date_diff('day', DATE '1950-01-01', date) * 100000 + place_in_case) * 2 + phase AS nth
  FROM work.event WHERE case_id IN (SELECT case_id FROM work.event WHERE status = 'inactive')
)
SELECT case_id, min(date) FILTER (status = 'inactive') AS date, arg_min(proceeding_id, nth) FILTER (status = 'inactive') AS proceeding_id,
  min(date) FILTER (status = 'pending' AND status_before = 'inactive') AS recalendared_date,
  arg_max(status, nth) AS last_status, arg_max(proceeding_id, nth) AS last_proceeding_id
FROM told GROUP BY case_id;

CREATE TABLE work.change AS
SELECT case_id, date, CAST('reopened' AS codes.change) AS change, proceeding_id, CAST(NULL AS DATE) AS recalendared_date,
  CAST(NULL AS DATE) AS put_aside_date, CAST(NULL AS codes.after_admin_closure) AS after_admin_closure
FROM work.event WHERE status = 'pending' AND status_before = 'completed'
UNION ALL
SELECT e.case_id, e.date, CAST('recalendared' AS codes.change), e.proceeding_id, NULL, there.ended, NULL
FROM work.event e JOIN work.stretch there ON there.proceeding_id = e.proceeding_before
WHERE e.status = 'pending' AND e.status_before = 'inactive'
UNION ALL
SELECT case_id, date, CAST(CASE status WHEN 'completed' THEN 'completed' ELSE 'put_aside' END AS codes.change), proceeding_before, NULL, NULL, NULL
FROM work.event WHERE status <> 'pending' AND status_before = 'pending'
UNION ALL
SELECT a.case_id, a.date, CAST('first_put_aside' AS codes.change), a.proceeding_id, a.recalendared_date, NULL,
  CAST(CASE WHEN a.recalendared_date IS NULL THEN CASE a.last_status WHEN 'inactive' THEN 'inactive' ELSE 'ended' END
    WHEN a.last_status = 'pending' THEN 'pending'
    WHEN a.last_status = 'inactive' THEN 'put_aside'
    WHEN CAST(o.outcome_group AS VARCHAR) IN ('removal_order', 'voluntary_departure', 'relief', 'termination', 'dismissal')
      THEN CAST(o.outcome_group AS VARCHAR) ELSE 'other' END AS codes.after_admin_closure)
FROM work.aside a
JOIN work.stretch l ON l.proceeding_id = a.last_proceeding_id
LEFT JOIN work.ending o ON o.case_type = l.case_type AND o.code_kind IS NOT DISTINCT FROM l.code_kind AND o.code IS NOT DISTINCT FROM l.code
UNION ALL
SELECT e.case_id, e.date, unnest(CAST(['moved_out', 'moved_in'] AS codes.change[])), unnest([e.proceeding_before, e.proceeding_id]), NULL, NULL, NULL
FROM work.event e
JOIN work.stretch here ON here.proceeding_id = e.proceeding_id
JOIN work.stretch there ON there.proceeding_id = e.proceeding_before
WHERE e.status = 'pending' AND e.status_before = 'pending'
  AND (here.court <> there.court OR here.hearing_location <> there.hearing_location);

-- A case with one proceeding leaves the docket once, at the end of it.
CREATE TABLE facts.transition AS
WITH placed AS (
  SELECT c.change, c.date, c.recalendared_date, c.put_aside_date, c.after_admin_closure, s.* FROM work.change c JOIN work.stretch s ON s.proceeding_id = c.proceeding_id
  WHERE s.several
  UNION ALL
  SELECT unnest(CAST(CASE leaves WHEN 'inactive' THEN ['put_aside', 'first_put_aside'] ELSE ['completed'] END AS codes.change[])), ended, NULL, NULL, NULL, s.*
  FROM work.stretch s WHERE NOT several AND has_case AND ended IS NOT NULL AND NOT moved
)
SELECT s.case_id, s.date, s.change, s.recalendared_date, s.put_aside_date,
  CAST(CASE WHEN s.change = 'first_put_aside' THEN coalesce(s.after_admin_closure, 'inactive') ELSE 'none' END AS codes.after_admin_closure) AS after_admin_closure,
  CAST(CASE WHEN s.recalendared_date IS NULL THEN 'none'
    WHEN date_sub('year', s.date, s.recalendared_date) < 1 THEN '0' WHEN date_sub('year', s.date, s.recalendared_date) < 2 THEN '1'
    WHEN date_sub('year', s.date, s.recalendared_date) < 5 THEN '2-4' WHEN date_sub('year', s.date, s.recalendared_date) < 10 THEN '5-9'
    ELSE '10+' END AS codes.years_to_recalendaring) AS years_to_recalendaring,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM placed s
ORDER BY s.change, s.date;
