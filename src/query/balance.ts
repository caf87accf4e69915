import type { Balance, Catalog, Row } from '#catalog'
import { UsageError } from '#errors'
import { dayBefore, lastDayOf, parsePeriod } from './period.ts'
import type { ReleaseInfo, Result } from './result.ts'

/** One line of a balance: the whole (`code` is empty), one code of a dimension, or one period. */
export interface BalanceLine {
  readonly code: string
  /** The stock on the day before the period. */
  readonly before: number
  /** Flow → number in the period. */
  readonly flows: Readonly<Record<string, number>>
  /** The stock on the last day of the period. */
  readonly now: number
  /** What does not add up: now − (before + arrivals − exits). Zero when all is well. */
  readonly residue: number
}

export interface BalancePeriod {
  /** First and last day, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly release?: string
  /** One of the dimensions across which it must add up, or one of time; absent = the whole country in one line. */
  readonly by?: string
}

/** Whoever answers queries. */
export interface Answers {
  readonly catalog: Catalog
  run(query: string): Promise<Result>
}

type Rows = ReadonlyMap<string, Row>

function at(row: Row | undefined, id: string): number {
  const cell = row?.[id]
  return typeof cell === 'number' ? cell : 0
}

function line(balance: Balance, code: string, before: number, during: Row | undefined, now: number): BalanceLine {
  const flows = Object.fromEntries([...balance.arrivals, ...balance.exits].map((id) => [id, at(during, id)]))
  const sum = (ids: readonly string[]): number => ids.reduce((n, id) => n + (flows[id] ?? 0), 0)
  return { code, before, flows, now, residue: now - (before + sum(balance.arrivals) - sum(balance.exits)) }
}

/** Each period's stock before is the one at the end of the period before it. */
function series(balance: Balance, first: Rows, during: Rows, now: Rows): BalanceLine[] {
  let before = at(first.get(''), balance.stock)
  return [...during.keys()].toSorted().map((period) => {
    const end = at(now.get(period), balance.stock)
    const told = line(balance, period, before, during.get(period), end)
    before = end
    return told
  })
}

/** Works a balance out over a period, by the same queries that anyone can ask; a page shows its lines and their residue. */
export async function balanceOf(
  service: Answers,
  balance: Balance,
  { from, to, release, by }: BalancePeriod,
): Promise<readonly BalanceLine[]> {
  const isTime = by !== undefined && service.catalog.dimensions.get(by)?.kind === 'time'
  const of = release === undefined ? '' : `&release=${encodeURIComponent(release)}`
  const ask = async (query: string, key = by): Promise<Rows> => {
    const { rows } = await service.run(`${query}${key === undefined ? '' : `&by=${key}`}${of}`)
    return new Map(rows.map((row) => [key === undefined ? '' : String(row[key]), row]))
  }
  const flows = [...balance.arrivals, ...balance.exits].join(',')
  const { stock } = balance
  const [before, now, during] = await Promise.all([
    ask(`measures=${stock}&to=${dayBefore(from)}`, isTime ? undefined : by),
    ask(`measures=${stock}&to=${to}${isTime ? `&from=${from}` : ''}`),
    ask(`measures=${flows}&from=${from}&to=${to}`),
  ])
  if (isTime) return series(balance, before, during, now)
  const codes = [...new Set([...before.keys(), ...now.keys(), ...during.keys()])].toSorted()
  return codes.map((code) =>
    line(balance, code, at(before.get(code), stock), during.get(code), at(now.get(code), stock)),
  )
}

/** What the question of a balance says: `balance=docket&by=court&from=2011-10-01&to=2012-06-28`. */
export interface BalanceQuestion {
  readonly balance: Balance
  readonly by: string | undefined
  readonly from: string
  readonly to: string
}

const words = ['balance', 'by', 'from', 'to', 'release']

function bad(code: string, message: string, value: string, allowed: string): never {
  throw new UsageError(message, {
    code,
    value,
    allowed,
    hint: 'for instance balance=docket&by=court&from=FY2012&to=FY2012',
  })
}

/** Reads the question of a balance and fits it to a release; without a period it is all of the release. */
export function parseBalance(text: string, catalog: Catalog, release: ReleaseInfo): BalanceQuestion {
  const found = new URLSearchParams(text)
  for (const name of found.keys())
    if (!words.includes(name)) bad('unknown-parameter', `unknown parameter: ${name}`, name, words.join(', '))
  const ids = catalog.balances.map((b) => b.id)
  const id = found.get('balance') || (ids[0] ?? '')
  const balance = catalog.balances.find((b) => b.id === id)
  if (balance === undefined) return bad('unknown-balance', `unknown balance: ${id}`, id, ids.join(', '))
  const by = found.get('by') || undefined
  const times = [...catalog.dimensions.values()].filter((d) => d.kind === 'time').map((d) => d.id)
  const known = [...balance.across, ...times]
  if (by !== undefined && !known.includes(by))
    return bad('not-applicable', `the balance ${id} is not kept by ${by}`, by, known.join(', '))
  const from = parsePeriod(found.get('from') || release.first_month, 'from').first
  const to = lastDayOf(found.get('to') || release.as_of, release.as_of)
  if (from > to)
    return bad(
      'period-backwards',
      `this period ends before it begins: from=${from}&to=${to}`,
      `${from}..${to}`,
      `from ${release.first_month} to ${release.as_of}`,
    )
  return { balance, by, from, to }
}

/** The question of a balance in its normal form; a receipt holds it so. */
export function printBalance({ balance, by, from, to }: BalanceQuestion): string {
  return `balance=${balance.id}${by === undefined ? '' : `&by=${by}`}&from=${from}&to=${to}`
}

/** The lines as rows: `by`, before, each flow, now, residue. */
export function balanceRows(lines: readonly BalanceLine[], by: string | undefined): Row[] {
  return lines.map(({ code, before, flows, now, residue }) => ({
    ...(by !== undefined && { [by]: code }),
    before,
    ...flows,
    now,
    residue,
  }))
}
