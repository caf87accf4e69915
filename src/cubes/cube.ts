import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Wanted } from './arena.ts'
import { type Cube, readCube } from './format.ts'
import type { Kept } from './kept.ts'
import { unpackMonths } from './months.ts'
import type { NumberedFact } from './threads.ts'

let next = 0

/** A fact's cube, open for counting. */
export class FactCube implements NumberedFact {
  readonly cube: Cube
  readonly number = next++
  readonly rows: number
  readonly widths: readonly (1 | 2)[]
  readonly zones: Uint16Array
  /** What all keys of its columns and sums begin with. */
  readonly key = `${this.number} `
  readonly #folder: string

  constructor(folder: string, cube: Cube, zones: Uint16Array) {
    this.cube = cube
    this.rows = cube.rows
    this.widths = cube.columns.map((c) => c.width)
    this.zones = zones
    this.#folder = folder
  }

  columnNumber(id: string): number {
    return this.cube.columns.findIndex((c) => c.id === id)
  }

  /** Codes of a column. */
  sizeOf(column: number): number {
    return this.cube.columns[column]?.rows.length ?? 0
  }

  /** A column, to be brought into memory. */
  wanted(column: number): Wanted {
    const { file, width } = this.cube.columns[column] ?? { file: '', width: 1 }
    return {
      key: `${this.key}${column}`,
      bytes: this.rows * width,
      fill: (into) => readInto(join(this.#folder, file), 0, into),
    }
  }

  /** What there was by the end of each month, at `month × size + code`; undefined when it was not counted. */
  months(column: number, condition: number, kept: Kept<Int32Array>): Promise<Int32Array> | undefined {
    const id = this.cube.columns[column]?.id
    const part = this.cube.months.parts.find((p) => p.column === id && p.condition === condition)
    if (part === undefined) return undefined
    return kept.get(`${this.key}${column} ${condition}`, async () => {
      const packed = new Uint8Array(part.bytes)
      await readInto(join(this.#folder, 'months.bin'), part.at, packed)
      return unpackMonths(packed, this.sizeOf(column))
    })
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
export async function openCube(folder: string): Promise<FactCube | undefined> {
  const cube = await readCube(folder)
  if (cube === undefined) return undefined
  const bytes = await readFile(join(folder, 'zones.bin'))
  const zones = new Uint16Array(new SharedArrayBuffer(bytes.length))
  zones.set(new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)))
  return new FactCube(folder, cube, zones)
}
