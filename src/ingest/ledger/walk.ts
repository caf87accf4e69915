import { setImmediate } from 'node:timers/promises'
import { loadKernel } from '../kernel.ts'
import { type EncodedColumn, WrittenParquet } from '../parquet-read.ts'

/** What `src/wasm/match.ts` exports. Sides: 0 is the earlier release, 1 the later one. */
interface MatchKernel {
  readonly memory: WebAssembly.Memory
  begin(columns: number): void
  beginGroup(side: number, rows: number): void
  pageRoom(bytes: number): number
  clearPages(): void
  addColumn(
    side: number,
    index: number,
    kind: number,
    encoding: number,
    page: number,
    dictionary: number,
    entries: number,
  ): void
  addKeys(side: number, encoding: number, page: number, dictionary: number): void
  doubt(key: bigint): void
  walk(): void
  leaveRest(side: number): void
  hasEnded(side: number): number
  changedAt(): number
  masksAt(): number
  changedRows(): number
  leftKeysAt(side: number): number
  leftSumsAt(side: number): number
  leftRows(side: number): number
}

function isMatchKernel(exports: unknown): exports is MatchKernel {
  return typeof exports === 'object' && exports !== null && 'leaveRest' in exports && 'leftSumsAt' in exports
}

/** The kinds of `src/wasm/match.ts` by the physical types of Parquet. */
const kinds = new Map([
  [6, 0],
  [2, 1],
  [1, 2],
  [5, 3],
])
const int64 = 2
/** As many as the kernel has room for. */
const mostRows = 131_072
/** A bit each in a number of the engine. */
const mostColumns = 62
/** Where more rows than this have no counterpart near by, the engine compares: it puts on disk what is too much. */
const mostLeft = 2_000_000

/** The keys of the rows that met a fate. */
export interface Differences {
  readonly added: readonly bigint[]
  readonly vanished: readonly bigint[]
  readonly changed: readonly bigint[]
  /** For each changed row the columns that differ, a bit each in the order of `Walking.columns`. */
  readonly masks: readonly bigint[]
  /** Further changed rows, of which nobody knows yet in which columns: they stand in another order on either side. */
  readonly unsure: readonly bigint[]
}

export interface Walking {
  /** Files of the earlier and of the later release. */
  readonly paths: readonly [string, string]
  readonly key: string
  /** Columns to compare; of the same type on both sides. */
  readonly columns: readonly string[]
  /** Keys that stand on several rows of a side. */
  readonly twice: ReadonlySet<bigint>
  readonly signal?: AbortSignal | undefined
}

/** A file on its way through the kernel. */
class Side {
  readonly #kernel: MatchKernel
  readonly #side: number
  readonly #file: WrittenParquet
  readonly #key: number
  readonly #columns: readonly { readonly at: number; readonly kind: number }[]
  #next = 0

  constructor(kernel: MatchKernel, side: number, file: WrittenParquet, { key, columns }: Walking) {
    this.#kernel = kernel
    this.#side = side
    this.#file = file
    const find = (name: string) => file.columns.get(name) ?? { at: -1, physical: -1 }
    this.#key = find(key).at
    this.#columns = columns.map((name) => ({ at: find(name).at, kind: kinds.get(find(name).physical) ?? -1 }))
  }

