import type { Words } from './words.ts'

/** How we slice. */
export interface Dimension {
  readonly id: string
  readonly name: Words
  /** For the total row of a list: "All courts". */
  readonly all: Words
  /** For a filter that is open: "any court". */
  readonly any: Words
  readonly about: Words
  /** `time` dimensions are computed from a fact's date; `code` dimensions are columns of the fact. */
  readonly kind: 'time' | 'code'
  /** For `time`: the grain. */
  readonly grain?: 'month' | 'fiscal_year' | 'calendar_year'
  /** Dimension that this one lies within: a hearing location belongs to a court. */
  readonly within?: string
  /**
   * SQL over the release's tables that yields (code, label); several labels for one code are not allowed. `work.used` holds
   * the codes that facts hold.
   */
  readonly labels?: string
  /** Labels fixed by us, by code, in both languages; they win over those of the release. */
  readonly names?: Readonly<Record<string, Words>>
  /** Where members stand, by code: degrees north and east. What has no place is not in it. */
  readonly places?: Readonly<Record<string, readonly [north: number, east: number]>>
  /** The release writes the labels in capitals; we show them in title case. */
  readonly capitals?: true
  /** Read `*.rest` in a filter as any first part (closure types: `*.O.Y`). */
  readonly wildcard?: true
}

/** Declares a dimension. Plain data: what goes in comes out. */
export function dimension<const T extends Dimension>(definition: T): Dimension {
  return definition
}
