/** Keeps what was read last, up to so many bytes. */
export class Kept<T extends { readonly byteLength: number }> {
  readonly #most: number
  readonly #values = new Map<string, Promise<T>>()
  readonly #bytes = new Map<string, number>()
  #used = 0

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => Promise<T>): Promise<T> {
    const known = this.#values.get(key)
    if (known !== undefined) {
      this.#values.delete(key)
      this.#values.set(key, known)
      return known
    }
    const made = make()
    this.#values.set(key, made)
    made.then(
      (value) => this.#took(key, value.byteLength),
      () => this.#values.delete(key),
    )
    return made
  }

  forget(prefix: string): void {
    for (const key of [...this.#values.keys()]) if (key.startsWith(prefix)) this.#drop(key)
  }

  #took(key: string, bytes: number): void {
    if (!this.#values.has(key)) return
    this.#bytes.set(key, bytes)
    this.#used += bytes
    for (const old of [...this.#values.keys()]) {
      if (this.#used <= this.#most || old === key) return
      this.#drop(old)
    }
  }

  #drop(key: string): void {
    this.#used -= this.#bytes.get(key) ?? 0
    this.#bytes.delete(key)
    this.#values.delete(key)
  }
}
