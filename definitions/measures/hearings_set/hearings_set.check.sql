-- Hearings set for a day of the period, held or not.
SELECT court, count(*) AS value FROM (SELECT coalesce(BASE_CITY_CODE, 'none') AS court
FROM tables.hearing h
WHERE CAST(ADJ_DATE AS DATE) BETWEEN greatest($from, DATE '1950-01-01') AND $to
  AND rowid = (SELECT min(twin.rowid) FROM tables.hearing twin WHERE twin.IDNSCHEDULE = h.IDNSCHEDULE)
)
GROUP BY GROUPING SETS ((), (court))
