import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog, FactWithSql } from '#catalog'
import type { Engine, NumberColumn } from '#engine'
import { Composer, groupDimensions, TooManyCodes } from './compose.ts'
import { monthNumber, monthsOfDays, never } from './days.ts'
import { blockRows, type Cube, type CubeColumn, cubeFolder, form } from './format.ts'
import { countMonths, packMonths } from './months.ts'
import { type Codes, rearranged, rowsOfCodes, sortedBy, zonesOf } from './order.ts'
import { type FactSource, openSource } from './source.ts'

/** Distinct sets of conditions that rows meet; far fewer occur. */
const mostSets = 4096
/** Rows looked at to decide which dimensions share a column. */
const sampleRows = 60_000

/** Gives each set of bits a small number. */
class Sets {
  readonly bits: number[] = []
  readonly #known = new Map<number, number>()
  readonly #codes = new Uint16Array(mostSets)

  numbers(bits: NumberColumn, rows: number): Uint16Array {
    const out = this.#codes.length >= rows ? this.#codes : new Uint16Array(rows)
    let [last, code] = [-1, 0]
    for (let i = 0; i < rows; i++) {
      const set = bits[i] ?? 0
      if (set !== last) {
        last = set
        code = this.#known.get(set) ?? this.#learn(set)
      }
      out[i] = code
    }
    return out
  }

  #learn(set: number): number {
    const code = this.bits.push(set) - 1
    if (code >= mostSets) throw new TooManyCodes()
    this.#known.set(set, code)
    return code
  }
}

/** Columns in the order of the source: groups of dimensions, then dates. */
interface Read {
  readonly composers: readonly Composer[]
  readonly sets: Sets
  readonly groups: readonly Uint16Array[]
  readonly dates: readonly Uint16Array[]
}

async function sampleOf(engine: Engine, source: FactSource): Promise<{ columns: Uint16Array[]; sets: number }> {
  const width = source.dimensions.length + 1
  const parts: Uint16Array[][] = Array.from({ length: width }, () => [])
  const sets = new Sets()
  const percent = Math.max(0.1, (100 * sampleRows) / source.rows)
  const sample =
    source.rows <= 2 * sampleRows ? undefined : `TABLESAMPLE SYSTEM (${percent.toFixed(2)} PERCENT) REPEATABLE (1)`
  await engine.read(source.sql(sample), (columns, rows) => {
    columns.slice(0, width - 1).forEach((c, i) => {
      parts[i]?.push(Uint16Array.from(c))
    })
    parts[width - 1]?.push(sets.numbers(columns[width - 1] ?? new Uint32Array(rows), rows).slice(0, rows))
  })
  return { columns: parts.map(joined), sets: sets.bits.length }
}

function joined(parts: readonly Uint16Array[]): Uint16Array {
  const out = new Uint16Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

async function readColumns(engine: Engine, source: FactSource, groups: readonly (readonly number[])[]): Promise<Read> {
  const width = source.dimensions.length + 1
  const sizes = [...source.dimensions.map((d) => d.codes.length), mostSets]
  const read: Read = {
    composers: groups.map((g) => new Composer(g, sizes)),
    sets: new Sets(),
    groups: groups.map(() => new Uint16Array(source.rows)),
    dates: source.dates.map(() => new Uint16Array(source.rows)),
  }
  let at = 0
  await engine.read(source.sql(), (columns, rows) => {
    const own = [...columns.slice(0, width - 1), read.sets.numbers(columns[width - 1] ?? new Uint32Array(rows), rows)]
    read.composers.forEach((composer, g) => {
      composer.add(own, rows, read.groups[g] ?? new Uint16Array(rows), at)
    })
    read.dates.forEach((dates, d) => {
      dates.set(columns[width + d] ?? [], at)
    })
    at += rows
  })
  return read
}

/** Dimensions that lie within one another: a hearing location within its court. */
function nested(source: FactSource, catalog: Catalog): number[][] {
  const at = (id: string | undefined): number => source.dimensions.findIndex((d) => d.id === id)
  return source.dimensions.flatMap(({ id }, d) => {
    const within = at(catalog.dimensions.get(id)?.within)
    return within === -1 ? [] : [[within, d]]
  })
}

/** Reads the fact with dimensions grouped; where a group turns out to have too many codes, each by itself. */
async function readFact(engine: Engine, source: FactSource, catalog: Catalog): Promise<Read> {
  const { columns, sets } = await sampleOf(engine, source)
  const sizes = [...source.dimensions.map((d) => d.codes.length), Math.max(1, sets)]
  try {
    return await readColumns(engine, source, groupDimensions(sizes, columns, nested(source, catalog)))
  } catch (error) {
    if (!(error instanceof TooManyCodes)) throw error
    return readColumns(
      engine,
      source,
      sizes.map((_, d) => [d]),
    )
  }
}

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
  readonly rows: readonly number[]
}

