import { nextAddress } from './address.ts'
import { badRedirect, networkTrouble, stalled } from './problems.ts'
import type { World } from './world.ts'

const mostRedirects = 3
const redirects = new Set([301, 302, 303, 307, 308])

/**
 * One exchange with a server. Whatever is awaited from it ends after `patience` milliseconds without a byte: only
 * the time spent waiting for the server counts, not that in which our own disk is slow.
 */
export class Connection {
  readonly #world: World
  readonly #patience: number
  readonly #cut = new AbortController()
  readonly #stop: AbortSignal | undefined
  readonly #signal: AbortSignal

  constructor(world: World, patience: number, stop: AbortSignal | undefined) {
    this.#world = world
    this.#patience = patience
    this.#stop = stop
    this.#signal = stop === undefined ? this.#cut.signal : AbortSignal.any([this.#cut.signal, stop])
  }

  /** The answer at the end of the redirects. */
  async open(url: URL, headers: Record<string, string>): Promise<Response> {
    let at = url
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const init: RequestInit = { headers, redirect: 'manual', signal: this.#signal }
      const response = await this.#wait(at, this.#world.fetch(at, init))
      if (!redirects.has(response.status)) return response
      await response.body?.cancel()
      at = nextAddress(at, response.headers.get('location'))
    }
    throw badRedirect(url, `more than ${mostRedirects} redirects: ${url.href}`)
  }

  async *pieces(url: URL, response: Response): AsyncGenerator<Uint8Array> {
    if (response.body === null) return
    const reader: ReadableStreamDefaultReader<unknown> = response.body.getReader()
    for (;;) {
      const { done, value } = await this.#wait(url, reader.read())
      if (done) return
      if (!(value instanceof Uint8Array)) throw new TypeError('a stream of bytes was expected')
      yield value
    }
  }

  /** Hangs up, whatever is still on its way. */
  close(): void {
    this.#cut.abort()
  }

  async #wait<T>(url: URL, coming: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.#cut.abort(stalled(url, this.#patience)), this.#patience)
    try {
      return await coming
    } catch (error) {
      this.#stop?.throwIfAborted()
      throw this.#cut.signal.aborted ? this.#cut.signal.reason : networkTrouble(url, error)
    } finally {
      clearTimeout(timer)
    }
  }
}
