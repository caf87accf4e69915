-- What the facts share: each proceeding once, joined to its case, its dates judged, its order in the case given.
-- Read by the facts; dropped when they are built. $as_of is the last date that the release covers.
CREATE TABLE work.stretch AS
WITH proceeding AS (
  SELECT * FROM tables.proceeding
  QUALIFY row_number() OVER (PARTITION BY IDNPROCEEDING ORDER BY rowid) = 1
),
judged AS (
  SELECT
    p.IDNPROCEEDING AS proceeding_id,
    p.IDNCASE AS case_id,
    c.case_id IS NOT NULL AS has_case,
    CAST(coalesce(usable(p.INPUT_DATE), usable(p.OSC_DATE), usable(p.COMP_DATE)) AS DATE) AS started,
    CASE WHEN CAST(usable(p.COMP_DATE) AS DATE) <= DATE $as_of THEN CAST(p.COMP_DATE AS DATE) END AS ended,
    CASE WHEN p.DEC_CODE IS NOT NULL THEN 'C' WHEN p.OTHER_COMP IS NOT NULL THEN 'O' END AS code_kind,
    coalesce(p.DEC_CODE, p.OTHER_COMP) AS code,
    coalesce(p.OTHER_COMP IN ('C', 'T'), false) AS moved,
    coalesce(p.OTHER_COMP = 'X', false) AS bond_only,
    coalesce(p.OTHER_COMP IN ('Y', 'M') OR p.DEC_CODE = 'I', false) AS pd,
    CAST(CASE WHEN p.ABSENTIA = 'Y' THEN 'yes' ELSE 'no' END AS facts.yes_no) AS in_absentia,
    coalesce(p.BASE_CITY_CODE, 'none') AS court,
    CASE WHEN p.HEARING_LOC_CODE IS NULL THEN 'none'
         ELSE coalesce(p.BASE_CITY_CODE, 'none') || '.' || p.HEARING_LOC_CODE END AS hearing_location,
    coalesce(p.NAT, c.nat, 'none') AS nationality,
    coalesce(p.LANG, c.lang, 'none') AS language,
    coalesce(p.CASE_TYPE, c.type, 'none') AS case_type,
    coalesce(p.CUSTODY, c.custody, 'none') AS custody,
    coalesce(p.IJ_CODE, 'none') AS judge,
    coalesce(c.represented, CAST('none' AS facts.yes_no)) AS represented,
    coalesce(c.counsel_at_court, false) AS counsel_at_court,
    coalesce(c.juvenile, CAST('none' AS facts.yes_no)) AS juvenile,
    coalesce(c.family, CAST('none' AS facts.yes_no)) AS family,
    coalesce(c.charge_group, CAST('none' AS facts.charge_group)) AS charge_group,
    coalesce(c.asylum, CAST('none' AS facts.asylum)) AS asylum,
    coalesce(c.sex, 'none') AS sex,
    c.born, c.entered
  FROM proceeding p LEFT JOIN work.person c ON c.case_id = p.IDNCASE
),
placed AS (
  -- A start dated after its own end is taken on the day of that end, for filing, order and status alike:
  -- only the start of a later proceeding can follow a closure.
  SELECT * REPLACE (least(started, ended) AS started),
    row_number() OVER in_case AS place_in_case,
    first_value(least(started, ended)) OVER in_case AS filed
  FROM judged
  -- A zero-bond shell is no part of the case.
  WHERE NOT (bond_only AND ended IS NOT NULL)
  WINDOW in_case AS (PARTITION BY case_id ORDER BY least(started, ended) NULLS LAST, ended NULLS LAST, proceeding_id)
)
SELECT * EXCLUDE (born, entered, filed),
  -- Age and years since entry on the day on which the case was filed.
  CAST(CASE WHEN months IS NULL OR months < 0 OR months >= 1320 THEN 'none' WHEN months < 216 THEN '0-17'
    WHEN months < 300 THEN '18-24' WHEN months < 420 THEN '25-34' WHEN months < 540 THEN '35-44'
    WHEN months < 660 THEN '45-54' WHEN months < 780 THEN '55-64' ELSE '65+' END AS facts.age_band) AS age_band,
  CAST(CASE WHEN entered IS NULL OR filed IS NULL OR entered > filed THEN 'none'
    WHEN date_sub('year', entered, filed) < 1 THEN '0' WHEN date_sub('year', entered, filed) < 2 THEN '1'
    WHEN date_sub('year', entered, filed) < 5 THEN '2-4' WHEN date_sub('year', entered, filed) < 10 THEN '5-9'
    WHEN date_sub('year', entered, filed) < 20 THEN '10-19' ELSE '20+' END AS facts.years_band) AS years_in_us_band
FROM (SELECT *, year(filed) * 12 + month(filed) - born AS months FROM placed);
ALTER TABLE work.stretch DROP COLUMN months;
