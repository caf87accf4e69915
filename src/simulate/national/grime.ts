import type { Column, Table } from '#catalog'
import type { Day } from '../base/days.ts'
import { type Dirt, repaired, type Stained } from '../dirt/dirt.ts'
import { kindsOf } from '../dirt/kinds.ts'
import { hash } from './chance.ts'

/** A row that has been stained, and what a correct reading of it holds. */
export interface Soiled extends Stained {
  readonly kind: string
  readonly cells: readonly string[]
}

/** Keys of rows that are added beside real ones begin above all real keys. */
const beyond = 20_000_000

const inCustody = new Set(['stray_line_end', 'two_tabs_apart'])

/** Stains rows by their key: the same row is dirty in the same way in each release of a series. */
export class Grime {
  readonly #seed: number
  readonly #limit: number
  readonly #kinds: readonly Dirt[]
  readonly #table: Table
  readonly #at: (column: string) => number

  constructor(table: Table, seed: number, rate: number, firstAsOf: Day) {
    this.#seed = seed
    this.#table = table
    this.#kinds = [
      ...kindsOf(table.file, firstAsOf + 1000),
      ...(table.file === 'B_TblProceeding' ? [shifted(table)] : []),
    ]
    this.#limit = this.#kinds.length === 0 ? 0 : rate * 0x100000000
    this.#at = (column) => table.columns.findIndex(({ name }) => name === column)
  }

  isDue(key: number): boolean {
    return hash(this.#seed, 71, key) < this.#limit
  }

  /** The key of a row that is put beside the one of a key. */
  keyBeside(key: number): number {
    return 8_000_000 + beyond + key
  }

  /** The row, stained by the first kind from the one that its key names which fits it. */
  stain(text: string, key: number): Soiled | undefined {
    const clean = text.split('\t')
    const first = hash(this.#seed, 72, key) % this.#kinds.length
    for (let i = 0; i < this.#kinds.length; i += 1) {
      const kind = this.#kinds[(first + i) % this.#kinds.length]
      const cells = kind !== undefined && inCustody.has(kind.id) ? this.#held(clean) : clean
      if (kind === undefined || !(kind.fits?.(cells, this.#at) ?? true)) continue
      const stained = kind.stain([...cells], this.#at, beyond + key)
      if (stained.repaired > 0 && !this.#isRegular(cells)) continue
      return { ...stained, kind: kind.id, cells: this.#reading(kind.id, cells, stained) }
    }
    return undefined
  }

  /** The row of someone in custody: few rows say where, and some defects need it. */
  #held(cells: readonly string[]): string[] {
    const on = '2020-01-06 00:00:00.000'
    const said: Record<string, string> = {
      DATE_DETAINED: on,
      DETENTION_DATE: on,
      DETENTION_LOCATION: 'STEWART DETENTION CENTER',
      DCO_LOCATION: 'ATLANTA',
      DETENTION_FACILITY_TYPE: 'CONTRACT',
    }
    return this.#table.columns.map(({ name }, i) => said[name] ?? cells[i] ?? '')
  }

  /** Whether the row obeys its columns: one that never did cannot be proven mended. */
  #isRegular(cells: readonly string[]): boolean {
    return this.#table.columns.every((column, i) => obeys(column, (cells[i] ?? '').trim()))
  }

  /** The cells as a correct reading gives them. */
  #reading(kind: string, cells: readonly string[], stained: Stained): readonly string[] {
    const city = this.#at('ALIEN_CITY')
    const address = (name: string, state: string, zip: string) => cells.toSpliced(city, 3, name, state, zip)
    switch (kind) {
      case 'tab_in_city':
        return address('BROOKLYN', 'NY', '11209')
      case 'tab_in_split_city':
        return address('SALT LAKE CITY', 'UT', '84101')
      case 'stray_line_feed':
        return address('SAN ANTONIO', 'TX', '78205')
      case 'stray_line_end':
      case 'short_row': {
        const kept = stained.text.split('\r\n')[0]?.split('\t') ?? []
        return cells.map((_, i) => kept[i] ?? '')
      }
      case 'extra_empty_field':
        return this.#table.file === 'A_TblCase' ? cells.with(this.#at('CASEPRIORITY_CODE'), '') : cells
      case 'tab_in_proceeding':
      case 'two_tabs_apart':
      case 'no_case_key':
      case 'key_is_text':
      case 'blank_line':
      case 'duplicate_key':
      case 'case_without_proceeding':
        return cells
      default:
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what cleaning takes away
        return stained.text.split('\t').map((cell) => cell.replace(/[\0-\x1f]/g, '').trim())
    }
  }
}

/** A tab too many in a proceeding, where one empty cell can be taken out again in exactly one way that obeys all columns. */
function shifted(table: Table): Dirt {
  const places = (cells: readonly string[]) => {
    const own = cells.map((cell) => cell.trim()).join('\t')
    return Array.from({ length: cells.length - 12 }, (_, i) => i + 2).filter((at) => {
      const results = mendings(table.columns, cells.toSpliced(at, 0, ''))
      return results.size === 1 && results.has(own)
    })
  }
  return {
    id: 'tab_in_proceeding',
    files: [table.file],
    fits: (cells) => places(cells).length > 0,
    stain: (cells, _, serial) => {
      const found = places(cells)
      return repaired(cells.toSpliced(found[serial % found.length] ?? 2, 0, '').join('\t'))
    },
  }
}

/** Rows that obey all columns once one empty cell is taken out. */
function mendings(columns: readonly Column[], cells: readonly string[]): Set<string> {
  const found = new Set<string>()
  cells.forEach((cell, at) => {
    if (cell.trim() !== '') return
    const row = cells.toSpliced(at, 1).map((each) => each.trim())
    if (row.every((value, i) => obeys(columns[i], value))) found.add(row.join('\t'))
  })
  return found
}

const shapes: Partial<Record<Column['type'], RegExp>> = {
  integer: /^\d+$/,
  datetime: /^\d{4}-\d\d-\d\d/,
  time: /^\d{1,4}$/,
  bit: /^[01]$/,
}

/** No more than what the columns say plainly: whatever is unique under these rules is so under stricter ones. */
function obeys(column: Column | undefined, value: string): boolean {
  if (column === undefined) return false
  if (value === '') return true
  if (column.only !== undefined) return column.only.includes(value)
  if (column.pattern !== undefined) return new RegExp(column.pattern).test(value)
  if (column.max !== undefined && value.length > column.max) return false
  return shapes[column.type]?.test(value) ?? true
}
