-- One row a decision of a judge on bond, on its day; what it is cut by is that of its proceeding, the court its own.
-- A bond may hang on a shell without a charging document, which stands in no stretch.

-- Bonds name courts and judges that no proceeding does.
CREATE TYPE codes.bond_court AS ENUM (
  SELECT BASE_CITY_CODE AS code FROM tables.bond WHERE BASE_CITY_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.bond_place AS ENUM (
  SELECT coalesce(court, 'none') || '.' || location AS code
  FROM (SELECT DISTINCT BASE_CITY_CODE AS court, HEARING_LOC_CODE AS location FROM tables.bond)
  WHERE location IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.bond_judge AS ENUM (
  SELECT IJ_CODE AS code FROM tables.bond WHERE IJ_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.bond_family AS ENUM (
  SELECT court_family AS code FROM work.court_place UNION SELECT unnest(enum_range(CAST(NULL AS codes.bond_court))) ORDER BY 1);

CREATE TABLE facts.bond AS
SELECT b.IDNASSOCBOND AS bond_id, b.IDNCASE AS case_id, CAST(b.COMP_DATE AS DATE) AS date, b.DEC AS decision,
  CASE WHEN b.DEC IN ('C', 'R', 'G', 'F') THEN 'granted' WHEN b.DEC IN ('A', 'D', 'E', 'I', 'J', 'L', 'N', 'S') THEN 'denied' ELSE 'other' END AS result,
  CAST(coalesce(b.BASE_CITY_CODE, 'none') AS codes.bond_court) AS court,
  CAST(CASE WHEN b.HEARING_LOC_CODE IS NULL THEN 'none'
       ELSE coalesce(b.BASE_CITY_CODE, 'none') || '.' || b.HEARING_LOC_CODE END AS codes.bond_place) AS hearing_location,
  CAST(coalesce(p.court_family, b.BASE_CITY_CODE, 'none') AS codes.bond_family) AS court_family,
  CAST(coalesce(p.court_state, 'none') AS codes.court_state) AS court_state,
  coalesce(c.nat, CAST('none' AS codes.nationality)) AS nationality,
  coalesce(c.lang, CAST('none' AS codes."language")) AS language,
  coalesce(c.type, CAST('none' AS codes.case_type)) AS case_type,
  coalesce(c.represented, CAST('none' AS codes.yes_no)) AS represented, coalesce(c.juvenile, CAST('none' AS codes.yes_no)) AS juvenile,
  coalesce(c.charge_group, CAST('none' AS codes.charge_group)) AS charge_group, coalesce(c.asylum, CAST('none' AS codes.asylum)) AS asylum,
  CAST(coalesce(b.IJ_CODE, 'none') AS codes.bond_judge) AS judge, coalesce(c.sex, CAST('none' AS codes.sex)) AS sex, coalesce(c.family, CAST('none' AS codes.yes_no)) AS family
FROM once.bond b
LEFT JOIN work.person c ON c.case_id = b.IDNCASE
LEFT JOIN work.court_place p ON p.court = b.BASE_CITY_CODE
WHERE b.DEC IS NOT NULL AND CAST(usable(b.COMP_DATE) AS DATE) <= DATE $as_of;
