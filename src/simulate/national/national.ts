import { open } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { crc32 } from 'node:zlib'
import type { Table } from '#catalog'
import { tables } from '../../../definitions/tables/index.ts'
import { type Day, day } from '../base/days.ts'
import type { World } from '../base/model.ts'
import { type Account, bytesOf, folderOf, type Progress, type Written } from '../release.ts'
import type { Scene } from '../rows/record.ts'
import type { Cell } from '../truth/tally.ts'
import { Archive } from './archive.ts'
import { Crew } from './crew.ts'
import { monthAfter } from './days.ts'
import { casesInBlock, deflate, type Order, type Stretch, type Summary, type Task } from './job.ts'
import { Nation, type Setting } from './life.ts'
import { cells, completeness, join, Tally } from './tally.ts'

export interface National extends Written {
  readonly asOf: Day
  readonly cells: readonly Cell[]
  /** What became of the rows since the release before, by table; absent in the first release. */
  readonly ledger: Record<string, Ledger> | undefined
  /** Share of the closures of recent months that is entered, by month. */
  readonly completeness: Readonly<Record<string, number>>
  readonly bytes: { readonly text: number; readonly zip: number }
}

export interface Ledger {
  readonly rows: {
    readonly added: number
    readonly changed: number
    readonly vanished: number
    readonly returned: number
  }
  /** Cells that changed, by column. */
  readonly changed: Readonly<Record<string, number>>
  /** Keys of the first of them. */
  readonly keys: { readonly vanished: readonly number[]; readonly returned: readonly number[] }
}

const stocks = ['2008-09-30', '2011-09-30', '2016-09-30', '2019-12-31', '2021-09-30', '2023-09-30', '2025-09-30']

/** The as-of dates of a series: the first, then each month's last day. */
export function monthsFrom(first: Day, month: number): Day[] {
  const days = [first]
  for (let i = 1; i <= month; i += 1) days.push(monthAfter(days[i - 1] ?? first))
  return days
}

/** Writes a release of national size, stretch by stretch: no more than a few of them are in memory at a time. */
export async function writeNational(
  out: string,
  setting: Setting,
  notes: Record<string, string>,
  progress: Progress,
  workers = availableParallelism(),
): Promise<National> {
  const asOfs = monthsFrom(setting.first, setting.month)
  const asOf = asOfs.at(-1) ?? setting.first
  const dates = [...stocks.map(day).filter((on) => on < asOf), asOf]
  const nation = new Nation(setting, asOfs)
  const release = new Release(setting, asOf)
  await using crew = new Crew({ setting, asOfs, dates } satisfies Order, workers)
  await using file = await open(out, 'w')
  const folder = folderOf(asOf)
  const stamp = new Date(Number(folder.slice(15, 19)), Number(folder.slice(20, 22)) - 1, Number(folder.slice(22)), 6)
  const archive = new Archive(file, stamp)
  for (const [name, text] of Object.entries(notes)) await small(archive, `${folder}/${name}`, [Buffer.from(text)])
  const blocks = Math.ceil(nation.cases / casesInBlock)
  const tasks = tables.flatMap(({ kind }, table) =>
    kind === 'core' ? Array.from({ length: blocks }, (_, block): Task => ({ table, block })) : [],
  )
  const stretches = crew.run(tasks)
  for (const [at, table] of tables.entries()) {
    const path = `${folder}/${table.kind === 'core' ? 'EOIR Case Data' : 'Lookup'}/${table.file}.csv`
    if (table.kind === 'lookup') {
      await small(archive, path, bytesOf(table, release.scene(nation), release.written))
      continue
    }
    await archive.begin(path)
    const header = Buffer.from(`${table.columns.map(({ name }) => name).join('\t')}\r\n`)
    await archive.add([deflate(header)], crc32(header), header.length)
    release.begin(table, header.length)
    for (let block = 0; block < blocks; block += 1) {
      const { value } = await stretches.next()
      const stretch = value as Stretch
      await archive.add(stretch.parts, stretch.crc, stretch.size)
      release.add(table, stretch)
      progress(at * blocks + block, tables.length * blocks, table.file)
    }
    await archive.end()
  }
  await small(archive, `${folder}/Count.txt`, [Buffer.from(release.counts())])
  await archive.close()
  const total = new Tally(nation.pools, dates)
  for (const sums of await crew.sums()) join(total.sums, sums)
  return {
    ...release.written,
    asOf,
    cells: cells(total.sums, nation.pools, dates),
    ledger: setting.month === 0 ? undefined : release.ledger,
    completeness: completeness(total.sums, asOf),
    bytes: { text: release.text, zip: archive.size },
  }
}

async function small(archive: Archive, path: string, chunks: Iterable<Buffer>): Promise<void> {
  const text = Buffer.concat([...chunks])
  await archive.begin(path)
  if (text.length > 0) await archive.add([deflate(text)], crc32(text), text.length)
  await archive.end()
}

/** The accounts of a release while it is written. */
class Release {
  readonly written: Written = { tables: {}, dirt: {} }
  readonly ledger: Record<string, Ledger> = {}
  text = 0
  readonly #world: World

  constructor(setting: Setting, asOf: Day) {
    const { seed, dirt } = setting
    this.#world = { scenario: 'national', seed, dirt, asOf, cases: [], explained: {} }
  }

  /** What the lookups are written from. */
  scene(nation: Nation): Scene {
    return { world: this.#world, judges: nation.pools.bench, thin: 1 }
  }

  begin(table: Table, header: number): void {
    this.text += header
    this.written.tables[table.file] = { rows: 0, loaded: 0, repaired: 0, rejected: 0, lines: 1 }
  }

  add({ file, columns }: Table, { account, dirt, changes, size }: Stretch): void {
    this.text += size
    const sum = this.written.tables[file]
    if (sum !== undefined) for (const key of Object.keys(account) as (keyof Account)[]) sum[key] += account[key]
    for (const [kind, count] of dirt) this.written.dirt[kind] = (this.written.dirt[kind] ?? 0) + count
    if (changes !== undefined)
      this.#entry(
        file,
        columns.map(({ name }) => name),
        changes,
      )
  }

  #entry(file: string, names: readonly string[], changes: Summary): void {
    const old = this.ledger[file]
    const changed = { ...old?.changed }
    for (const [at, count] of changes.columns) {
      const name = names[at] ?? `field ${at + 1}`
      changed[name] = (changed[name] ?? 0) + count
    }
    const sum = (key: 'added' | 'changed' | 'vanished' | 'returned') => (old?.rows[key] ?? 0) + changes[key]
    this.ledger[file] = {
      rows: { added: sum('added'), changed: sum('changed'), vanished: sum('vanished'), returned: sum('returned') },
      changed,
      keys: {
        vanished: [...(old?.keys.vanished ?? []), ...changes.vanishedKeys].slice(0, 500),
        returned: [...(old?.keys.returned ?? []), ...changes.returnedKeys].slice(0, 500),
      },
    }
  }

  /** `Count.txt`: rows by table. */
  counts(): string {
    return Object.entries(this.written.tables)
      .map(([file, { rows }]) => `${file}\t${rows}\r\n`)
      .join('')
  }
}
