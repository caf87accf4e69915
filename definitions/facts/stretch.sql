-- What the facts share: each proceeding once, joined to its case, its dates judged, its order in the case given.
-- Read by filing.sql, closure.sql and caseload.sql; dropped when they are built.
-- $as_of is the last date that the release covers.

-- A date that counts. 1900-01-01 and 2099-12-31 are fillers; nothing before 1950 is plausible.
CREATE OR REPLACE MACRO usable(d) AS
  CASE WHEN d >= DATE '1950-01-01' AND d <> DATE '2099-12-31' THEN d END;

-- Of rows with the same key the first one counts.
CREATE TABLE work.first_proceeding AS
SELECT IDNPROCEEDING AS id, min(rowid) AS place FROM tables.proceeding GROUP BY IDNPROCEEDING HAVING count(*) > 1;

CREATE TABLE work.first_case AS
SELECT IDNCASE AS id, min(rowid) AS place FROM tables."case" GROUP BY IDNCASE HAVING count(*) > 1;

-- Cases with several proceedings; in all others the one proceeding has no order to find.
CREATE TABLE work.several AS
SELECT IDNCASE AS case_id FROM tables.proceeding GROUP BY IDNCASE HAVING count(*) > 1;

CREATE TABLE work.stretch AS
WITH proceeding AS NOT MATERIALIZED (
  SELECT * REPLACE (least(started, ended) AS started) FROM (
    SELECT p.*,
      p.IDNCASE IN (SELECT case_id FROM work.several) AS several,
      CAST(coalesce(usable(p.INPUT_DATE), usable(p.OSC_DATE), usable(p.COMP_DATE)) AS DATE) AS started,
      CASE WHEN CAST(usable(p.COMP_DATE) AS DATE) <= DATE $as_of THEN CAST(p.COMP_DATE AS DATE) END AS ended
    FROM tables.proceeding p LEFT JOIN work.first_proceeding f ON f.id = p.IDNPROCEEDING
    WHERE f.place IS NULL OR f.place = p.rowid
  )
  -- A zero-bond shell is no part of the case.
  WHERE NOT (coalesce(OTHER_COMP = 'X', false) AND ended IS NOT NULL)
),
-- A start dated after its own end is taken on the day of that end, for filing, order and status alike:
-- only the start of a later proceeding can follow a closure.
place AS (
  SELECT IDNPROCEEDING, row_number() OVER (
    PARTITION BY IDNCASE ORDER BY started NULLS LAST, ended NULLS LAST, IDNPROCEEDING) AS place_in_case
  FROM proceeding WHERE several
),
cases AS (
  SELECT c.* FROM tables."case" c LEFT JOIN work.first_case f ON f.id = c.IDNCASE
  WHERE f.place IS NULL OR f.place = c.rowid
)
SELECT
  p.IDNPROCEEDING AS proceeding_id,
  p.IDNCASE AS case_id,
  p.several,
  c.IDNCASE IS NOT NULL AS has_case,
  p.started,
  p.ended,
  CASE WHEN p.DEC_CODE IS NOT NULL THEN 'C' WHEN p.OTHER_COMP IS NOT NULL THEN 'O' END AS code_kind,
  coalesce(p.DEC_CODE, p.OTHER_COMP) AS code,
  coalesce(p.OTHER_COMP IN ('C', 'T'), false) AS moved,
  coalesce(p.OTHER_COMP IN ('Y', 'M') OR p.DEC_CODE = 'I', false) AS pd,
  coalesce(p.BASE_CITY_CODE, 'none') AS court,
  CASE WHEN p.HEARING_LOC_CODE IS NULL THEN 'none'
       ELSE coalesce(p.BASE_CITY_CODE, 'none') || '.' || p.HEARING_LOC_CODE END AS hearing_location,
  coalesce(p.NAT, c.NAT, 'none') AS nationality,
  coalesce(p.CASE_TYPE, c.CASE_TYPE, 'none') AS case_type,
  coalesce(p.CUSTODY, c.CUSTODY, 'none') AS custody,
  CASE WHEN c.IDNCASE IS NULL THEN 'none' WHEN c.E_28_DATE IS NOT NULL THEN 'yes' ELSE 'no' END AS represented,
  coalesce(o.place_in_case, 1) AS place_in_case
FROM proceeding p
LEFT JOIN cases c ON c.IDNCASE = p.IDNCASE
LEFT JOIN place o ON o.IDNPROCEEDING = p.IDNPROCEEDING;
