-- Hearings of the period that were put off, with the reason.
SELECT court, count(*) AS value FROM (SELECT coalesce(BASE_CITY_CODE, 'none') AS court
FROM tables.hearing h
WHERE CAST(ADJ_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND rowid = (SELECT min(twin.rowid) FROM tables.hearing twin WHERE twin.IDNSCHEDULE = h.IDNSCHEDULE)
  AND ADJ_RSN IS NOT NULL AND ADJ_RSN NOT IN ('8A', '8B', '99'))
GROUP BY GROUPING SETS ((), (court))
