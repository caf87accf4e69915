import type { Catalog, FactWithSql } from '#catalog'
import type { Engine } from '#engine'
import type { Composer } from './compose.ts'
import { monthNumber, monthsOfDays, never } from './days.ts'
import { type Cube, type CubeColumn, cubeFolder, form } from './format.ts'
import { packMonths } from './months.ts'
import { type Codes, placesIn, rearranged, sortedBy } from './order.ts'
import { type Read, readFact } from './read.ts'
import { type FactSource, openSource } from './source.ts'
import { monthCells, Sums } from './sums.ts'
import { type BuiltFiles, CubeFolder } from './write.ts'

/** The codes of a group sorted by the codes of its dimensions: old code → new code, and the parts in the new order. */
function sortedCodes(composer: Composer): { codes: Uint16Array; parts: number[][] } {
  const parts = composer.parts()
  const olds = Array.from({ length: composer.size }, (_, i) => i).toSorted((a, b) => {
    for (const part of parts) {
      const difference = (part[a] ?? 0) - (part[b] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  })
  const codes = new Uint16Array(olds.length)
  olds.forEach((old, place) => {
    codes[old] = place
  })
  return { codes, parts: parts.map((part) => olds.map((old) => part[old] ?? 0)) }
}

/** The group that rows are sorted by: the one with places in it, else the largest. */
function leading(groups: readonly Composer[], source: FactSource, catalog: Catalog): number {
  const within = groups.findIndex((g) =>
    g.dimensions.some((d) => catalog.dimensions.get(source.dimensions[d]?.id ?? '')?.within !== undefined),
  )
  if (within !== -1) return within
  const largest = Math.max(...groups.map((g) => g.size))
  return groups.findIndex((g) => g.size === largest)
}

/** Rows that are still open first, then by place, then by day. */
function orderOf(read: Read, lead: number, leadCodes: Uint16Array, interval: boolean): Uint32Array {
  const [begin = new Uint16Array(), end] = read.dates
  let order = sortedBy(begin, never + 1, undefined)
  const places = read.groups[lead] ?? begin
  order = sortedBy(mapped(places, leadCodes), leadCodes.length, order)
  if (!interval || end === undefined) return order
  const closed = new Uint16Array(end.length)
  for (let i = 0; i < end.length; i++) closed[i] = end[i] === never ? 0 : 1
  return sortedBy(closed, 2, order)
}

function mapped(column: Uint16Array, codes: Uint16Array): Uint16Array {
  const out = new Uint16Array(column.length)
  for (let i = 0; i < column.length; i++) out[i] = codes[column[i] ?? 0] ?? 0
  return out
}

interface Built {
  readonly id: string
  readonly codes: Codes
  readonly size: number
}

async function writeMonths(
  folder: CubeFolder,
  built: readonly Built[],
  cube: Cube,
  interval: boolean,
  sums: Sums,
): Promise<Cube['months']> {
  const [begin, end] = built.filter((b) => b.id.startsWith('d'))
  const bits = built.find((b) => b.id === cube.conditions.column)
  if (begin === undefined || bits === undefined) throw new Error('a cube without a date')
  const { first, count } = cube.months
  const pieces: Uint8Array[] = []
  const parts: Cube['months']['parts'] = []
  let at = 0
  for (const { id, codes, size } of built.filter((b) => b.id.startsWith('g'))) {
    const counts = sums.months({
      column: codes,
      size,
      bits: { column: bits.codes, of: cube.conditions.bits },
      begin: begin.codes,
      ...(interval && end !== undefined && { end: end.codes }),
      first,
      count,
      conditions: cube.conditions.sql.length,
    })
    counts.forEach((each, condition) => {
      const packed = packMonths(each)
      pieces.push(packed)
      parts.push({ column: id, condition, at, bytes: packed.length })
      at += packed.length
    })
  }
  await folder.write('months.bin', ...pieces)
  return { first, count, parts }
}

function firstMonth(days: Uint16Array): number {
  let first = never
  for (let i = 0; i < days.length; i++) first = Math.min(first, days[i] ?? never)
  return monthsOfDays()[first] ?? 0
}

/** The columns of a fact, their rows at their places and under their codes. */
function arranged(read: Read, places: Uint32Array, sorted: readonly { codes: Uint16Array }[]): Built[] {
  const groups = read.groups.map((column, g): Built => {
    const size = read.composers[g]?.size ?? 1
    return { id: `g${g}`, size, codes: rearranged(column, places, sorted[g]?.codes, size) }
  })
  const dates = read.dates.map(
    (column, d): Built => ({ id: `d${d}`, size: 0, codes: rearranged(column, places, undefined, never + 1) }),
  )
  return [...groups, ...dates]
}

/** What was built of a fact. */
export interface BuiltCube {
  /** Files written, by their path in the build. */
  readonly files: BuiltFiles
  /** Dimension → code → whether a row that can be counted holds it. */
  readonly codes: ReadonlyMap<string, ReadonlyMap<string, boolean>>
}

/** Builds and writes the cube of a fact that stands in the engine as `facts.<id>`; undefined when it has no row to count. */
export async function buildCube(
  engine: Engine,
  fact: FactWithSql,
  catalog: Catalog,
  about: CubeOptions,
): Promise<BuiltCube | undefined> {
  const source = await openSource(engine, fact, catalog, about.asOf)
  if (source === undefined) return undefined
  const read = await readFact(engine, source, catalog)
  const sorted = read.composers.map(sortedCodes)
  const lead = leading(read.composers, source, catalog)
  const interval = fact.shape === 'interval'
  const places = placesIn(orderOf(read, lead, sorted[lead]?.codes ?? new Uint16Array(), interval))
  const built = arranged(read, places, sorted)
  const folder = await CubeFolder.make(cubeFolder(about.folder, fact.id), `cubes/${fact.id}`)
  const columns: CubeColumn[] = []
  const first = firstMonth(read.dates[0] ?? new Uint16Array())
  const count = monthNumber(about.asOf) - first + 1
  const conditions = source.conditions.length
  const sums = await Sums.make(Math.max(...built.map(({ size }) => monthCells({ size, count, conditions }))))
  for (const { id, codes, size } of built) {
    const width = codes instanceof Uint8Array ? 1 : 2
    columns.push({ id, file: `${id}.bin`, width, rows: size === 0 ? [] : sums.rows(codes, size) })
    await folder.write(`${id}.bin`, codes)
  }
  await folder.write('zones.bin', ...built.map((b) => sums.zones(b.codes)))
  const cube = { ...describe(source, read, sorted, columns, about.asOf), months: { first, count, parts: [] } }
  const months = await writeMonths(folder, built, cube, interval, sums)
  await folder.write('cube.json', Buffer.from(JSON.stringify({ ...cube, months })))
  return { files: folder.files, codes: heldCodes(cube) }
}

/** Which codes rows hold, from the rows of each code of a column. */
function heldCodes(cube: Cube): Map<string, Map<string, boolean>> {
  const held = new Map<string, Map<string, boolean>>()
  for (const [id, { codes, column, of }] of Object.entries(cube.dimensions)) {
    const rows = cube.columns.find((c) => c.id === column)?.rows ?? []
    const used = new Set(of.filter((_, code) => (rows[code] ?? 0) > 0))
    held.set(id, new Map(codes.map((code, place) => [code, used.has(place)])))
  }
  return held
}

function describe(
  source: FactSource,
  read: Read,
  sorted: readonly { parts: number[][] }[],
  columns: readonly CubeColumn[],
  asOf: string,
): Cube {
  const dimensions: Cube['dimensions'] = {}
  let conditions: Cube['conditions'] = { sql: [...source.conditions], column: 'g0', bits: [] }
  read.composers.forEach((composer, g) => {
    composer.dimensions.forEach((d, place) => {
      const of = sorted[g]?.parts[place] ?? []
      const dimension = source.dimensions[d]
      if (dimension === undefined)
        conditions = { ...conditions, column: `g${g}`, bits: of.map((set) => read.sets.bits[set] ?? 0) }
      else dimensions[dimension.id] = { codes: [...dimension.codes], column: `g${g}`, of }
    })
  })
  const months = { first: 0, count: 0, parts: [] }
  return {
    form,
    fact: source.fact.id,
    rows: source.rows,
    as_of: asOf,
    columns: [...columns],
    dates: [...source.dates],
    dimensions,
    conditions,
    months,
  }
}

export interface CubeOptions {
  /** The folder of the build. */
  readonly folder: string
  /** `YYYY-MM-DD`; nothing after it is kept. */
  readonly asOf: string
}

/** Builds what answers clicks on facts as they stand in the engine, under `cubes/` of a build. Returns the files written. */
export async function buildCubes(
  engine: Engine,
  catalog: Catalog,
  options: CubeOptions & { readonly facts?: readonly string[] },
): Promise<BuiltFiles> {
  const files: Record<string, BuiltFiles[string]> = {}
  for (const fact of catalog.facts.values()) {
    if (options.facts !== undefined && !options.facts.includes(fact.id)) continue
    Object.assign(files, (await buildCube(engine, fact, catalog, options))?.files)
  }
  return files
}
