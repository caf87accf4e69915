import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Table } from '#catalog'
import { tables } from '../../definitions/tables/index.ts'
import { type Day, dateText } from './base/days.ts'
import { random } from './base/random.ts'
import { Stainer } from './dirt/dirt.ts'
import { kindsOf } from './dirt/kinds.ts'
import { motionTail } from './rows/hearing.ts'
import { lookupRows } from './rows/lookup.ts'
import { type Cells, fields, type Scene } from './rows/record.ts'
import { writers } from './rows/writers.ts'

/** What a correct ingest says of one table. */
export interface Account {
  rows: number
  loaded: number
  repaired: number
  rejected: number
  /** Physical lines of the file, the header and stray line breaks included. */
  lines: number
}

export interface Written {
  readonly tables: Record<string, Account>
  /** How often each kind of defect was written. */
  readonly dirt: Record<string, number>
}

/** The table whose lines end in a bare line feed in a dirty release. */
const withLineFeeds = 'tblLookupState'

export type Progress = (done: number, total: number, label: string) => void

/** Writes the zip: a folder named by its date, in it the core tables, the lookups, their counts and two notes. */
export async function writeRelease(
  out: string,
  scene: Scene,
  notes: Record<string, string>,
  progress: Progress,
): Promise<Written> {
  const written: Written = { tables: {}, dirt: {} }
  const folder = folderOf(scene.world.asOf)
  const zip = new ZipFile()
  const stamp = new Date(Number(folder.slice(15, 19)), Number(folder.slice(20, 22)) - 1, Number(folder.slice(22)), 6)
  const add = (path: string, bytes: () => Iterable<Buffer>) =>
    zip.addReadStreamLazy(`${folder}/${path}`, { mtime: stamp, forceDosTimestamp: true, compressionLevel: 3 }, (give) =>
      give(null, Readable.from(bytes(), { objectMode: false })),
    )
  for (const [name, text] of Object.entries(notes)) add(name, () => [Buffer.from(text)])
  tables.forEach((table, done) => {
    const place = table.kind === 'core' ? 'EOIR Case Data' : 'Lookup'
    add(`${place}/${table.file}.csv`, function* () {
      progress(done, tables.length, table.file)
      yield* bytesOf(table, scene, written)
    })
  })
  add('Count.txt', function* () {
    yield Buffer.from(
      Object.entries(written.tables)
        .map(([file, { rows }]) => `${file}\t${rows}\r\n`)
        .join(''),
    )
    progress(tables.length, tables.length, 'Count.txt')
  })
  zip.end()
  const stream = Readable.from(zip.outputStream)
  zip.once('error', (error: Error) => stream.destroy(error))
  await pipeline(stream, createWriteStream(out))
  return written
}

/** EOIR publishes on the first working days of a month: the folder bears that date. */
export function folderOf(asOf: Day): string {
  const [year = 0, month = 0] = dateText(asOf).split('-').map(Number)
  let on = Math.round(Date.UTC(year, month, 2) / 86400000)
  while ([0, 6].includes((on + 4) % 7)) on += 1
  const [y, m, d] = dateText(on).split('-')
  return `EOIR Case Data ${y}-${m}${d}`
}

const chunk = 1 << 18

/** The bytes of one table, and on the way its account. */
export function* bytesOf(table: Table, scene: Scene, written: Written): Generator<Buffer> {
  const { dirt, seed, asOf } = scene.world
  const lineEnd = table.file === withLineFeeds && dirt > 0 ? '\n' : '\r\n'
  if (lineEnd === '\n') written.dirt['line_feeds_only'] = 1
  const names = table.columns.map(({ name }) => name)
  const stainer = new Stainer(kindsOf(table.file, asOf), names, dirt, random(seed, 3, tables.indexOf(table)))
  const account: Account = { rows: 0, loaded: 0, repaired: 0, rejected: 0, lines: 1 }
  let text = names.join('\t') + lineEnd
  for (const cells of rowsOf(table, scene)) {
    const row = table.trailing === undefined ? fields(table, cells) : fields(table, cells, motionTail(account.rows))
    text += write(row, stainer, account) + lineEnd
    if (text.length < chunk) continue
    yield Buffer.from(text, 'latin1')
    text = ''
  }
  yield Buffer.from(text, 'latin1')
  written.tables[table.file] = account
  for (const [kind, count] of stainer.seen) written.dirt[kind] = (written.dirt[kind] ?? 0) + count
}

function rowsOf(table: Table, scene: Scene): Iterable<Cells> {
  return writers[table.file]?.(scene) ?? lookupRows(table.file, scene)
}

function write(row: string[], stainer: Stainer, account: Account): string {
  const stained = stainer.stain(row)
  account.rows += stained?.rows ?? 1
  account.loaded += (stained?.rows ?? 1) - (stained?.rejected ?? 0)
  account.repaired += stained?.repaired ?? 0
  account.rejected += stained?.rejected ?? 0
  account.lines += (stained?.rows ?? 1) + (stained?.breaks ?? 0)
  return stained?.text ?? row.join('\t')
}
