-- One row a hearing, on the day it is set for. One narrow pass over the largest table: what is said on its own row and no
-- join to cases; not sorted, since rows lie in order of entry and so nearly of date.
CREATE TYPE codes.hearing_type AS ENUM (
  SELECT CAL_TYPE AS code FROM tables.hearing WHERE CAL_TYPE IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.adjournment_reason AS ENUM (
  SELECT ADJ_RSN AS code FROM tables.hearing WHERE ADJ_RSN IS NOT NULL UNION SELECT 'none' ORDER BY 1);
-- Hearings name courts, languages and judges that no proceeding does.
CREATE TYPE codes.hearing_court AS ENUM (
  SELECT BASE_CITY_CODE AS code FROM tables.hearing WHERE BASE_CITY_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.hearing_place AS ENUM (
  SELECT coalesce(court, 'none') || '.' || location AS code
  FROM (SELECT DISTINCT BASE_CITY_CODE AS court, HEARING_LOC_CODE AS location FROM tables.hearing)
  WHERE location IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.hearing_language AS ENUM (
  SELECT LANG AS code FROM tables.hearing WHERE LANG IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.hearing_judge AS ENUM (
  SELECT IJ_CODE AS code FROM tables.hearing WHERE IJ_CODE IS NOT NULL UNION SELECT 'none' ORDER BY 1);
CREATE TYPE codes.hearing_family AS ENUM (
  SELECT court_family AS code FROM work.court_place UNION SELECT unnest(enum_range(CAST(NULL AS codes.hearing_court))) ORDER BY 1);

-- To which family and state each of these courts belongs.
CREATE TABLE work.hearing_court AS
SELECT CAST(c.code AS codes.hearing_court) AS court, CAST(coalesce(p.court_family, c.code) AS codes.hearing_family) AS court_family,
  CAST(coalesce(p.court_state, 'none') AS codes.court_state) AS court_state
FROM (SELECT unnest(enum_range(CAST(NULL AS codes.hearing_court))) AS code) c LEFT JOIN work.court_place p ON p.court = c.code;

CREATE TABLE facts.hearing AS
WITH coded AS (
  SELECT CAST(ADJ_DATE AS DATE) AS date,
    coalesce(CAST(BASE_CITY_CODE AS codes.hearing_court), CAST('none' AS codes.hearing_court)) AS court,
    CASE WHEN HEARING_LOC_CODE IS NULL THEN CAST('none' AS codes.hearing_place)
      ELSE CAST(coalesce(BASE_CITY_CODE, 'none') || '.' || HEARING_LOC_CODE AS codes.hearing_place) END AS hearing_location,
    coalesce(CAST(LANG AS codes.hearing_language), CAST('none' AS codes.hearing_language)) AS language,
    coalesce(CAST(IJ_CODE AS codes.hearing_judge), CAST('none' AS codes.hearing_judge)) AS judge,
    coalesce(CAST(CAL_TYPE AS codes.hearing_type), CAST('none' AS codes.hearing_type)) AS hearing_type,
    coalesce(CAST(ADJ_RSN AS codes.adjournment_reason), CAST('none' AS codes.adjournment_reason)) AS adjournment_reason,
    -- Not held: no hearing by its medium, or moved, vacated, mistyped or made needless before the day.
    NOT coalesce(ADJ_MEDIUM = 'H', false)
      AND NOT coalesce(ADJ_RSN IN ('55', '59', '5A', '74', '8A', '99', '9A', '9B', '9C', '9V'), false) AS held,
    -- Adjourned: a reason is given that is neither a completion nor a typing error.
    ADJ_RSN IS NOT NULL AND ADJ_RSN NOT IN ('8A', '8B', '99') AS adjourned
  FROM once.hearing WHERE usable(ADJ_DATE) IS NOT NULL
)
SELECT h.date, h.court, h.hearing_location, c.court_family, c.court_state, h.language, h.judge, h.hearing_type,
  h.adjournment_reason, h.held, h.adjourned
FROM coded h JOIN work.hearing_court c ON c.court = h.court;
