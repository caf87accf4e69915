-- One row a hearing, on the day it is set for. One narrow pass over the largest table: what is said on its own row and no
-- join to cases; not sorted, since rows lie in order of entry and so nearly of date.
CREATE TABLE facts.hearing AS
WITH twin AS (SELECT IDNSCHEDULE AS id, min(rowid) AS first FROM tables.hearing GROUP BY 1 HAVING count(*) > 1)
SELECT CAST(h.ADJ_DATE AS DATE) AS date,
  coalesce(h.BASE_CITY_CODE, 'none') AS court,
  CASE WHEN h.HEARING_LOC_CODE IS NULL THEN 'none'
       ELSE coalesce(h.BASE_CITY_CODE, 'none') || '.' || h.HEARING_LOC_CODE END AS hearing_location,
  coalesce(p.court_family, h.BASE_CITY_CODE, 'none') AS court_family, coalesce(p.court_state, 'none') AS court_state,
  coalesce(h.LANG, 'none') AS language, coalesce(h.IJ_CODE, 'none') AS judge,
  coalesce(h.CAL_TYPE, 'none') AS hearing_type,
  coalesce(h.ADJ_RSN, 'none') AS adjournment_reason,
  -- Not held: no hearing by its medium, or moved, vacated, mistyped or made needless before the day.
  NOT coalesce(h.ADJ_MEDIUM = 'H', false)
    AND NOT coalesce(h.ADJ_RSN IN ('55', '59', '5A', '74', '8A', '99', '9A', '9B', '9C', '9V'), false) AS held,
  -- Adjourned: a reason is given that is neither a completion nor a typing error.
  h.ADJ_RSN IS NOT NULL AND h.ADJ_RSN NOT IN ('8A', '8B', '99') AS adjourned
FROM tables.hearing h
LEFT JOIN twin t ON t.id = h.IDNSCHEDULE
LEFT JOIN work.court_place p ON p.court = h.BASE_CITY_CODE
WHERE (t.id IS NULL OR h.rowid = t.first) AND usable(h.ADJ_DATE) IS NOT NULL;
