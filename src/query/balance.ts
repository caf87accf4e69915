import type { Balance, Row } from '#catalog'
import { dayBefore } from './period.ts'
import type { QueryService } from './service.ts'

/** One line of a balance: the whole (`code` is empty) or one code of a dimension. */
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
  /** One of the dimensions across which it must add up; absent = the whole country. */
  readonly by?: string
}

function at(row: Row | undefined, id: string): number {
  const cell = row?.[id]
  return typeof cell === 'number' ? cell : 0
}

/** Works a balance out over a period, by the same queries that anyone can ask; a page shows its lines and their residue. */
export async function balanceOf(
  service: QueryService,
  balance: Balance,
  { from, to, release, by }: BalancePeriod,
): Promise<readonly BalanceLine[]> {
  const rest = `${by === undefined ? '' : `&by=${by}`}${release === undefined ? '' : `&release=${release}`}`
  const ask = async (query: string): Promise<ReadonlyMap<string, Row>> => {
    const { rows } = await service.run(`${query}${rest}`)
    return new Map(rows.map((row) => [by === undefined ? '' : String(row[by]), row]))
  }
  const flows = [...balance.arrivals, ...balance.exits]
  const [before, now, during] = await Promise.all([
    ask(`measures=${balance.stock}&to=${dayBefore(from)}`),
    ask(`measures=${balance.stock}&to=${to}`),
    ask(`measures=${flows.join(',')}&from=${from}&to=${to}`),
  ])
  const codes = [...new Set([...before.keys(), ...now.keys(), ...during.keys()])].toSorted()
  return codes.map((code) => {
    const [start, end] = [at(before.get(code), balance.stock), at(now.get(code), balance.stock)]
    const counted = Object.fromEntries(flows.map((id) => [id, at(during.get(code), id)]))
    const sum = (ids: readonly string[]): number => ids.reduce((n, id) => n + (counted[id] ?? 0), 0)
    return {
      code,
      before: start,
      flows: counted,
      now: end,
      residue: end - (start + sum(balance.arrivals) - sum(balance.exits)),
    }
  })
}
