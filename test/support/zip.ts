import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** Zips by another hand than the reader's: small ones, whole in memory, with every field at a known place. */

export interface ZipMember {
  readonly name: string
  readonly bytes: Buffer
  /** How it lies in the zip; deflated when nothing is said. */
  readonly method?: 'stored' | 'deflated'
  /** Bytes that are packed already, by this method of the format. */
  readonly packed?: { readonly method: number; readonly bytes: Buffer }
  /** Sizes and place stand in Zip64's extra field. */
  readonly zip64?: boolean
  /** Sizes stand behind the bytes, not before them. */
  readonly streamed?: boolean
}

/** Where the parts of one member stand. */
export interface Place {
  readonly name: string
  readonly local: number
  readonly data: number
  readonly dataEnd: number
  readonly central: number
}

export interface BuiltZip {
  readonly bytes: Buffer
  readonly places: readonly Place[]
  readonly directory: number
  readonly end: number
}

const full = 0xffffffff

function fields(...parts: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Buffer {
  const out = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of parts) {
    if (size === 8) out.writeBigUInt64LE(BigInt(value), at)
    else out.writeUIntLE(value, at, size)
    at += size
  }
  return out
}

interface Packed {
  readonly member: ZipMember
  readonly method: number
  readonly data: Buffer
  readonly crc: number
  readonly at: number
}

function pack(member: ZipMember, at: number): Packed {
  const crc = crc32(member.bytes)
  if (member.packed !== undefined) return { member, method: member.packed.method, data: member.packed.bytes, crc, at }
  const stored = member.method === 'stored'
  return { member, method: stored ? 0 : 8, data: stored ? member.bytes : deflateRawSync(member.bytes), crc, at }
}

/** The fields that the two headers of a member share. */
function common({ member, method, data, crc }: Packed, local: boolean): Buffer {
  const later = local && member.streamed === true
  const [packed, plain] = member.zip64 === true ? [full, full] : [data.length, member.bytes.length]
  return fields(
    [2, member.zip64 === true ? 45 : 20],
    [2, member.streamed === true ? 8 : 0],
    [2, method],
    [2, 0],
    [2, 0x5000],
    [4, later ? 0 : crc],
    [4, later ? 0 : packed],
    [4, later ? 0 : plain],
  )
}

function localPart(packed: Packed): Buffer {
  const { member, data, crc } = packed
  const name = Buffer.from(member.name)
  const extra =
    member.zip64 === true ? fields([2, 1], [2, 16], [8, member.bytes.length], [8, data.length]) : Buffer.alloc(0)
  const head = [fields([4, 0x04034b50]), common(packed, true), fields([2, name.length], [2, extra.length])]
  const tail =
    member.streamed === true
      ? fields([4, 0x08074b50], [4, crc], [4, data.length], [4, member.bytes.length])
      : Buffer.alloc(0)
  return Buffer.concat([...head, name, extra, data, tail])
}

function centralPart(packed: Packed): Buffer {
  const { member, data, at } = packed
  const name = Buffer.from(member.name)
  const big = member.zip64 === true
  const extra = big ? fields([2, 1], [2, 24], [8, member.bytes.length], [8, data.length], [8, at]) : Buffer.alloc(0)
  return Buffer.concat([
    fields([4, 0x02014b50], [2, 45]),
    common(packed, false),
    fields([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, 0], [4, big ? full : at]),
    name,
    extra,
  ])
}

function endPart(count: number, directory: number, size: number, zip64: boolean): Buffer {
  const end = (n: number, from: number, bytes: number): Buffer =>
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, bytes], [4, from], [2, 0])
  if (!zip64) return end(count, directory, size)
  const at = directory + size
  return Buffer.concat([
    fields(
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, size],
      [8, directory],
    ),
    fields([4, 0x07064b50], [4, 0], [8, at], [4, 1]),
    end(0xffff, full, full),
  ])
}

/** Writes a zip and tells where its parts are. With `zip64` the end of it has Zip64's form. */
export function buildZip(members: readonly ZipMember[], zip64 = members.some((m) => m.zip64 === true)): BuiltZip {
  const parts: Buffer[] = []
  const packed: Packed[] = []
  let at = 0
  for (const member of members) {
    const each = pack(member, at)
    const part = localPart(each)
    packed.push(each)
    parts.push(part)
    at += part.length
  }
  const directory = at
  const places = packed.map((each): Place => {
    const central = at
    const part = centralPart(each)
    parts.push(part)
    at += part.length
    const extra = each.member.zip64 === true ? 20 : 0
    const data = each.at + 30 + Buffer.byteLength(each.member.name) + extra
    return { name: each.member.name, local: each.at, data, dataEnd: data + each.data.length, central }
  })
  const end = endPart(members.length, directory, at - directory, zip64)
  parts.push(end)
  return { bytes: Buffer.concat(parts), places, directory, end: at + end.length - 22 }
}

/** The members of a plain zip (stored or deflated, no Zip64). */
export function readZip(bytes: Buffer): ZipMember[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  const members: ZipMember[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    const local = bytes.readUInt32LE(at + 42)
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20))
    const plain = bytes.readUInt16LE(at + 10) === 0 ? Buffer.from(packed) : inflateRawSync(packed)
    members.push({ name: bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)), bytes: plain })
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return members
}
