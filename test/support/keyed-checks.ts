import type { Catalog, Measure, Row } from '#catalog'
import { dialect, type Engine } from '#engine'
import type { Filter, Query } from '#query'
import { type CheckDates, type Checked, checkSql } from './check-query.ts'

/**
 * Check queries tell a country and its courts apart, nothing else. Here a check query is led to believe that the court of
 * a row is what the row is to be told by: its nationality, its case type, both, or whether it passes a filter. So every
 * check query counts by every dimension whose columns are written down below, by another hand than the facts.
 */

type Columns = Readonly<Record<string, string>>

const place: Columns = {
  court: "coalesce(r.BASE_CITY_CODE, 'none')",
  hearing_location:
    "CASE WHEN r.HEARING_LOC_CODE IS NULL THEN 'none' ELSE concat(coalesce(r.BASE_CITY_CODE, 'none'), '.', r.HEARING_LOC_CODE) END",
  judge: "coalesce(r.IJ_CODE, 'none')",
}
const person: Columns = {
  represented: "coalesce(c.represented, 'none')",
  juvenile: "coalesce(c.juvenile, 'none')",
  family: "coalesce(c.family, 'none')",
  charge_group: "coalesce(c.charge_group, 'none')",
  asylum: "coalesce(c.asylum, 'none')",
  sex: "coalesce(c.Sex, 'none')",
}
/** What an empty cell of a proceeding takes from its case. */
const inherited = (from: 'r' | 'c'): Columns =>
  Object.fromEntries(
    Object.entries({ nationality: 'NAT', language: 'LANG', case_type: 'CASE_TYPE', custody: 'CUSTODY' }).map(
      ([id, column]) => [
        id,
        from === 'r' ? `coalesce(r.${column}, c.${column}, 'none')` : `coalesce(c.${column}, 'none')`,
      ],
    ),
  )
const proceeding: Columns = { ...place, ...person, ...inherited('r') }
const closure: Columns = {
  ...proceeding,
  pd: "CASE WHEN r.OTHER_COMP IN ('Y', 'M') OR r.DEC_CODE = 'I' THEN 'yes' ELSE 'no' END",
  in_absentia: "CASE WHEN r.ABSENTIA = 'Y' THEN 'yes' ELSE 'no' END",
  closure_type: `CASE WHEN r.DEC_CODE IS NOT NULL THEN concat(coalesce(r.CASE_TYPE, c.CASE_TYPE, 'none'), '.C.', r.DEC_CODE)
    WHEN r.OTHER_COMP IS NOT NULL THEN concat(coalesce(r.CASE_TYPE, c.CASE_TYPE, 'none'), '.O.', r.OTHER_COMP) ELSE 'none' END`,
}
const { custody: _, ...ofCase } = inherited('c')

/** Fact → the table whose rows its check queries count, and what they are told by. */
const keyed: Readonly<Record<string, { readonly table: string; readonly columns: Columns }>> = {
  filing: { table: 'proceeding', columns: proceeding },
  closure: { table: 'proceeding', columns: closure },
  caseload: { table: 'proceeding', columns: proceeding },
  represented_caseload: { table: 'proceeding', columns: proceeding },
  last_proceeding: { table: 'proceeding', columns: proceeding },
  transition: { table: 'proceeding', columns: proceeding },
  application: { table: 'proceeding', columns: proceeding },
  asylum_decision: { table: 'proceeding', columns: proceeding },
  bond: { table: 'bond', columns: { ...place, ...person, ...ofCase } },
  hearing: {
    table: 'hearing',
    columns: {
      ...place,
      language: "coalesce(r.LANG, 'none')",
      hearing_type: "coalesce(r.CAL_TYPE, 'none')",
      adjournment_reason: "coalesce(r.ADJ_RSN, 'none')",
    },
  },
}

function partsOf(measure: Measure, catalog: Catalog): Measure[] {
  if ('fact' in measure) return [measure]
  const ids = measure.kind === 'rate' ? [measure.of, measure.per] : [measure.of]
  return ids.flatMap((id) => {
    const part = catalog.measures.get(id)
    return part === undefined ? [] : partsOf(part, catalog)
  })
}

function factsOf(measure: Measure, catalog: Catalog): string[] {
  return partsOf(measure, catalog).flatMap((m) => ('fact' in m ? [m.fact] : []))
}

/** Dimensions by which the check query of a measure can be told. */
export function keyedDimensions(measure: Measure, catalog: Catalog): string[] {
  const facts = [...new Set(factsOf(measure, catalog))]
  const [first, ...others] = facts.map((fact) => Object.keys(keyed[fact]?.columns ?? {}))
  // A move is a change of place, so that only places can stand for a court.
  const isMove = partsOf(measure, catalog).some((m) => 'where' in m && /moved_/.test(m.where ?? ''))
  return (first ?? []).filter(
    (id) => others.every((ids) => ids.includes(id)) && (!isMove || id in place) && (!isMove || id !== 'judge'),
  )
}

/** Whether an answer by time is the answers of each period put together; what is settled by the end of all is not. */
export function timeIsParts(measure: Measure, catalog: Catalog): boolean {
  return partsOf(measure, catalog).every((m) => m.kind !== 'flow' || m.settledBy === undefined)
}