function bytesOf(codes: Codes | Uint16Array): Uint8Array {
  return new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength)
}

async function writeMonths(
  folder: string,
  built: readonly Built[],
  cube: Cube,
  interval: boolean,
): Promise<Cube['months']> {
  const [begin, end] = built.filter((b) => b.id.startsWith('d'))
  const bits = built.find((b) => b.id === cube.conditions.column)
  if (begin === undefined || bits === undefined) throw new Error('a cube without a date')
  const months = monthsOfDays()
  let first = 65_535
  for (let i = 0; i < begin.codes.length; i++) first = Math.min(first, months[begin.codes[i] ?? 0] ?? first)
  const count = monthNumber(cube.as_of) - first + 1
  const pieces: Uint8Array[] = []
  const parts: Cube['months']['parts'] = []
  let at = 0
  for (const { id, codes, size } of built.filter((b) => b.id.startsWith('g'))) {
    const counts = countMonths({
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
  await writeFile(join(folder, 'months.bin'), Buffer.concat(pieces))
  return { first, count, parts }
}

/** Builds and writes the cube of a fact. */
async function buildCube(engine: Engine, fact: FactWithSql, catalog: Catalog, about: CubeOptions): Promise<string[]> {
  const source = await openSource(engine, fact, catalog, about.asOf)
  if (source === undefined) return []
  const read = await readFact(engine, source, catalog)
  const sorted = read.composers.map(sortedCodes)
  const lead = leading(read.composers, source, catalog)
  const interval = fact.shape === 'interval'
  const order = orderOf(read, lead, sorted[lead]?.codes ?? new Uint16Array(), interval)
  const folder = cubeFolder(about.folder, fact.id)
  await mkdir(folder, { recursive: true })
  const built: Built[] = []
  const columns: CubeColumn[] = []
  const zones: Uint8Array[] = []
  const keep = async (id: string, codes: Codes, size: number, rows: readonly number[]): Promise<void> => {
    built.push({ id, codes, size, rows })
    zones.push(bytesOf(zonesOf(codes, blockRows)))
    const width = codes instanceof Uint8Array ? 1 : 2
    columns.push({ id, file: `${id}.bin`, width, rows: [...rows] })
    await writeFile(join(folder, `${id}.bin`), bytesOf(codes))
  }
  for (const [g, column] of read.groups.entries()) {
    const size = read.composers[g]?.size ?? 1
    const codes = rearranged(column, order, sorted[g]?.codes, size)
    await keep(`g${g}`, codes, size, rowsOfCodes(codes, size))
  }
  for (const [d, column] of read.dates.entries())
    await keep(`d${d}`, rearranged(column, order, undefined, never + 1), 0, [])
  await writeFile(join(folder, 'zones.bin'), Buffer.concat(zones))
  const cube = describe(source, read, sorted, columns, about.asOf)
  const months = await writeMonths(folder, built, cube, interval)
  await writeFile(join(folder, 'cube.json'), JSON.stringify({ ...cube, months }))
  return ['cube.json', 'zones.bin', 'months.bin', ...columns.map((c) => c.file)].map((f) => `cubes/${fact.id}/${f}`)
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

/**
 * Builds what answers clicks on these facts, from the facts as they stand in the engine, under `cubes/` of a build.
 * Returns the files written, from the folder on. Can be called for some facts first and for others later.
 */
export async function buildCubes(
  engine: Engine,
  catalog: Catalog,
  options: CubeOptions & { readonly facts?: readonly string[] },
): Promise<string[]> {
  const files: string[] = []
  for (const fact of catalog.facts.values()) {
    if (options.facts !== undefined && !options.facts.includes(fact.id)) continue
    files.push(...(await buildCube(engine, fact, catalog, options)))
  }
  return files
}
