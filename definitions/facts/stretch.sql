-- What the facts share: each proceeding once, joined to its case, its dates judged, its order in the case given.
-- Read by filing.sql, closure.sql and caseload.sql; dropped when they are built.
-- $as_of is the last date that the release covers.

-- A date that counts. 1900-01-01 and 2099-12-31 are fillers; nothing before 1950 is plausible.
CREATE OR REPLACE MACRO usable(d) AS
  CASE WHEN d >= DATE '1950-01-01' AND d <> DATE '2099-12-31' THEN d END;

CREATE TABLE work.stretch AS
WITH proceeding AS (
  SELECT * FROM tables.proceeding
  QUALIFY row_number() OVER (PARTITION BY IDNPROCEEDING ORDER BY rowid) = 1
),
cases AS (
  SELECT * FROM tables."case"
  QUALIFY row_number() OVER (PARTITION BY IDNCASE ORDER BY rowid) = 1
),
judged AS (
  SELECT
    p.IDNPROCEEDING AS proceeding_id,
    p.IDNCASE AS case_id,
    c.IDNCASE IS NOT NULL AS has_case,
    CAST(coalesce(usable(p.INPUT_DATE), usable(p.OSC_DATE), usable(p.COMP_DATE)) AS DATE) AS started,
    CASE WHEN CAST(usable(p.COMP_DATE) AS DATE) <= DATE $as_of THEN CAST(p.COMP_DATE AS DATE) END AS ended,
    CASE WHEN p.DEC_CODE IS NOT NULL THEN 'C' WHEN p.OTHER_COMP IS NOT NULL THEN 'O' END AS code_kind,
    coalesce(p.DEC_CODE, p.OTHER_COMP) AS code,
    coalesce(p.OTHER_COMP IN ('C', 'T'), false) AS moved,
    coalesce(p.OTHER_COMP = 'X', false) AS bond_only,
    coalesce(p.OTHER_COMP IN ('Y', 'M') OR p.DEC_CODE = 'I', false) AS pd,
    coalesce(p.BASE_CITY_CODE, 'none') AS court,
    CASE WHEN p.HEARING_LOC_CODE IS NULL THEN 'none'
         ELSE coalesce(p.BASE_CITY_CODE, 'none') || '.' || p.HEARING_LOC_CODE END AS hearing_location,
    coalesce(p.NAT, c.NAT, 'none') AS nationality,
    coalesce(p.CASE_TYPE, c.CASE_TYPE, 'none') AS case_type,
    coalesce(p.CUSTODY, c.CUSTODY, 'none') AS custody,
    CASE WHEN c.IDNCASE IS NULL THEN 'none' WHEN c.E_28_DATE IS NOT NULL THEN 'yes' ELSE 'no' END AS represented
  FROM proceeding p LEFT JOIN cases c ON c.IDNCASE = p.IDNCASE
)
-- A start dated after its own end is taken on the day of that end, for filing, order and status alike:
-- only the start of a later proceeding can follow a closure.
SELECT * REPLACE (least(started, ended) AS started), row_number() OVER (
    PARTITION BY case_id
    ORDER BY least(started, ended) NULLS LAST, ended NULLS LAST, proceeding_id) AS place_in_case
FROM judged
-- A zero-bond shell is no part of the case.
WHERE NOT (bond_only AND ended IS NOT NULL);
