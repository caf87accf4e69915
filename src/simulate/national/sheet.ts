import { dayTexts, firstDay } from './days.ts'

/** Words as bytes, by number; word 0 is empty. */
export class Words {
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
  readonly list: readonly string[]

  constructor(words: readonly string[]) {
    this.list = ['', ...words]
    this.bytes = Buffer.from(this.list.join(''), 'latin1')
    let end = 0
    this.ends = Uint32Array.from(this.list, (word) => {
      end += word.length
      return end
    })
  }

  get count(): number {
    return this.list.length - 1
  }

  /** The number of a word; 0 if there is none. */
  at(word: string): number {
    return Math.max(0, this.list.indexOf(word))
  }
}

const tab = 9
const midnight = Buffer.from(' 00:00:00.000')

/** Text being written, cell by cell; each cell is followed by a tab until its row ends. */
export class Sheet {
  readonly bytes: Uint8Array
  at = 0
  rowStart = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  reset(): void {
    this.at = 0
    this.rowStart = 0
  }

  /** So many empty cells. */
  none(count = 1): void {
    for (let i = 0; i < count; i += 1) this.bytes[this.at++] = tab
  }

  /** One character, or an empty cell for 0. */
  letter(code: number): void {
    if (code !== 0) this.bytes[this.at++] = code
    this.bytes[this.at++] = tab
  }

  word(words: Words, i: number): void {
    const { bytes, ends } = words
    const end = ends[i] ?? 0
    let at = this.at
    for (let p = i === 0 ? 0 : (ends[i - 1] ?? 0); p < end; p += 1) this.bytes[at++] = bytes[p] ?? 0
    this.bytes[at++] = tab
    this.at = at
  }

  /** A whole number from 0. */
  int(value: number): void {
    let size = 1
    for (let power = 10; power <= value; power *= 10) size += 1
    let rest = value
    for (let p = this.at + size - 1; p >= this.at; p -= 1) {
      const tenth = Math.floor(rest / 10)
      this.bytes[p] = 48 + rest - tenth * 10
      rest = tenth
    }
    this.at += size
    this.bytes[this.at++] = tab
  }

  /** A number with so many digits. */
  digits(value: number, size: number): void {
    let rest = value
    for (let p = this.at + size - 1; p >= this.at; p -= 1) {
      const tenth = Math.floor(rest / 10)
      this.bytes[p] = 48 + rest - tenth * 10
      rest = tenth
    }
    this.at += size
    this.bytes[this.at++] = tab
  }

  #day(of: number): void {
    let from = (of - firstDay) * 10
    for (const end = from + 10; from < end; from += 1) this.bytes[this.at++] = dayTexts[from] ?? 48
  }

  /** EOIR's date-time at midnight; a negative 1e6 and less is an empty cell. */
  date(of: number): void {
    if (of > -1e6) {
      this.#day(of)
      for (let i = 0; i < 13; i += 1) this.bytes[this.at++] = midnight[i] ?? 0
    }
    this.bytes[this.at++] = tab
  }

  /** A date-time in the working hours, its time drawn from 32 bits. */
  moment(of: number, bits: number): void {
    if (of > -1e6) {
      this.#day(of)
      const millisecond = bits % 32_400_000
      this.bytes[this.at++] = 32
      const second = Math.floor(millisecond / 1000)
      this.#two(8 + Math.floor(second / 3600), 58)
      this.#two(Math.floor(second / 60) % 60, 58)
      this.#two(second % 60, 46)
      this.digits(Math.floor((millisecond % 1000) / 10) * 10, 3)
    } else this.bytes[this.at++] = tab
  }

  /** A time of day, HHMM, drawn from 32 bits. */
  time(bits: number): void {
    const minute = bits % 540
    this.digits((8 + Math.floor(minute / 60)) * 100 + (minute % 60), 4)
  }

  #two(value: number, then: number): void {
    this.bytes[this.at++] = 48 + Math.floor(value / 10)
    this.bytes[this.at++] = 48 + (value % 10)
    this.bytes[this.at++] = then
  }

  /** The row ends: its last tab becomes a line end. */
  end(): void {
    this.bytes[this.at - 1] = 13
    this.bytes[this.at++] = 10
    this.rowStart = this.at
  }

  /** The row so far, without its line end, as Latin-1. */
  text(from: number, to: number): string {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, to - from).toString('latin1')
  }

  /** Puts other text in the place of what follows `from`. */
  replace(from: number, text: string): void {
    const { buffer, byteOffset, byteLength } = this.bytes
    this.at = from + Buffer.from(buffer, byteOffset, byteLength).write(text, from, 'latin1')
    this.rowStart = this.at
  }
}

/** Stands for an absent date. */
export const never = -1e7