  /** Gives the kernel the next row group; false when there is none. */
  load(): boolean {
    const group = this.#next++
    const rows = this.#file.groups[group]?.rows
    if (rows === undefined) return false
    const kernel = this.#kernel
    kernel.beginGroup(this.#side, rows)
    const keys = this.#file.column(group, this.#key)
    kernel.addKeys(this.#side, keys.encoding, ...this.#put(keys))
    for (const [index, { at, kind }] of this.#columns.entries()) {
      const column = this.#file.column(group, at)
      const [page, dictionary] = this.#put(column)
      kernel.addColumn(this.#side, index, kind, column.encoding, page, dictionary, column.dictionary?.size ?? 0)
    }
    return true
  }

  #put({ data, dictionary }: EncodedColumn): [page: number, dictionary: number] {
    const kernel = this.#kernel
    kernel.clearPages()
    const places = [data, dictionary?.bytes ?? Buffer.alloc(0)].map((bytes) => {
      const at = kernel.pageRoom(bytes.length)
      new Uint8Array(kernel.memory.buffer, at, bytes.length).set(bytes)
      return at
    })
    return [places[0] ?? 0, places[1] ?? 0]
  }
}

/** Whether a file has what the kernel needs. */
function isFit(file: WrittenParquet, { key, columns }: Walking): boolean {
  return (
    file.columns.get(key)?.physical === int64 &&
    columns.length <= mostColumns &&
    columns.every((name) => kinds.has(file.columns.get(name)?.physical ?? -1)) &&
    file.groups.every(({ rows }) => rows <= mostRows)
  )
}

/** Rows of a side that the walk left over: the sum of the hashes of their cells by their key. */
type Left = Map<bigint, bigint>

/** Two files on their way through the kernel, and what was found so far. */
class Walk {
  readonly #kernel: MatchKernel
  readonly #sides: readonly [Side, Side]
  readonly #walking: Walking
  readonly #changed: bigint[] = []
  readonly #masks: bigint[] = []
  readonly #left: readonly [Left, Left] = [new Map(), new Map()]

  constructor(kernel: MatchKernel, files: readonly [WrittenParquet, WrittenParquet], walking: Walking) {
    this.#kernel = kernel
    this.#walking = walking
    kernel.begin(walking.columns.length)
    for (const key of walking.twice) kernel.doubt(key)
    this.#sides = [new Side(kernel, 0, files[0], walking), new Side(kernel, 1, files[1], walking)]
  }

  /** Goes through both files; undefined when too many rows have no counterpart near by. */
  async go(): Promise<Differences | undefined> {
    const kernel = this.#kernel
    const more = [true, true]
    while (more[0] || more[1]) {
      // Others may have the thread between row groups.
      await setImmediate()
      this.#walking.signal?.throwIfAborted()
      for (const [side, each] of this.#sides.entries())
        if (more[side] && kernel.hasEnded(side) !== 0) more[side] = each.load()
      if (more[0] && more[1]) kernel.walk()
      else if (more[0]) kernel.leaveRest(0)
      else if (more[1]) kernel.leaveRest(1)
      else break
      this.#collect()
      if (this.#left.some((left) => left.size > mostLeft)) return undefined
    }
    return this.#differences()
  }

  #numbers(at: number, rows: number): BigInt64Array {
    return new BigInt64Array(this.#kernel.memory.buffer, at, rows)
  }

  #collect(): void {
    const kernel = this.#kernel
    for (const key of this.#numbers(kernel.changedAt(), kernel.changedRows())) this.#changed.push(key)
    for (const mask of this.#numbers(kernel.masksAt(), kernel.changedRows())) this.#masks.push(mask)
    for (const [side, left] of this.#left.entries()) {
      const rows = kernel.leftRows(side)
      const sums = this.#numbers(kernel.leftSumsAt(side), rows)
      // Of a key that stands on several rows the first row counts.
      for (const [at, key] of this.#numbers(kernel.leftKeysAt(side), rows).entries())
        if (!left.has(key)) left.set(key, sums[at] ?? 0n)
    }
  }

  #differences(): Differences {
    const [earlier, later] = this.#left
    return {
      added: [...later.keys()].filter((key) => !earlier.has(key)),
      vanished: [...earlier.keys()].filter((key) => !later.has(key)),
      changed: this.#changed,
      masks: this.#masks,
      unsure: [...later].flatMap(([key, sum]) => (earlier.has(key) && earlier.get(key) !== sum ? [key] : [])),
    }
  }
}

/** Compares tables of our own writing, which are read once, side by side, in the order of their rows. */
export class Walker {
  #kernel: MatchKernel | undefined

  /** What differs between two files; undefined when they are not of our own writing, or too unlike in order or in rows. */
  async walk(walking: Walking): Promise<Differences | undefined> {
    const files: WrittenParquet[] = []
    try {
      for (const path of walking.paths) {
        const file = WrittenParquet.open(path)
        if (file === undefined) return undefined
        files.push(file)
      }
      const [earlier, later] = files
      if (earlier === undefined || later === undefined || !files.every((file) => isFit(file, walking))) return undefined
      return await new Walk(await this.#started(), [earlier, later], walking).go()
    } finally {
      for (const file of files) file.close()
    }
  }

  async #started(): Promise<MatchKernel> {
    if (this.#kernel !== undefined) return this.#kernel
    const abort = (): never => {
      throw new Error('the kernel that compares stopped')
    }
    const { exports } = new WebAssembly.Instance(await loadKernel('match.ts'), { env: { abort } })
    if (!isMatchKernel(exports)) throw new Error('src/wasm/match.ts exports something else than expected')
    this.#kernel = exports
    return exports
  }
}
