import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { type Column, table } from '#catalog'
import { loadKernel } from '../kernel.ts'
import { writeNumbers } from '../parquet.ts'
import { FileReader } from '../read-table.ts'
import { Walker } from './walk.ts'

const column = (name: string, type: Column['type']): Column => ({ name, type, about: '' })
const thing = table({
  id: 'thing',
  file: 'Thing',
  kind: 'core',
  required: ['ID'],
  key: ['ID'],
  about: '',
  columns: [
    column('ID', 'integer'),
    column('NAME', 'string'),
    column('CODE', 'code'),
    column('NUMBER', 'integer'),
    column('AT', 'datetime'),
    column('DAY', 'date'),
    column('FLAG', 'bit'),
    column('SHARE', 'decimal'),
  ],
})
const compared = thing.columns.slice(1).map(({ name }) => name)

const folder = mkdtempSync(join(tmpdir(), 'walk-'))
afterAll(() => rmSync(folder, { recursive: true }))
const reader = new FileReader(await loadKernel('rows.ts'))
const walker = new Walker()
let made = 0

/** A row: its key and its other cells as they are written. */
type Row = readonly [key: number, ...cells: string[]]

async function written(rows: readonly Row[]): Promise<string> {
  const path = join(folder, `${++made}.parquet`)
  const lines = [thing.columns.map(({ name }) => name), ...rows].map((cells) => `${cells.join('\t')}\r\n`)
  const odd: string[] = []
  await reader.read({
    table: thing,
    file: 'Thing.csv',
    path,
    pieces: Readable.from([Buffer.from(lines.join(''))]),
    log: {
      repaired: ({ repair }) => odd.push(repair),
      rejected: ({ reason }) => odd.push(reason),
      unreadable: ({ raw }) => odd.push(raw),
    },
  })
  expect(odd).toEqual([])
  return path
}

/** The first row of each key. */
function firstRows(rows: readonly Row[]): Map<number, Row> {
  return new Map(rows.toReversed().map((row) => [row[0], row]))
}

function keysTwice(rows: readonly Row[]): bigint[] {
  const seen = new Set<number>()
  return rows.flatMap(([key]) => (seen.size === seen.add(key).size ? [BigInt(key)] : []))
}

/** Changed rows as `key: columns`, in the order of the keys; of those that are not sure the columns are left out. */
async function found(earlier: readonly Row[], later: readonly Row[]) {
  const paths = [await written(earlier), await written(later)] as const
  const twice = new Set([...keysTwice(earlier), ...keysTwice(later)])
  const result = await walker.walk({ paths, key: 'ID', columns: compared, twice })
  if (result === undefined) throw new Error('the files were not walked through')
  const sorted = (keys: readonly bigint[]) => keys.map(Number).toSorted((a, b) => a - b)
  const columns = result.masks.map((mask) => compared.filter((_, at) => (mask >> BigInt(at)) & 1n).join())
  return {
    added: sorted(result.added),
    vanished: sorted(result.vanished),
    changed: sorted([...result.changed, ...result.unsure]),
    columns: new Map(result.changed.map((key, at) => [Number(key), columns[at]])),
  }
}

/** The same by looking at the text of the cells. */
function expected(earlier: readonly Row[], later: readonly Row[]) {
  const [was, is] = [firstRows(earlier), firstRows(later)]
  const sorted = (keys: Iterable<number>) => [...keys].toSorted((a, b) => a - b)
  const differing = (key: number): string => {
    const [old, now] = [was.get(key) ?? [], is.get(key) ?? []]
    return compared.filter((_, at) => old[at + 1] !== now[at + 1]).join()
  }
  const changed = sorted(is.keys()).filter((key) => was.has(key) && differing(key) !== '')
  return {
    added: sorted(is.keys()).filter((key) => !was.has(key)),
    vanished: sorted(was.keys()).filter((key) => !is.has(key)),
    changed,
    columns: new Map(changed.map((key) => [key, differing(key)])),
  }
}

async function expectFound(earlier: readonly Row[], later: readonly Row[]): Promise<void> {
  const [ours, theirs] = [await found(earlier, later), expected(earlier, later)]
  expect({ ...ours, columns: undefined }).toEqual({ ...theirs, columns: undefined })
  for (const [key, columns] of ours.columns) expect({ key, columns }).toEqual({ key, columns: theirs.columns.get(key) })
}

