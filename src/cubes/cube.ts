import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Cube, readCube } from './format.ts'
import { type Layout, layoutOf, sharedMemory, startScanKernel } from './kernel.ts'
import { unpackMonths } from './months.ts'
import { Scanner } from './scan.ts'
import type { SharedFact } from './threads.ts'

let next = 0

/** Who keeps account of the memory that cubes take. */
export interface Holder {
  took(cube: FactCube, bytes: number): void
  gave(cube: FactCube): void
}

/** A fact's cube, open for counting. Its columns are read when they are first needed. */
export class FactCube {
  readonly cube: Cube
  readonly number = next++
  /** Least and greatest code of each block, column by column. */
  readonly zones: Uint16Array
  readonly #folder: string
  readonly #layout: Layout
  readonly #holder: Holder
  #memory: WebAssembly.Memory | undefined
  #loaded = new Map<number, Promise<void>>()
  #months = new Map<string, Promise<Int32Array>>()
  #scanner: Scanner | undefined

  constructor(folder: string, cube: Cube, zones: Uint16Array, threads: number, holder: Holder) {
    this.cube = cube
    this.zones = zones
    this.#folder = folder
    this.#holder = holder
    // One room more than threads: the last one is that of the thread that asks.
    this.#layout = layoutOf(
      cube.rows,
      cube.columns.map((c) => c.width),
      threads + 1,
    )
  }

  columnNumber(id: string): number {
    return this.cube.columns.findIndex((c) => c.id === id)
  }

  /** Codes of a column. */
  sizeOf(column: number): number {
    return this.cube.columns[column]?.rows.length ?? 0
  }

  /** Brings columns into memory. */
  async load(columns: Iterable<number>): Promise<void> {
    await Promise.all([...columns].map((column) => this.#loadOnce(column)))
  }

  shared(): SharedFact {
    return { cube: this.number, memory: this.#open(), layout: this.#layout, zones: this.zones }
  }

  /** A scanner for small counts in the thread that asks. */
  scanner(module: WebAssembly.Module): Scanner {
    const memory = this.#open()
    this.#scanner ??= new Scanner(
      startScanKernel(module, memory),
      memory,
      this.#layout,
      this.zones,
      this.#layout.rooms.length - 1,
    )
    return this.#scanner
  }

  /** What there was by the end of each month, at `month × size + code`; undefined when it was not counted. */
  months(column: number, condition: number): Promise<Int32Array> | undefined {
    const id = this.cube.columns[column]?.id
    const part = this.cube.months.parts.find((p) => p.column === id && p.condition === condition)
    if (part === undefined) return undefined
    const key = `${column} ${condition}`
    const known = this.#months.get(key) ?? this.#readMonths(part, this.sizeOf(column))
    this.#months.set(key, known)
    known.catch(() => this.#months.delete(key))
    return known
  }

  /** Gives all memory back; what is asked afterwards is read again. */
  drop(): void {
    this.#holder.gave(this)
    this.#memory = undefined
    this.#scanner = undefined
    this.#loaded = new Map()
    this.#months = new Map()
  }

  #open(): WebAssembly.Memory {
    this.#memory ??= sharedMemory(this.#layout.bytes)
    return this.#memory
  }

  #loadOnce(column: number): Promise<void> {
    const known = this.#loaded.get(column) ?? this.#read(column)
    this.#loaded.set(column, known)
    known.catch(() => this.#loaded.delete(column))
    return known
  }

  async #read(column: number): Promise<void> {
    const { file } = this.cube.columns[column] ?? { file: '' }
    const { address, width } = this.#layout.columns[column] ?? { address: 0, width: 1 }
    const bytes = this.cube.rows * width
    await readInto(join(this.#folder, file), 0, new Uint8Array(this.#open().buffer, address, bytes))
    this.#holder.took(this, bytes)
  }

  async #readMonths(part: { at: number; bytes: number }, size: number): Promise<Int32Array> {
    const packed = new Uint8Array(part.bytes)
    await readInto(join(this.#folder, 'months.bin'), part.at, packed)
    const months = unpackMonths(packed, size)
    this.#holder.took(this, months.byteLength)
    return months
  }
}

/** Fills a place in memory from a file. */
async function readInto(path: string, from: number, into: Uint8Array): Promise<void> {
  const file = await open(path)
  try {
    let at = 0
    while (at < into.length) {
      const { bytesRead } = await file.read(into, at, into.length - at, from + at)
      if (bytesRead === 0) throw new Error(`this file is shorter than it should be: ${path}`)
      at += bytesRead
    }
  } finally {
    await file.close()
  }
}

/** Opens the cube in a folder; undefined when there is none. Reads little. */
export async function openCube(folder: string, threads: number, holder: Holder): Promise<FactCube | undefined> {
  const cube = await readCube(folder)
  if (cube === undefined) return undefined
  const bytes = await readFile(join(folder, 'zones.bin'))
  const zones = new Uint16Array(new SharedArrayBuffer(bytes.length))
  zones.set(new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)))
  return new FactCube(folder, cube, zones, threads, holder)
}
