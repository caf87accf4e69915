import type { FileHandle } from 'node:fs/promises'

function times(matrix: Uint32Array, vector: number): number {
  let sum = 0
  for (let i = 0, bits = vector >>> 0; bits !== 0; i += 1, bits >>>= 1) if (bits & 1) sum ^= matrix[i] ?? 0
  return sum >>> 0
}

function square(matrix: Uint32Array): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(matrix, (row) => times(matrix, row))
}

/** What so many zero bytes do to a CRC-32: 1, 2, 4, … of them. */
const zeros: Uint32Array[] = []
for (
  let n = 0, bits = Uint32Array.from({ length: 32 }, (_, i) => (i === 0 ? 0xedb88320 : 1 << (i - 1)));
  n < 43;
  n += 1
) {
  if (n >= 3) zeros.push(bits)
  bits = square(bits)
}

/** CRC-32 of two texts in a row, from those of each and the length of the second. */
export function joinCrc(first: number, second: number, length: number): number {
  let crc = first
  for (let n = 0, rest = length; rest > 0; n += 1, rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) crc = times(zeros[n] ?? new Uint32Array(32), crc)
  }
  return (crc ^ second) >>> 0
}

interface Member {
  readonly name: Buffer
  readonly at: number
  crc: number
  packed: number
  size: number
}

const huge = 0xffffffff
/** Extra field of 16 bytes, where the sizes go if they need 64 bits; else it is padding under a number of no meaning. */
const room = 20

/** A zip written member by member, each from stretches of deflated bytes; 64-bit where a size or a place needs it. */
export class Archive {
  readonly #file: FileHandle
  readonly #stamp: readonly [time: number, date: number]
  readonly #members: Member[] = []
  #at = 0

  constructor(file: FileHandle, stamp: Date) {
    this.#file = file
    const date = ((stamp.getFullYear() - 1980) << 9) | ((stamp.getMonth() + 1) << 5) | stamp.getDate()
    this.#stamp = [(stamp.getHours() << 11) | (stamp.getMinutes() << 5), date]
  }

  get size(): number {
    return this.#at
  }

  async begin(path: string): Promise<void> {
    const member: Member = { name: Buffer.from(path), at: this.#at, crc: 0, packed: 0, size: 0 }
    this.#members.push(member)
    await this.#put(this.#local(member))
  }

  /** Adds deflated bytes that end on a byte border; `crc` and `size` are those of the text. */
  async add(parts: readonly Uint8Array[], crc: number, size: number): Promise<void> {
    const member = this.#last()
    for (const part of parts) {
      await this.#put(part)
      member.packed += part.length
    }
    member.crc = joinCrc(member.crc, crc, size)
    member.size += size
  }

  /** Closes the deflated bytes and writes sizes into the header of the member. */
  async end(): Promise<void> {
    const member = this.#last()
    const close = Buffer.from([3, 0])
    await this.#put(close)
    member.packed += close.length
    const header = this.#local(member)
    await this.#file.write(header, 0, header.length, member.at)
  }

  #last(): Member {
    const member = this.#members.at(-1)
    if (member === undefined) throw new RangeError('no member begun')
    return member
  }

  async #put(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }

  #fixed(head: Buffer, from: number, member: Member, isLarge: boolean): void {
    head.writeUInt16LE(isLarge ? 45 : 20, from)
    head.writeUInt16LE(8, from + 4)
    head.writeUInt16LE(this.#stamp[0], from + 6)
    head.writeUInt16LE(this.#stamp[1], from + 8)
    head.writeUInt32LE(member.crc, from + 10)
    head.writeUInt32LE(isLarge ? huge : member.packed, from + 14)
    head.writeUInt32LE(isLarge ? huge : member.size, from + 18)
    head.writeUInt16LE(member.name.length, from + 22)
  }

  #local(member: Member): Buffer {
    const isLarge = member.packed >= huge || member.size >= huge
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    this.#fixed(head, 4, member, isLarge)
    head.writeUInt16LE(room, 28)
    const extra = Buffer.alloc(room)
    extra.writeUInt16LE(isLarge ? 1 : 0x4f44, 0)
    extra.writeUInt16LE(room - 4, 2)
    if (isLarge) {
      extra.writeBigUInt64LE(BigInt(member.size), 4)
      extra.writeBigUInt64LE(BigInt(member.packed), 12)
    }
    return Buffer.concat([head, member.name, extra])
  }

  #central(member: Member): Buffer {
    const isLarge = member.packed >= huge || member.size >= huge
    const isFar = member.at >= huge
    const wide = [...(isLarge ? [member.size, member.packed] : []), ...(isFar ? [member.at] : [])]
    const extra = Buffer.alloc(wide.length === 0 ? 0 : 4 + wide.length * 8)
    if (wide.length > 0) {
      extra.writeUInt16LE(1, 0)
      extra.writeUInt16LE(wide.length * 8, 2)
      wide.forEach((value, i) => {
        extra.writeBigUInt64LE(BigInt(value), 4 + i * 8)
      })
    }
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(45, 4)
    this.#fixed(head, 6, member, isLarge || isFar)
    if (isFar && !isLarge) {
      head.writeUInt32LE(member.packed, 20)
      head.writeUInt32LE(member.size, 24)
    }
    head.writeUInt16LE(extra.length, 30)
    head.writeUInt32LE(isFar ? huge : member.at, 42)
    return Buffer.concat([head, member.name, extra])
  }

  /** Writes the directory. */
  async close(): Promise<void> {
    const from = this.#at
    for (const member of this.#members) await this.#put(this.#central(member))
    const size = this.#at - from
    const count = this.#members.length
    if (from >= huge) {
      const wide = Buffer.alloc(76)
      wide.writeUInt32LE(0x06064b50, 0)
      wide.writeBigUInt64LE(44n, 4)
      wide.writeUInt16LE(45, 12)
      wide.writeUInt16LE(45, 14)
      wide.writeBigUInt64LE(BigInt(count), 24)
      wide.writeBigUInt64LE(BigInt(count), 32)
      wide.writeBigUInt64LE(BigInt(size), 40)
      wide.writeBigUInt64LE(BigInt(from), 48)
      wide.writeUInt32LE(0x07064b50, 56)
      wide.writeBigUInt64LE(BigInt(this.#at), 64)
      wide.writeUInt32LE(1, 72)
      await this.#put(wide)
    }
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(count, 8)
    end.writeUInt16LE(count, 10)
    end.writeUInt32LE(size, 12)
    end.writeUInt32LE(Math.min(from, huge), 16)
    await this.#put(end)
  }
}
