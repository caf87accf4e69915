-- What the facts share: each proceeding once, joined to its case, its dates judged, its order in the case given.
-- Read by the facts; dropped when they are built. $as_of is the last date that the release covers.
-- Most cases have one proceeding, and nothing to put in order: only the others are sorted.

-- A start dated after its own end is taken on the day of that end, for filing, order and status alike: only the start
-- of a later proceeding can follow a closure.
CREATE OR REPLACE MACRO end_of(comp_date) AS
  CASE WHEN CAST(usable(comp_date) AS DATE) <= DATE $as_of THEN CAST(comp_date AS DATE) END;
CREATE OR REPLACE MACRO start_of(input_date, osc_date, comp_date) AS
  least(CAST(coalesce(usable(input_date), usable(osc_date), usable(comp_date)) AS DATE), end_of(comp_date));
-- A zero-bond shell is no part of the case.
CREATE OR REPLACE MACRO is_shell(other_comp, comp_date) AS
  coalesce(other_comp = 'X', false) AND end_of(comp_date) IS NOT NULL;

CREATE TABLE work.placed AS
WITH several AS (SELECT IDNCASE AS case_id FROM once.proceeding GROUP BY 1 HAVING count(*) > 1),
dated AS (
  SELECT p.IDNPROCEEDING AS proceeding_id, p.IDNCASE AS case_id,
    start_of(p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE) AS started, end_of(p.COMP_DATE) AS ended
  FROM once.proceeding p JOIN several s ON s.case_id = p.IDNCASE
  WHERE NOT is_shell(p.OTHER_COMP, p.COMP_DATE)
)
SELECT proceeding_id, CAST(row_number() OVER in_case AS INTEGER) AS place_in_case, first_value(started) OVER in_case AS filed
FROM dated
WINDOW in_case AS (PARTITION BY case_id ORDER BY started NULLS LAST, ended NULLS LAST, proceeding_id);

CREATE TABLE work.stretch AS
WITH judged AS (
  SELECT
    p.IDNPROCEEDING AS proceeding_id,
    p.IDNCASE AS case_id,
    c.case_id IS NOT NULL AS has_case,
    o.proceeding_id IS NOT NULL AS several,
    coalesce(o.place_in_case, 1) AS place_in_case,
    start_of(p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE) AS started,
    end_of(p.COMP_DATE) AS ended,
    CASE WHEN o.proceeding_id IS NULL THEN start_of(p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE) ELSE o.filed END AS filed,
    CASE WHEN coalesce(k.code, p.DEC_CODE) IS NOT NULL THEN CAST('C' AS codes.code_kind)
      WHEN p.OTHER_COMP IS NOT NULL THEN CAST('O' AS codes.code_kind) END AS code_kind,
    coalesce(CAST(k.code AS codes.code), CAST(p.DEC_CODE AS codes.code), CAST(p.OTHER_COMP AS codes.code)) AS code,
    coalesce(p.OTHER_COMP IN ('C', 'T'), false) AS moved,
    -- What the case is after this end: closed for good, or taken off the active docket.
    CASE WHEN p.OTHER_COMP IN ('C', 'T') THEN CAST('pending' AS codes.status)
      WHEN k.code IS NULL AND p.DEC_CODE IS NULL AND p.OTHER_COMP IN ('Y', 'M', 'A', 'B', 'K', 'P', 'H') THEN CAST('inactive' AS codes.status)
      ELSE CAST('completed' AS codes.status) END AS leaves,
    CASE WHEN p.OTHER_COMP IN ('Y', 'M') OR coalesce(k.code, p.DEC_CODE) = 'I'
      THEN CAST('yes' AS codes.yes_no) ELSE CAST('no' AS codes.yes_no) END AS pd,
    k.release IS NOT NULL AS carried,
    CASE WHEN p.ABSENTIA = 'Y' THEN CAST('yes' AS codes.yes_no) ELSE CAST('no' AS codes.yes_no) END AS in_absentia,
    coalesce(CAST(p.BASE_CITY_CODE AS codes.court), CAST('none' AS codes.court)) AS court,
    CAST(CASE WHEN p.HEARING_LOC_CODE IS NULL THEN 'none'
         ELSE coalesce(p.BASE_CITY_CODE, 'none') || '.' || p.HEARING_LOC_CODE END AS codes.hearing_location) AS hearing_location,
    coalesce(CAST(p.NAT AS codes.nationality), c.nat, CAST('none' AS codes.nationality)) AS nationality,
    coalesce(CAST(p.LANG AS codes."language"), c.lang, CAST('none' AS codes."language")) AS language,
    coalesce(CAST(p.CASE_TYPE AS codes.case_type), c.type, CAST('none' AS codes.case_type)) AS case_type,
    coalesce(CAST(p.CUSTODY AS codes.custody), c.custody, CAST('none' AS codes.custody)) AS custody,
    CAST(coalesce(p.IJ_CODE, 'none') AS codes.judge) AS judge,
    coalesce(c.represented, CAST('none' AS codes.yes_no)) AS represented,
    coalesce(c.juvenile, CAST('none' AS codes.yes_no)) AS juvenile,
    coalesce(c.family, CAST('none' AS codes.yes_no)) AS family,
    coalesce(c.charge_group, CAST('none' AS codes.charge_group)) AS charge_group,
    coalesce(c.asylum, CAST('none' AS codes.asylum)) AS asylum,
    coalesce(c.sex, CAST('none' AS codes.sex)) AS sex,
    c.born, c.entered
  FROM once.proceeding p
  LEFT JOIN work.person c ON c.case_id = p.IDNCASE
  LEFT JOIN work.placed o ON o.proceeding_id = p.IDNPROCEEDING
  -- The code that an older release has for this end and this one has lost; a move is no end.
  LEFT JOIN work.carried k ON k.proceeding_id = p.IDNPROCEEDING AND k.ended = end_of(p.COMP_DATE)
    AND coalesce(p.OTHER_COMP NOT IN ('C', 'T'), true)
  WHERE NOT is_shell(p.OTHER_COMP, p.COMP_DATE)
),
aged AS (
  SELECT *, year(filed) * 12 + month(filed) - born AS months,
    CASE WHEN entered <= filed THEN date_sub('year', entered, filed) END AS years
  FROM judged
)
SELECT j.* EXCLUDE (born, entered, months, years),
  CAST(coalesce(p.court_family, j.court) AS codes.court_family) AS court_family,
  CAST(coalesce(p.court_state, 'none') AS codes.court_state) AS court_state,
  -- Age and years since entry on the day on which the case was filed.
  CAST(CASE WHEN months IS NULL OR months < 0 OR months >= 1320 THEN 'none' WHEN months < 216 THEN '0-17'
    WHEN months < 300 THEN '18-24' WHEN months < 420 THEN '25-34' WHEN months < 540 THEN '35-44'
    WHEN months < 660 THEN '45-54' WHEN months < 780 THEN '55-64' ELSE '65+' END AS codes.age_band) AS age_band,
  CAST(CASE WHEN years IS NULL THEN 'none' WHEN years < 1 THEN '0' WHEN years < 2 THEN '1' WHEN years < 5 THEN '2-4'
    WHEN years < 10 THEN '5-9' WHEN years < 20 THEN '10-19' ELSE '20+' END AS codes.years_in_us_band) AS years_in_us_band
FROM aged j LEFT JOIN work.court_place p ON p.court = j.court;

DROP TABLE work.placed;