const people = `CREATE OR REPLACE TEMP TABLE checked_person AS
SELECT DISTINCT ON (IDNCASE) IDNCASE, NAT, LANG, CASE_TYPE, CUSTODY, Sex,
  CASE WHEN E_28_DATE IS NULL THEN 'no' ELSE 'yes' END AS represented,
  CASE WHEN upper(CASEPRIORITY_CODE) = 'UC'
    OR IDNCASE IN (SELECT idnCase FROM tables.juvenile_history WHERE idnJuvenile IN (1, 2, 3, 4, 6))
    OR IDNCASE IN (SELECT IDNCASE FROM tables.case_identifier WHERE CASE_ID IN ('J', 'J1', 'J2', 'UJ')) THEN 'yes' ELSE 'no' END AS juvenile,
  CASE WHEN upper(CASEPRIORITY_CODE) IN ('AWC/ATD', 'AWC/D')
    OR IDNCASE IN (SELECT IDNCASE FROM tables.case_identifier WHERE CASE_ID IN ('FA', 'FM'))
    OR IDNCASE IN (SELECT idnLeadCase FROM tables.lead_rider WHERE idnLeadCase IS NOT NULL)
    OR IDNCASE IN (SELECT idnRiderCase FROM tables.lead_rider WHERE idnRiderCase IS NOT NULL) THEN 'yes' ELSE 'no' END AS family,
  CASE WHEN IDNCASE IN (SELECT g.IDNCASE FROM tables.charge g WHERE g.CHARGE IN
      (SELECT strCode FROM tables.charge_code WHERE criminal_flag = 1 AND strCode IS NOT NULL) AND g.IDNCASE IS NOT NULL) THEN 'criminal'
    WHEN IDNCASE IN (SELECT IDNCASE FROM tables.charge WHERE CHARGE IS NOT NULL AND IDNCASE IS NOT NULL) THEN 'immigration' ELSE 'none' END AS charge_group,
  CASE coalesce(C_ASY_TYPE, '') WHEN 'I' THEN 'affirmative' WHEN 'E' THEN 'defensive' ELSE
    CASE WHEN IDNCASE IN (SELECT IDNCASE FROM tables.application WHERE APPL_CODE = 'ASYL' AND IDNCASE IS NOT NULL) THEN 'unknown' ELSE 'none' END END AS asylum
FROM tables."case" ORDER BY IDNCASE, rowid`

/** Makes ready what keyed checks read; once a release. */
export async function prepareKeyedChecks(engine: Engine): Promise<void> {
  await engine.execute(people)
  await engine.execute("ATTACH ':memory:' AS keyed")
  const tables = await engine.query(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_catalog = 'tables'",
  )
  for (const { name } of tables) await engine.execute(`CREATE VIEW keyed."${name}" AS SELECT * FROM tables."${name}"`)
}

const separator = '|'
const outside = '~'

function passes({ exclude, values }: Filter, column: string): string {
  const tests = values.map((v) =>
    v.startsWith('*') ? `ends_with(${column}, ${dialect.text(v.slice(1))})` : `${column} = ${dialect.text(v)}`,
  )
  return exclude ? `NOT (${tests.join(' OR ')})` : `(${tests.join(' OR ')})`
}

/** Runs the check query of a measure, told by the dimensions of a query but time, under its filters. */
export async function runKeyedCheck(
  engine: Engine,
  measure: Measure,
  query: Query,
  dates: CheckDates,
  catalog: Catalog,
): Promise<ReadonlyMap<string, Checked>> {
  const across = query.by.filter((id) => catalog.dimensions.get(id)?.kind !== 'time')
  const tables = new Map(
    factsOf(measure, catalog).flatMap((fact) => {
      const found = keyed[fact]
      return found === undefined ? [] : [[found.table, found.columns] as const]
    }),
  )
  for (const [table, columns] of tables) {
    const tests = query.filters.map((f) => passes(f, columns[f.dimension] ?? ''))
    const key =
      across.length === 0 ? "'all'" : `concat_ws('${separator}', ${across.map((id) => columns[id]).join(', ')})`
    const value = tests.length === 0 ? key : `CASE WHEN ${tests.join(' AND ')} THEN ${key} ELSE '${outside}' END`
    await engine.execute(`CREATE OR REPLACE TEMP TABLE checked_rows AS SELECT r.* REPLACE (${value} AS BASE_CITY_CODE)
      FROM tables."${table}" r LEFT JOIN checked_person c ON c.IDNCASE = r.IDNCASE`)
    await engine.execute(`CREATE OR REPLACE VIEW keyed."${table}" AS SELECT * FROM temp.checked_rows`)
  }
  const sql = checkSql(measure.id)
    .replaceAll(/\$(from|to|since|base|as_of)\b/g, (_, name: keyof CheckDates) => `DATE '${dates[name]}'`)
    .replaceAll('tables.', 'keyed.')
  const rows = await engine.query(sql)
  for (const [table] of tables)
    await engine.execute(`CREATE OR REPLACE VIEW keyed."${table}" AS SELECT * FROM tables."${table}"`)
  return new Map(
    rows.flatMap(({ court, ...values }) => {
      if (court === null || court === outside) return []
      const numbers = Object.entries(values).map(([k, v]): [string, number | null] => [
        k,
        typeof v === 'number' ? v : null,
      ])
      return [[String(court), Object.fromEntries(numbers)]]
    }),
  )
}

/** The key of an answer's row, as a keyed check tells it. */
export function keyOfRow(row: Row, across: readonly string[]): string {
  return across.length === 0 ? 'all' : across.map((id) => String(row[id])).join(separator)
}
