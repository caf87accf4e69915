import type { ReleaseRules } from '#catalog'

/** What a release must have, and what is looked at in it. `usable` is the macro of facts/person.sql. */
export const release: ReleaseRules = {
  indispensable: ['case', 'proceeding'],
  // The largest first: what answers clicks is made of each while the next one is built.
  firstNumbers: ['caseload', 'closure', 'filing'],
  dates:
    'SELECT CAST(INPUT_DATE AS DATE) AS d FROM tables.proceeding UNION ALL SELECT CAST(COMP_DATE AS DATE) FROM tables.proceeding',
  begin: 'SELECT date AS d FROM facts.filing',
  oddities: [
    {
      id: 'proceeding-without-case',
      sql: 'SELECT count(*) AS n FROM tables.proceeding p WHERE NOT EXISTS (SELECT 1 FROM tables."case" c WHERE c.IDNCASE = p.IDNCASE)',
      message: 'proceedings without a case row: {n}; they count in closures, never in filings or pending',
    },
    {
      id: 'case-without-proceeding',
      sql: 'SELECT count(*) AS n FROM tables."case" c WHERE NOT EXISTS (SELECT 1 FROM tables.proceeding p WHERE p.IDNCASE = c.IDNCASE)',
      message: 'cases without a proceeding: {n}; they count in nothing',
    },
    {
      id: 'end-without-code',
      sql: 'SELECT count(*) AS n FROM tables.proceeding WHERE usable(COMP_DATE) IS NOT NULL AND DEC_CODE IS NULL AND OTHER_COMP IS NULL',
      message:
        'proceedings with an end date and no code: {n}; those that ended by the as-of date are closures of type none',
    },
    {
      id: 'end-with-two-codes',
      sql: 'SELECT count(*) AS n FROM tables.proceeding WHERE DEC_CODE IS NOT NULL AND OTHER_COMP IS NOT NULL',
      message: 'proceedings with both a decision and another completion: {n}; the decision names their type',
    },
    {
      id: 'start-missing',
      sql: 'SELECT count(*) AS n FROM tables.proceeding WHERE usable(INPUT_DATE) IS NULL',
      message: 'proceedings without INPUT_DATE: {n}; OSC_DATE, else COMP_DATE, stands for it',
    },
    {
      id: 'end-before-start',
      sql: 'SELECT count(*) AS n FROM tables.proceeding WHERE usable(COMP_DATE) < usable(INPUT_DATE)',
      message: 'proceedings that end before they start: {n}; they start on the day of their end',
    },
    {
      id: 'date-after-as-of',
      sql: 'SELECT count(*) AS n FROM tables.proceeding, log.release r WHERE CAST(COMP_DATE AS DATE) > r.as_of OR CAST(INPUT_DATE AS DATE) > r.as_of',
      message: 'proceedings with a start or an end after the as-of date: {n}; such dates count in nothing',
    },
    {
      id: 'unreadable-cell',
      sql: 'SELECT count(*) AS n FROM log.cells',
      message: 'cells that hold something their column cannot hold: {n}; the raw value is kept, the cell is empty',
    },
  ],
}
