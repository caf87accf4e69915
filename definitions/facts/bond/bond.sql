-- One row a decision of a judge on bond, on its day; what it is cut by is that of its proceeding, the court its own.
CREATE TABLE facts.bond AS
-- A bond may hang on a shell without a charging document, which stands in no stretch.
WITH placed AS (
  SELECT b.*, coalesce(b.BASE_CITY_CODE, 'none') AS court,
    CASE WHEN b.HEARING_LOC_CODE IS NULL THEN 'none' ELSE coalesce(b.BASE_CITY_CODE, 'none') || '.' || b.HEARING_LOC_CODE END AS location
  FROM once.bond b
)
SELECT b.IDNASSOCBOND AS bond_id, b.IDNCASE AS case_id, CAST(b.COMP_DATE AS DATE) AS date, b.DEC AS decision,
  CASE WHEN b.DEC IN ('C', 'R', 'G', 'F') THEN 'granted' WHEN b.DEC IN ('A', 'D', 'E', 'I', 'J', 'L', 'N', 'S') THEN 'denied' ELSE 'other' END AS result,
  b.court, b.location AS hearing_location, coalesce(p.court_family, b.court) AS court_family, coalesce(p.court_state, 'none') AS court_state,
  coalesce(c.nat, 'none') AS nationality, coalesce(c.lang, 'none') AS language, coalesce(c.type, 'none') AS case_type,
  coalesce(c.represented, 'none') AS represented, coalesce(c.juvenile, 'none') AS juvenile,
  coalesce(c.charge_group, 'none') AS charge_group, coalesce(c.asylum, 'none') AS asylum,
  coalesce(b.IJ_CODE, 'none') AS judge, coalesce(c.sex, 'none') AS sex, coalesce(c.family, 'none') AS family
FROM placed b
LEFT JOIN work.person c ON c.case_id = b.IDNCASE
LEFT JOIN work.court_place p ON p.court = b.court
WHERE b.DEC IS NOT NULL AND CAST(usable(b.COMP_DATE) AS DATE) <= DATE $as_of;
