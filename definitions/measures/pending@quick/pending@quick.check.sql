-- The last proceeding of each case that began up to $to: is it open?
WITH stretches AS (
  SELECT p.IDNCASE, p.IDNPROCEEDING, p.DEC_CODE, p.OTHER_COMP, coalesce(p.BASE_CITY_CODE, 'none') AS court,
         coalesce(p.HEARING_LOC_CODE, 'none') AS location, p.CASE_TYPE,
         list_filter([p.INPUT_DATE, p.OSC_DATE, p.COMP_DATE],
                     lambda d: d >= DATE '1950-01-01' AND d <> DATE '2099-12-31')[1] AS received,
         CASE WHEN year(p.COMP_DATE) >= 1950 AND CAST(p.COMP_DATE AS DATE) <= $as_of THEN p.COMP_DATE END AS closed
  FROM tables.proceeding p
  WHERE p.rowid = (SELECT min(twin.rowid) FROM tables.proceeding twin WHERE twin.IDNPROCEEDING = p.IDNPROCEEDING)
), placed AS (
  SELECT *, strftime(least(closed, received), '%Y%m%d') || coalesce(strftime(closed, '%Y%m%d'), '99999999')
      || lpad(CAST(IDNPROCEEDING AS VARCHAR), 20, '0') AS place
  FROM stretches WHERE NOT (closed IS NOT NULL AND coalesce(OTHER_COMP, '') = 'X')
)
SELECT court, count(*) AS value FROM (
  SELECT IDNCASE, arg_max(court, place) AS court, arg_max(coalesce(CAST(closed AS DATE), DATE '9999-01-01'), place) AS ended
  FROM placed WHERE CAST(least(closed, received) AS DATE) <= $to AND IDNCASE IN (SELECT IDNCASE FROM tables."case")
  GROUP BY IDNCASE
) WHERE ended > $to
GROUP BY GROUPING SETS ((), (court))
