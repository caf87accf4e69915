import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measure, Row } from '#catalog'
import type { Engine, SqlValue } from '#engine'

/** The dates that a check query is asked with. */
export interface CheckDates {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly base: string
  readonly as_of: string
}

/** What a check query found at one place: `value`, or `numerator` and `denominator`, or `mean`, `median`, `p90`, `n`. */
export type Checked = Readonly<Record<string, number | null>>

export interface CheckResult {
  readonly all: Checked
  readonly byCourt: ReadonlyMap<string, Checked>
}

const measures = join(import.meta.dirname, '../../definitions/measures')

/** The text of a measure's check query, by another hand than the definitions, over the tables of the release alone. */
export function checkSql(measure: string): string {
  return readFileSync(join(measures, measure, `${measure}.check.sql`), 'utf8')
}

function number(value: SqlValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** Runs a check query: one row for the whole country (its court is empty) and one for each court. */
export async function runCheck(engine: Engine, measure: string, dates: CheckDates): Promise<CheckResult> {
  const sql = checkSql(measure).replaceAll(
    /\$(from|to|since|base|as_of)\b/g,
    (_, name: keyof CheckDates) => `DATE '${dates[name]}'`,
  )
  let all: Checked = {}
  const byCourt = new Map<string, Checked>()
  for (const { court, ...values } of await engine.query(sql)) {
    const checked = Object.fromEntries(Object.entries(values).map(([k, v]) => [k, number(v)]))
    if (court === null) all = checked
    else byCourt.set(String(court), checked)
  }
  return { all, byCourt }
}

/** The columns of an answer beside those of the check query. */
function columns({ id, kind }: Measure): Readonly<Record<string, string>> {
  if (kind === 'rate') return { numerator: `${id}_numerator`, denominator: `${id}_denominator` }
  if (kind === 'duration') return { mean: id, median: `${id}_median`, p90: `${id}_p90`, n: `${id}_n` }
  return { value: id }
}

/** A number that cannot have been recorded, or of nothing, is missing in an answer; the check query then finds nothing. */
function nothing(cell: unknown): boolean {
  return typeof cell !== 'number' || cell === 0
}

/** Where the row of an answer and what a check query found differ, in words. */
export function differences(measure: Measure, row: Row | undefined, checked: Checked | undefined): string[] {
  return Object.entries(columns(measure)).flatMap(([name, column]) => {
    const ours = row?.[column]
    const theirs = checked?.[name] ?? null
    if (nothing(ours) && (theirs === null || theirs === 0)) return []
    const same = typeof ours === 'number' && theirs !== null && Math.abs(ours - theirs) < 1e-6
    return same ? [] : [`${column}: compiled ${JSON.stringify(ours)}, checked ${theirs}`]
  })
}