const cells = fc.tuple(
  fc.constantFrom('', 'A', 'B', 'a name of more than eight', 'a name of more than nine', 'eight ch'),
  fc.constantFrom('', 'LOS', 'DEN'),
  fc.constantFrom('', '0', '1', '-1', '999999999999999999', '-999999999999999999'),
  fc.constantFrom('', '2012-01-05 10:00:00', '2012-01-05 10:00:00.000001', '1969-12-31'),
  fc.constantFrom('', '2012-01-05', '1900-01-01', '2925-01-01'),
  fc.constantFrom('', '0', '1'),
  fc.constantFrom('', '0.5', '-2', '1e3'),
)
const row = fc.tuple(fc.integer({ min: 0, max: 60 }), cells).map(([key, rest]): Row => [key, ...rest])
const rows = fc.array(row, { minLength: 1, maxLength: 80 })

test('what differs is found, whatever the order, the keys and the cells', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, async (earlier, later) => expectFound(earlier, later)),
    { numRuns: 150 },
  )
})

test('a few rows are added, taken away, changed and moved in a file that else stays as it is', async () => {
  const edits = fc.array(fc.tuple(fc.nat(299), fc.constantFrom('drop', 'change', 'swap', 'repeat'), cells), {
    maxLength: 12,
  })
  const all = fc.array(cells, { minLength: 300, maxLength: 300 })
  await fc.assert(
    fc.asyncProperty(all, edits, edits, async (start, first, second) => {
      const [earlier, later] = [first, second].map((changes) => {
        const made = start.map((rest, at): Row => [at * 3, ...rest])
        for (const [at, edit, rest] of changes) {
          const [one, other] = [made[at], made[(at * 7) % made.length]]
          if (one === undefined || other === undefined) continue
          if (edit === 'drop') made.splice(at, 1)
          else if (edit === 'change') made[at] = [one[0], ...rest]
          else if (edit === 'repeat') made.splice(at, 0, [other[0], ...rest])
          else [made[at], made[(at * 7) % made.length]] = [other, one]
        }
        return made
      })
      await expectFound(earlier ?? [], later ?? [])
    }),
    { numRuns: 60 },
  )
})

test('row groups may begin at other rows: 300,000 rows, of which some are gone and some are new', {
  timeout: 60_000,
}, async () => {
  const at = (key: number, name: string): Row => [
    key,
    name,
    'LOS',
    `${key * 7}`,
    '2012-01-05 10:00:00',
    '',
    `${key % 2}`,
    '',
  ]
  const all = Array.from({ length: 300_000 }, (_, key) => key)
  const earlier = all
    .filter((key) => key % 997 !== 3 && (key < 70_000 || key > 70_400))
    .map((key) => at(key, `N${key % 50_000}`))
  const later = all
    .filter((key) => key % 883 !== 4 && key > 10)
    .map((key) => at(key, key % 401 === 5 ? 'other' : `N${key % 50_000}`))
  await expectFound(earlier, later)
})

test('nought is nought, whatever its sign; the same number written in two ways does not differ', async () => {
  const earlier: Row[] = [[1, '', '', '7', '', '2012-01-05', '', '-0.0']]
  const later: Row[] = [[1, '', '', '007', '', '2012-01-05', '', '0']]
  expect(await found(earlier, later)).toMatchObject({ added: [], vanished: [], changed: [] })
})

test('a table without rows has lost all or gained all', async () => {
  const some: Row[] = [[5, 'A', '', '', '', '', '', '']]
  expect(await found([], some)).toMatchObject({ added: [5], vanished: [], changed: [] })
  expect(await found(some, [])).toMatchObject({ added: [], vanished: [5], changed: [] })
})

test('a file in which the key is another kind of thing, or that lacks a column, is left to the engine', async () => {
  const path = join(folder, 'numbers.parquet')
  writeNumbers(path, { ID: [1n], OTHER: [2n] })
  const paths = [await written([[1, 'A', '', '', '', '', '', '']]), path] as const
  const twice = new Set<bigint>()
  expect(await walker.walk({ paths, key: 'ID', columns: ['NAME'], twice })).toBeUndefined()
  expect(await walker.walk({ paths: [paths[0], paths[0]], key: 'NAME', columns: ['CODE'], twice })).toBeUndefined()
})
