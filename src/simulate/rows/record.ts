import type { Table } from '#catalog'
import { tables } from '../../../definitions/tables/index.ts'
import type { Case, World } from '../base/model.ts'
import { type Random, random } from '../base/random.ts'
import type { Judges } from './judges.ts'

/** The filled cells of a row, by released column name. */
export type Cells = Readonly<Record<string, string>>

/** What the writers of rows share. */
export interface Scene {
  readonly world: World
  readonly judges: Judges
  /** One case in so many has hearings and other side rows: large releases keep them thin. */
  readonly thin: number
}

/** Rows of one table, in file order. */
export type Rows = (scene: Scene) => Iterable<Cells>

const byFile = new Map(tables.map((table) => [table.file, table]))

export function tableOf(file: string): Table {
  const table = byFile.get(file)
  if (table === undefined) throw new RangeError(`no table ${file}`)
  return table
}

/** The cells of a row in file order, absent ones empty; the motions table carries cells beyond its names. */
export function fields(table: Table, cells: Cells, beyond: readonly string[] = []): string[] {
  const row = table.columns.map((column) => cells[column.name] ?? '')
  return beyond.length === 0 ? row : [...row.slice(0, 39), ...beyond]
}

/** A stream of chance that belongs to one case and one purpose, so that every table can be written alone. */
export function chance(scene: Scene, purpose: number, whole: Case): Random {
  return random(scene.world.seed, purpose, whole.id)
}

/** Whether this case is among the few that have a row of a side table. */
export function isAmong(whole: Case, oneIn: number): boolean {
  return !whole.orphan && (Math.imul(whole.id, 0x9e3779b1) >>> 0) % oneIn === 0
}

/** Fixed-width leftovers: the cell as wide as the column once was. */
export function padded(text: string, width: number): string {
  return text === '' ? '' : text.padEnd(width)
}
