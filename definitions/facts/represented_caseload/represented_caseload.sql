-- One row a spell of the caseload during which a case is pending, of the cases in which counsel for the person has appeared
-- at the court. A fact of its own, so that the first numbers need not wait for the long list of representatives.
CREATE TABLE facts.represented_caseload AS
SELECT c.case_id, c.from_date, c.to_date,
  c.court, c.hearing_location, c.court_family, c.court_state,
  c.nationality, c.language, c.case_type, c.custody, c.represented, c.juvenile, c.charge_group, c.asylum, c.judge,
  c.sex, c.age_band, c.years_in_us_band, c.family
FROM built.caseload c
WHERE c.status = 'pending' AND c.case_id IN (
  SELECT IDNCASE FROM tables.representation
  WHERE upper(STRATTYTYPE) = 'ALIEN' AND upper(STRATTYLEVEL) = 'COURT' AND E_28_DATE IS NOT NULL)
ORDER BY c.court, c.from_date;
