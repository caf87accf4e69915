/** A struct by the numbers of its fields. */
export type Struct = ReadonlyMap<number, Value>
export type Value = number | Buffer | readonly Value[] | Struct

/** Raised when bytes are not what `thrift.ts` writes. */
export class NotThrift extends Error {
  override readonly name = 'NotThrift'
}

/** Reads what `thrift.ts` writes. Numbers of more than 53 bits lose their last digits. */
class Reader {
  readonly #bytes: Buffer
  at: number

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes
    this.at = at
  }

  #byte(): number {
    const byte = this.#bytes[this.at++]
    if (byte === undefined) throw new NotThrift('it ends too early')
    return byte
  }

  #varint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }

  #zigzag(): number {
    const value = this.#varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  #binary(): Buffer {
    const length = this.#varint()
    this.at += length
    if (this.at > this.#bytes.length) throw new NotThrift('it ends too early')
    return this.#bytes.subarray(this.at - length, this.at)
  }

  #list(): Value[] {
    const head = this.#byte()
    const length = head >> 4 === 15 ? this.#varint() : head >> 4
    return Array.from({ length }, () => this.#value(head & 15))
  }

  #value(type: number): Value {
    if (type === 1 || type === 2) return type === 1 ? 1 : 0
    if (type === 3) return this.#byte()
    if (type === 5 || type === 6) return this.#zigzag()
    if (type === 8) return this.#binary()
    if (type === 9) return this.#list()
    if (type === 12) return this.struct()
    throw new NotThrift(`it has a value of type ${type}`)
  }

  struct(): Struct {
    const fields = new Map<number, Value>()
    let id = 0
    for (let head = this.#byte(); head !== 0; head = this.#byte()) {
      id = head >> 4 === 0 ? this.#zigzag() : id + (head >> 4)
      fields.set(id, this.#value(head & 15))
    }
    return fields
  }
}

/** Reads the struct that begins at a place, and says where it ends. Raises NotThrift. */
export function readThrift(bytes: Buffer, at = 0): { readonly struct: Struct; readonly end: number } {
  const reader = new Reader(bytes, at)
  const struct = reader.struct()
  return { struct, end: reader.at }
}

export function numberIn(struct: Struct, id: number): number {
  const value = struct.get(id)
  if (typeof value !== 'number') throw new NotThrift(`field ${id} is no number`)
  return value
}

export function textIn(struct: Struct, id: number): string {
  const value = struct.get(id)
  return Buffer.isBuffer(value) ? value.toString('utf8') : ''
}

export function structIn(struct: Struct, id: number): Struct {
  const value = struct.get(id)
  if (!(value instanceof Map)) throw new NotThrift(`field ${id} is no struct`)
  return value
}

export function structsIn(struct: Struct, id: number): Struct[] {
  const value = struct.get(id)
  const items = Array.isArray(value) ? value : []
  return items.map((item: Value) => {
    if (!(item instanceof Map)) throw new NotThrift(`field ${id} is no list of structs`)
    return item
  })
}
