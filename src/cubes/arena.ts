import { dayRoom } from './day-kernel.ts'
import { firstRoom, room, sharedMemory } from './kernel.ts'

/** A column on its way into memory, or there. */
interface Held {
  readonly address: number
  readonly bytes: number
  readonly ready: Promise<void>
  users: number
}

/** A column that is wanted in memory. */
export interface Wanted {
  /** Tells columns of all facts of all releases apart. */
  readonly key: string
  readonly bytes: number
  fill(into: Uint8Array): Promise<void>
}

const align = 64
/** The kernel reads a little beyond the end of a column. */
const beyond = 128

/**
 * The memory that threads share: a room for each of them, and columns of facts. Columns that nobody uses give way, those
 * unused for longest first, so that all together never take more than they may.
 */
export class Arena {
  readonly memory: WebAssembly.Memory
  /** First byte of the room of each thread; the last one is that of the thread that asks. */
  readonly rooms: readonly number[]
  /** First byte of the room in which each thread counts days; the thread that asks has none. */
  readonly dayRooms: readonly number[]
  readonly #begin: number
  readonly #end: number
  /** The column used longest ago first. */
  readonly #held = new Map<string, Held>()
  #waiting: (() => void)[] = []

  /** Pages take memory only once they are written. */
  constructor(threads: number, bytes: number) {
    this.rooms = Array.from({ length: threads + 1 }, (_, i) => firstRoom + i * room)
    const behind = firstRoom + this.rooms.length * room
    this.dayRooms = Array.from({ length: threads }, (_, i) => behind + i * dayRoom)
    this.#begin = behind + threads * dayRoom
    this.#end = this.#begin + bytes
    this.memory = sharedMemory(this.#end + beyond)
  }

  /** Whether columns of so many bytes can be in memory together. */
  fits(columns: readonly { readonly bytes: number }[]): boolean {
    return columns.reduce((n, c) => n + padded(c.bytes), 0) <= this.#end - this.#begin
  }

  /** Uses columns, all of them in memory; `use` gets their addresses in order. */
  async using<T>(columns: readonly Wanted[], use: (addresses: readonly number[]) => Promise<T>): Promise<T> {
    let held = this.#hold(columns) ?? this.#holdAnew(columns)
    while (held === undefined) {
      await new Promise<void>((done) => this.#waiting.push(done))
      held = this.#hold(columns) ?? this.#holdAnew(columns)
    }
    const ready = held.map((h) => h.ready)
    try {
      await Promise.all(ready)
      return await use(held.map((h) => h.address))
    } finally {
      // A place is given away only when nothing is being written to it.
      await Promise.allSettled(ready)
      for (const each of held) each.users--
      this.#wake()
    }
  }

  /** Forgets the columns of a fact. */
  forget(prefix: string): void {
    for (const [key, held] of this.#held) if (key.startsWith(prefix) && held.users === 0) this.#held.delete(key)
  }

  /** All columns or none: whoever holds a part and waits for the rest could wait for ever. */
  #hold(columns: readonly Wanted[]): Held[] | undefined {
    const there = columns.map((c) => this.#held.get(c.key))
    for (const held of there) if (held !== undefined) held.users++
    const placed: Held[] = []
    for (const [i, column] of columns.entries()) {
      const held = there[i] ?? this.#place(column)
      if (held === undefined) {
        for (const each of there) if (each !== undefined) each.users--
        for (const each of placed) if (!there.includes(each)) this.#leaveWhenFilled(each)
        return undefined
      }
      placed.push(held)
      this.#held.delete(column.key)
      this.#held.set(column.key, held)
    }
    return placed
  }

  /** What was begun for nothing is still being written; until then its place is nobody else's. */
  #leaveWhenFilled(held: Held): void {
    const leave = (): void => {
      held.users--
      this.#wake()
    }
    held.ready.then(leave, leave)
  }

  #wake(): void {
    for (const done of this.#waiting.splice(0)) done()
  }

  /** Where nobody uses anything, gaps alone can be in the way: all is let go and read again. */
  #holdAnew(columns: readonly Wanted[]): Held[] | undefined {
    if ([...this.#held.values()].some((held) => held.users > 0)) return undefined
    this.#held.clear()
    const held = this.#hold(columns)
    if (held === undefined) throw new Error('more columns are asked for than memory was given for')
    return held
  }

  #place({ key, bytes, fill }: Wanted): Held | undefined {
    const address = this.#free(padded(bytes))
    if (address === undefined) return undefined
    const ready = fill(new Uint8Array(this.memory.buffer, address, bytes))
    const held: Held = { address, bytes, ready, users: 1 }
    this.#held.set(key, held)
    ready.catch(() => this.#held.delete(key))
    return held
  }

  /** The first gap that is large enough; makes one where that is possible. */
  #free(bytes: number): number | undefined {
    for (;;) {
      const taken = [...this.#held.values()].toSorted((a, b) => a.address - b.address)
      let at = this.#begin
      for (const { address, bytes: size } of taken) {
        if (address - at >= bytes) return at
        at = address + padded(size)
      }
      if (this.#end - at >= bytes) return at
      const idle = [...this.#held].find(([, held]) => held.users === 0)
      if (idle === undefined) return undefined
      this.#held.delete(idle[0])
    }
  }
}

function padded(bytes: number): number {
  return (bytes + beyond + align - 1) & -align
}
