/** Writes values in Thrift's compact protocol, in which Parquet describes itself. */
export type Thrift =
  | { readonly i32: number }
  | { readonly i64: number | bigint }
  | { readonly i8: number }
  | { readonly bool: boolean }
  | { readonly binary: string | Uint8Array }
  | { readonly list: readonly Thrift[] }
  | { readonly struct: Fields }

/** Fields by number, in rising order. */
export type Fields = readonly (readonly [number, Thrift])[]

function varint(value: bigint, out: number[]): void {
  let rest = value
  while (rest > 127n) {
    out.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  out.push(Number(rest))
}

function zigzag(value: number | bigint, out: number[]): void {
  const big = BigInt(value)
  varint(big < 0n ? -big * 2n - 1n : big * 2n, out)
}

function typeOf(value: Thrift): number {
  if ('bool' in value) return value.bool ? 1 : 2
  if ('i8' in value) return 3
  if ('i32' in value) return 5
  if ('i64' in value) return 6
  if ('binary' in value) return 8
  return 'list' in value ? 9 : 12
}

function write(value: Thrift, out: number[]): void {
  if ('i32' in value) zigzag(value.i32, out)
  else if ('i64' in value) zigzag(value.i64, out)
  else if ('i8' in value) out.push(value.i8)
  else if ('binary' in value) {
    const bytes = typeof value.binary === 'string' ? Buffer.from(value.binary) : value.binary
    varint(BigInt(bytes.length), out)
    out.push(...bytes)
  } else if ('list' in value) writeList(value.list, out)
  else if ('struct' in value) writeFields(value.struct, out)
}

function writeList(items: readonly Thrift[], out: number[]): void {
  const type = items[0] === undefined ? 12 : typeOf(items[0])
  if (items.length < 15) out.push((items.length << 4) | type)
  else {
    out.push(0xf0 | type)
    varint(BigInt(items.length), out)
  }
  for (const item of items) write(item, out)
}

function writeFields(fields: Fields, out: number[]): void {
  let last = 0
  for (const [id, value] of fields) {
    const delta = id - last
    last = id
    out.push((delta << 4) | typeOf(value))
    if (!('bool' in value)) write(value, out)
  }
  out.push(0)
}

export function thrift(fields: Fields): Buffer {
  const out: number[] = []
  writeFields(fields, out)
  return Buffer.from(out)
}
