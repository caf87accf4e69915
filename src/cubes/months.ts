import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { monthsOfDays, never } from './days.ts'
import type { Codes } from './order.ts'

/** Changes by month: rows that begin count one, rows that end count minus one. */
export interface MonthSource {
  readonly column: Codes
  /** Codes of the column. */
  readonly size: number
  /** Bits of the conditions that each row meets, by the code of another column. */
  readonly bits: { readonly column: Codes; readonly of: readonly number[] }
  /** Day on which a row counts, and for intervals the day on which it stops. */
  readonly begin: Codes
  readonly end?: Codes
  readonly first: number
  readonly count: number
  readonly conditions: number
}

/** Bits as lists of their places. */
function lists(of: readonly number[]): Uint8Array[] {
  return of.map((bits) => Uint8Array.from(Array.from({ length: 30 }, (_, i) => i).filter((i) => (bits >>> i) & 1)))
}

/** For each condition: month × code → rows, less those that ended; for intervals, last, all rows that began. */
export function countMonths(source: MonthSource): Int32Array[] {
  const { column, size, bits, first, count, conditions } = source
  const months = monthsOfDays()
  const met = lists(bits.of)
  const out = Array.from({ length: conditions }, () => new Int32Array(size * count))
  const add = (days: Codes, by: number): void => {
    for (let i = 0; i < days.length; i++) {
      const day = days[i] ?? never
      if (day === never) continue
      const at = ((months[day] ?? 0) - first) * size + (column[i] ?? 0)
      const places = met[bits.column[i] ?? 0] ?? []
      for (let j = 0; j < places.length; j++) {
        const counts = out[places[j] ?? 0]
        if (counts !== undefined) counts[at] = (counts[at] ?? 0) + by
      }
    }
  }
  add(source.begin, 1)
  if (source.end === undefined) return out
  const begun = out[0]?.slice() ?? new Int32Array(size * count)
  add(source.end, -1)
  return [...out, begun]
}

/** Packs counts for the disk. */
export function packMonths(counts: Int32Array): Uint8Array {
  return zstdCompressSync(new Uint8Array(counts.buffer, counts.byteOffset, counts.byteLength))
}

/** Unpacks counts and sums them over time: at `month × size + code` stands what there was by the end of that month. */
export function unpackMonths(packed: Uint8Array, size: number): Int32Array {
  const bytes = zstdDecompressSync(packed)
  const counts = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  for (let i = size; i < counts.length; i++) counts[i] = (counts[i] ?? 0) + (counts[i - size] ?? 0)
  return counts
}
