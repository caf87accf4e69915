-- Hearings of the period that were not taken down before the day.
SELECT court, count(*) AS value FROM (SELECT coalesce(BASE_CITY_CODE, 'none') AS court
FROM tables.hearing h
WHERE CAST(ADJ_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND rowid = (SELECT min(twin.rowid) FROM tables.hearing twin WHERE twin.IDNSCHEDULE = h.IDNSCHEDULE)
  AND coalesce(ADJ_MEDIUM, '') <> 'H' AND coalesce(ADJ_RSN, '') NOT IN ('55', '5A', '9A', '9B', '9C', '9V', '59', '74', '8A', '99'))
GROUP BY GROUPING SETS ((), (court))
