import { readSync } from 'node:fs'
import { loadKernel } from './kernel.ts'

/** What `src/wasm/inflate.ts` exports. */
interface InflateExports {
  readonly memory: WebAssembly.Memory
  readonly outcome: WebAssembly.Global
  begin(method: number): void
  inflate(): number
  pieceAt(): number
}

const damaged = 2

/** Compressed bytes in an open file. */
export interface Stretch {
  readonly fd: number
  readonly from: number
  readonly bytes: number
}

/** Inflates one stretch after another; reads the disk as it needs to. */
class Inflater {
  readonly #kernel: InflateExports
  #fd = -1
  #at = 0
  #left = 0

  constructor(module: WebAssembly.Module) {
    const feed = (at: number, most: number): number => this.#feed(at, most)
    const instance = new WebAssembly.Instance(module, { host: { feed }, env: { abort: () => undefined } })
    this.#kernel = instance.exports as InflateExports
  }

  #feed(at: number, most: number): number {
    const wanted = Math.min(most, this.#left)
    const got = readSync(this.#fd, new Uint8Array(this.#kernel.memory.buffer, at, wanted), 0, wanted, this.#at)
    this.#at += got
    this.#left -= got
    return got
  }

  *pieces({ fd, from, bytes }: Stretch, method: number): Generator<Buffer> {
    const kernel = this.#kernel
    this.#fd = fd
    this.#at = from
    this.#left = bytes
    kernel.begin(method)
    do {
      const length = kernel.inflate()
      if (kernel.outcome.value === damaged) throw new Error('its bytes are no packed text')
      yield Buffer.from(kernel.memory.buffer, kernel.pieceAt(), length)
    } while (kernel.outcome.value === 0)
  }
}

const idle: Inflater[] = []

/** The text of a stretch packed by Deflate (method 8) or Deflate64 (9). A piece is good until the next one is asked for. */
export async function* inflatePieces(stretch: Stretch, method: number): AsyncGenerator<Buffer> {
  const inflater = idle.pop() ?? new Inflater(await loadKernel('inflate.ts'))
  try {
    yield* inflater.pieces(stretch, method)
  } finally {
    idle.push(inflater)
  }
}
