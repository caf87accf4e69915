import type { Catalog } from '#catalog'
import type { Engine, NumberColumn } from '#engine'
import { Composer, groupDimensions, TooManyCodes } from './compose.ts'
import type { FactSource } from './source.ts'

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
export interface Read {
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
export async function readFact(engine: Engine, source: FactSource, catalog: Catalog): Promise<Read> {
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
