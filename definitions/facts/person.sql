-- What is said of a person and of a case as a whole, once a case.
-- Read by stretch.sql and bond.sql; dropped when the facts are built.

-- What other tables say of a case, a bit each: 1 child alone, 2 family, 4 charged, 8 charged with a crime, 16 sought asylum.
CREATE TABLE work.known AS
SELECT case_id, CAST(bit_or(said) AS UTINYINT) AS said
FROM (
  SELECT idnCase AS case_id, CAST(1 AS UTINYINT) AS said FROM tables.juvenile_history WHERE idnJuvenile IN (1, 2, 3, 4, 6)
  UNION ALL SELECT IDNCASE, 1 FROM tables.case_identifier WHERE CASE_ID IN ('J', 'J1', 'J2', 'UJ')
  UNION ALL SELECT IDNCASE, 2 FROM tables.case_identifier WHERE CASE_ID IN ('FA', 'FM')
  UNION ALL SELECT idnLeadCase, 2 FROM tables.lead_rider
  UNION ALL SELECT idnRiderCase, 2 FROM tables.lead_rider
  UNION ALL SELECT IDNCASE, CASE WHEN CHARGE IN (SELECT strCode FROM tables.charge_code WHERE criminal_flag = 1) THEN 12 ELSE 4 END
    FROM tables.charge WHERE CHARGE IS NOT NULL
  UNION ALL SELECT IDNCASE, 16 FROM tables.application WHERE APPL_CODE = 'ASYL'
)
GROUP BY case_id;

CREATE TABLE work.person AS
SELECT
  c.IDNCASE AS case_id, CAST(c.NAT AS codes.nationality) AS nat, CAST(c.CASE_TYPE AS codes.case_type) AS type,
  CAST(c.CUSTODY AS codes.custody) AS custody, CAST(c.LANG AS codes."language") AS lang,
  CAST(CASE WHEN c.E_28_DATE IS NOT NULL THEN 'yes' ELSE 'no' END AS codes.yes_no) AS represented,
  CAST(CASE WHEN k.said & 1 > 0 OR upper(c.CASEPRIORITY_CODE) = 'UC' THEN 'yes' ELSE 'no' END AS codes.yes_no) AS juvenile,
  CAST(CASE WHEN k.said & 2 > 0 OR upper(c.CASEPRIORITY_CODE) IN ('AWC/ATD', 'AWC/D') THEN 'yes' ELSE 'no' END AS codes.yes_no) AS family,
  CAST(CASE WHEN k.said & 8 > 0 THEN 'criminal' WHEN k.said & 4 > 0 THEN 'immigration' ELSE 'none' END AS codes.charge_group) AS charge_group,
  CAST(CASE WHEN c.C_ASY_TYPE = 'I' THEN 'affirmative' WHEN c.C_ASY_TYPE = 'E' THEN 'defensive'
            WHEN k.said & 16 > 0 THEN 'unknown' ELSE 'none' END AS codes.asylum) AS asylum,
  CAST(coalesce(c.Sex, 'none') AS codes.sex) AS sex,
  -- The month of birth, counted from year 0.
  TRY_CAST(split_part(c.C_BIRTHDATE, '/', 2) AS INTEGER) * 12 + TRY_CAST(split_part(c.C_BIRTHDATE, '/', 1) AS INTEGER) AS born,
  CAST(usable(c.DATE_OF_ENTRY) AS DATE) AS entered
FROM once."case" c LEFT JOIN work.known k ON k.case_id = c.IDNCASE;

DROP TABLE work.known;
