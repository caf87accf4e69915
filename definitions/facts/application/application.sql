-- One row an application for relief, on the day it was received; what it is cut by is that of its proceeding.
CREATE TYPE codes.relief AS ENUM (
  SELECT APPL_CODE AS code FROM tables.application WHERE APPL_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.decision AS ENUM (
  SELECT APPL_DEC AS code FROM tables.application WHERE APPL_DEC IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TABLE work.application AS
SELECT IDNPROCEEDINGAPPLN AS application_id, IDNCASE AS case_id, IDNPROCEEDING AS proceeding_id,
  CAST(coalesce(APPL_CODE, 'none') AS codes.relief) AS relief, CAST(coalesce(APPL_DEC, 'none') AS codes.decision) AS decision,
  CAST(usable(APPL_RECD_DATE) AS DATE) AS date
FROM once.application;

CREATE TABLE facts.application AS
WITH first_asylum AS (
  SELECT case_id, min(date_diff('day', DATE '1950-01-01', date) * CAST(100000000000 AS HUGEINT) + application_id) AS at
  FROM work.application WHERE relief = 'ASYL' AND date <= DATE $as_of GROUP BY 1
)
SELECT a.application_id, a.case_id, a.date, a.relief, a.decision,
  coalesce(a.relief = 'ASYL' AND n.at = date_diff('day', DATE '1950-01-01', a.date) * CAST(100000000000 AS HUGEINT) + a.application_id, false) AS first_asylum,
  s.court, s.hearing_location, s.court_family, s.court_state,
  s.nationality, s.language, s.case_type, s.custody, s.represented, s.juvenile, s.charge_group, s.asylum, s.judge,
  s.sex, s.age_band, s.years_in_us_band, s.family
FROM work.application a
JOIN work.stretch s ON s.proceeding_id = a.proceeding_id AND s.case_id = a.case_id
LEFT JOIN first_asylum n ON n.case_id = a.case_id
WHERE a.date <= DATE $as_of
ORDER BY a.relief, a.date;
