-- The codes of each dimension that a case or a proceeding carries, as a type: a byte or two a row instead of text.
-- Read by person.sql, stretch.sql and the facts; dropped when they are built.

-- A date that counts. 1900-01-01 and 2099-12-31 are fillers; nothing before 1950 is plausible.
CREATE OR REPLACE MACRO usable(d) AS
  CASE WHEN d >= DATE '1950-01-01' AND d <> DATE '2099-12-31' THEN d END;

CREATE TYPE codes.yes_no AS ENUM ('yes', 'no', 'none');
CREATE TYPE codes.status AS ENUM ('completed', 'inactive', 'pending');
CREATE TYPE codes.charge_group AS ENUM ('criminal', 'immigration', 'none');
CREATE TYPE codes.asylum AS ENUM ('none', 'affirmative', 'defensive', 'unknown');
CREATE TYPE codes.age_band AS ENUM ('0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+', 'none');
CREATE TYPE codes.years_in_us_band AS ENUM ('0', '1', '2-4', '5-9', '10-19', '20+', 'none');

-- In which column a code stands: C decision (DEC_CODE), O other completion (OTHER_COMP).
CREATE TYPE codes.code_kind AS ENUM ('C', 'O');

CREATE TYPE codes.code AS ENUM (
  SELECT DEC_CODE AS code FROM tables.proceeding WHERE DEC_CODE IS NOT NULL
  UNION SELECT OTHER_COMP FROM tables.proceeding WHERE OTHER_COMP IS NOT NULL
  UNION SELECT code FROM work.carried
  ORDER BY 1);

CREATE TYPE codes.court AS ENUM (
  SELECT BASE_CITY_CODE AS code FROM tables.proceeding WHERE BASE_CITY_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes.hearing_location AS ENUM (
  SELECT coalesce(court, 'none') || '.' || location AS code
  FROM (SELECT DISTINCT BASE_CITY_CODE AS court, HEARING_LOC_CODE AS location FROM tables.proceeding)
  WHERE location IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes.nationality AS ENUM (
  SELECT NAT AS code FROM tables.proceeding WHERE NAT IS NOT NULL
  UNION SELECT NAT FROM tables."case" WHERE NAT IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes."language" AS ENUM (
  SELECT LANG AS code FROM tables.proceeding WHERE LANG IS NOT NULL
  UNION SELECT LANG FROM tables."case" WHERE LANG IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes.case_type AS ENUM (
  SELECT CASE_TYPE AS code FROM tables.proceeding WHERE CASE_TYPE IS NOT NULL
  UNION SELECT CASE_TYPE FROM tables."case" WHERE CASE_TYPE IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes.custody AS ENUM (
  SELECT CUSTODY AS code FROM tables.proceeding WHERE CUSTODY IS NOT NULL
  UNION SELECT CUSTODY FROM tables."case" WHERE CUSTODY IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes.judge AS ENUM (
  SELECT IJ_CODE AS code FROM tables.proceeding WHERE IJ_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);

CREATE TYPE codes.sex AS ENUM (SELECT Sex AS code FROM tables."case" WHERE Sex IS NOT NULL UNION SELECT 'none' ORDER BY 1);

-- To which family and state a court belongs.
CREATE TABLE work.court_place AS
WITH named AS (
  SELECT code AS court, state FROM reference.court
  UNION ALL
  SELECT BASE_CITY_CODE, min(BASE_STATE) FROM tables.base_city
  WHERE BASE_CITY_CODE IS NOT NULL AND BASE_CITY_CODE NOT IN (SELECT code FROM reference.court) GROUP BY 1
)
SELECT n.court, coalesce(f.family, n.court) AS court_family, coalesce(nullif(n.state, ''), 'none') AS court_state
FROM named n LEFT JOIN reference.court_family f ON f.code = n.court;

CREATE TYPE codes.court_family AS ENUM (
  SELECT court_family AS code FROM work.court_place UNION SELECT unnest(enum_range(CAST(NULL AS codes.court))) ORDER BY 1);

CREATE TYPE codes.court_state AS ENUM (SELECT court_state AS code FROM work.court_place UNION SELECT 'none' ORDER BY 1);
