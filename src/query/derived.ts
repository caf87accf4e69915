import type { Language, Row } from '#catalog'
import type { ReleaseAccount } from './account.ts'
import type { BalanceLine, BalanceQuestion } from './balance.ts'
import type { Comparison } from './compare.ts'
import type { Note, ReleaseInfo } from './result.ts'

/** What every answer that is no plain query carries beside its numbers. */
export interface Proved {
  readonly release: ReleaseInfo
  /** Covers all rows and totals; `#<row>,<column>` or `#totals,<column>` behind it names one number. */
  readonly receipt: string
}

/** A comparison with its proof. */
export interface Compared extends Comparison, Proved {
  readonly notes: readonly Note[]
  readonly language: Language
  /** The period that was counted, or the day. */
  readonly period: { readonly from?: string; readonly to: string; readonly base: string }
}

/** The lines of a balance with their proof. */
export interface BalanceSheet extends Proved {
  readonly question: BalanceQuestion
  readonly lines: readonly BalanceLine[]
  readonly labels: Readonly<Record<string, string>>
}

/** The account of a release with its proof. */
export interface ProvedAccount extends ReleaseAccount {
  readonly receipt: string
}

/** Rows as a receipt covers them. */
export interface Covered {
  readonly rows: readonly Row[]
  readonly totals: Row | null
}

/** The numbers of a comparison. */
export function coveredComparison({ from, to, difference, both, base, rows }: Comparison): Covered {
  const sum = (key: 'only_from' | 'only_to'): number =>
    rows.reduce((n, row) => (row.code === undefined ? n + row[key] : n), 0)
  return {
    rows: rows.map(({ reason, code, only_from, only_to, difference: d }) => ({
      reason,
      ...(code !== undefined && { code }),
      only_from,
      only_to,
      difference: d,
    })),
    totals: {
      from: from.value,
      to: to.value,
      from_count: from.count,
      to_count: to.count,
      difference,
      only_from: sum('only_from'),
      only_to: sum('only_to'),
      both,
      ...(base !== undefined && { base, value_difference: to.value - from.value }),
    },
  }
}

/** The numbers of an account: a row a table, then a row a remark; the totals hold what concerns all of them. */
export function coveredAccount(account: ReleaseAccount): Covered {
  const { tables, checks, cleaned, repairs, rejects } = account
  const sum = (column: 'rows_in' | 'rows_loaded' | 'rows_repaired' | 'rows_rejected' | 'lines_in'): number =>
    tables.reduce((n, t) => n + t[column], 0)
  return {
    rows: [
      ...tables.map(({ table, rows_in, rows_loaded, rows_repaired, rows_rejected, rows_expected, lines_in }) => ({
        table,
        rows_in,
        rows_loaded,
        rows_repaired,
        rows_rejected,
        ...(rows_expected !== null && { rows_expected }),
        lines_in,
      })),
      ...checks.map(({ id, message }) => ({ check: id, message })),
    ],
    totals: {
      rows_in: sum('rows_in'),
      rows_loaded: sum('rows_loaded'),
      rows_repaired: sum('rows_repaired'),
      rows_rejected: sum('rows_rejected'),
      nul: cleaned.nul,
      control: cleaned.control,
      decoded: cleaned.decoded,
      repairs: repairs.total,
      rejects: rejects.total,
      ...Object.fromEntries(repairs.byKind.map(({ kind, rows }) => [`repair_${kind}`, rows])),
    },
  }
}
