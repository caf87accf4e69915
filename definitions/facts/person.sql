-- What is said of a person and of a case as a whole, once a case; and to which family and state a court belongs.
-- Read by stretch.sql and the facts; dropped when they are built. Closed sets of codes are enums: a byte a row.

-- A date that counts. 1900-01-01 and 2099-12-31 are fillers; nothing before 1950 is plausible.
CREATE OR REPLACE MACRO usable(d) AS
  CASE WHEN d >= DATE '1950-01-01' AND d <> DATE '2099-12-31' THEN d END;

CREATE TYPE facts.yes_no AS ENUM ('yes', 'no', 'none');
CREATE TYPE facts.charge_group AS ENUM ('criminal', 'immigration', 'none');
CREATE TYPE facts.asylum AS ENUM ('none', 'affirmative', 'defensive', 'unknown');
CREATE TYPE facts.age_band AS ENUM ('0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+', 'none');
CREATE TYPE facts.years_band AS ENUM ('0', '1', '2-4', '5-9', '10-19', '20+', 'none');

CREATE TABLE work.court_place AS
WITH named AS (
  SELECT code AS court, state FROM reference.court
  UNION ALL
  SELECT BASE_CITY_CODE, min(BASE_STATE) FROM tables.base_city
  WHERE BASE_CITY_CODE IS NOT NULL AND BASE_CITY_CODE NOT IN (SELECT code FROM reference.court) GROUP BY 1
)
SELECT n.court, coalesce(f.family, n.court) AS court_family, coalesce(nullif(n.state, ''), 'none') AS court_state
FROM named n LEFT JOIN reference.court_family f ON f.code = n.court;

CREATE TABLE work.person AS
WITH cases AS (
  SELECT * FROM tables."case"
  QUALIFY row_number() OVER (PARTITION BY IDNCASE ORDER BY rowid) = 1
),
juvenile AS (
  SELECT idnCase AS id FROM tables.juvenile_history WHERE idnJuvenile IN (1, 2, 3, 4, 6)
  UNION SELECT IDNCASE FROM tables.case_identifier WHERE CASE_ID IN ('J', 'J1', 'J2', 'UJ')
),
kin AS (
  SELECT IDNCASE AS id FROM tables.case_identifier WHERE CASE_ID IN ('FA', 'FM')
  UNION SELECT idnLeadCase FROM tables.lead_rider
  UNION SELECT idnRiderCase FROM tables.lead_rider
),
charged AS (
  SELECT c.IDNCASE AS id, bool_or(l.code IS NOT NULL) AS criminal
  FROM tables.charge c
  LEFT JOIN (SELECT DISTINCT strCode AS code FROM tables.charge_code WHERE criminal_flag = 1) l ON l.code = c.CHARGE
  WHERE c.CHARGE IS NOT NULL GROUP BY 1
),
sought_asylum AS (SELECT DISTINCT IDNCASE AS id FROM tables.application WHERE APPL_CODE = 'ASYL'),
appeared AS (
  SELECT DISTINCT IDNCASE AS id FROM tables.representation
  WHERE upper(STRATTYTYPE) = 'ALIEN' AND upper(STRATTYLEVEL) = 'COURT' AND E_28_DATE IS NOT NULL
)
SELECT
  c.IDNCASE AS case_id, c.NAT AS nat, c.CASE_TYPE AS type, c.CUSTODY AS custody, c.LANG AS lang,
  CAST(CASE WHEN c.E_28_DATE IS NOT NULL THEN 'yes' ELSE 'no' END AS facts.yes_no) AS represented,
  a.id IS NOT NULL AS counsel_at_court,
  CAST(CASE WHEN j.id IS NOT NULL OR upper(c.CASEPRIORITY_CODE) = 'UC' THEN 'yes' ELSE 'no' END AS facts.yes_no) AS juvenile,
  CAST(CASE WHEN k.id IS NOT NULL OR upper(c.CASEPRIORITY_CODE) IN ('AWC/ATD', 'AWC/D') THEN 'yes' ELSE 'no' END AS facts.yes_no) AS family,
  CAST(CASE WHEN ch.criminal THEN 'criminal' WHEN ch.id IS NOT NULL THEN 'immigration' ELSE 'none' END AS facts.charge_group) AS charge_group,
  CAST(CASE WHEN c.C_ASY_TYPE = 'I' THEN 'affirmative' WHEN c.C_ASY_TYPE = 'E' THEN 'defensive'
            WHEN s.id IS NOT NULL THEN 'unknown' ELSE 'none' END AS facts.asylum) AS asylum,
  coalesce(c.Sex, 'none') AS sex,
  TRY_CAST(split_part(c.C_BIRTHDATE, '/', 2) AS INTEGER) * 12 + TRY_CAST(split_part(c.C_BIRTHDATE, '/', 1) AS INTEGER) AS born,
  CAST(usable(c.DATE_OF_ENTRY) AS DATE) AS entered
FROM cases c
LEFT JOIN juvenile j ON j.id = c.IDNCASE
LEFT JOIN kin k ON k.id = c.IDNCASE
LEFT JOIN charged ch ON ch.id = c.IDNCASE
LEFT JOIN sought_asylum s ON s.id = c.IDNCASE
LEFT JOIN appeared a ON a.id = c.IDNCASE;
