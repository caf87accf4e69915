import type { Engine } from '#engine'
import type { Statement } from './compile.ts'

/** Joins the codes of a row into one key; no code holds this character. */
export const separator = '\u001f'

export function keyOf(codes: readonly string[]): string {
  return codes.join(separator)
}

/** What one statement counted: for each key of its own dimensions and each period, the value of each column. */
export interface Counts {
  readonly statement: Statement
  /** Dimensions of the keys, without time. */
  readonly dimensions: readonly string[]
  /** Key → period → column → value; without a time dimension the period is ''. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, number | null>>>>
}

function toNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

/** Runs one statement. */
export async function count(engine: Engine, statement: Statement): Promise<Counts> {
  const rows = await engine.query(statement.sql)
  const dimensions = statement.keys.filter((k) => k !== 'period')
  const values = new Map<string, Map<string, Record<string, number | null>>>()
  for (const row of rows) {
    const key = keyOf(dimensions.map((d) => String(row[d])))
    const period = row['period'] === undefined ? '' : String(row['period'])
    const periods = values.get(key) ?? new Map<string, Record<string, number | null>>()
    periods.set(period, Object.fromEntries(statement.columns.map((c) => [c, toNumber(row[c])])))
    values.set(key, periods)
  }
  return { statement, dimensions, values }
}

/** Sums changes by period from the first on, so that each of `periods` holds the level at its end. */
export function accumulate(counts: Counts, periods: readonly string[]): Counts {
  if (counts.statement.form !== 'running') return counts
  const values = new Map<string, Map<string, Record<string, number | null>>>()
  for (const [key, changes] of counts.values) values.set(key, levels(changes, periods, counts.statement.columns))
  return { ...counts, values }
}

function levels(
  changes: ReadonlyMap<string, Readonly<Record<string, number | null>>>,
  periods: readonly string[],
  columns: readonly string[],
): Map<string, Record<string, number | null>> {
  const ordered = [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const sums: Record<string, number> = Object.fromEntries(columns.map((c) => [c, 0]))
  const out = new Map<string, Record<string, number | null>>()
  let at = 0
  for (const period of periods) {
    for (let next = ordered[at]; next !== undefined && next[0] <= period; next = ordered[++at]) {
      for (const c of columns) sums[c] = (sums[c] ?? 0) + (next[1][c] ?? 0)
    }
    out.set(period, { ...sums })
  }
  return out
}

/** The same counts over all keys: the sum of what was counted key by key. Only for counts that add up. */
export function sumOverKeys(counts: Counts): Counts {
  const sums: Record<string, number> = Object.fromEntries(counts.statement.columns.map((c) => [c, 0]))
  for (const periods of counts.values.values()) {
    for (const values of periods.values())
      for (const [c, v] of Object.entries(values)) sums[c] = (sums[c] ?? 0) + (v ?? 0)
  }
  return { ...counts, dimensions: [], values: new Map([['', new Map([['', sums]])]]) }
}
