import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

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
