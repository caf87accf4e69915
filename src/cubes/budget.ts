import type { FactCube } from './cube.ts'

/** Memory that the columns of all open cubes may take together. */
export class Budget {
  readonly #most: number
  #used = 0
  /** Bytes held, the cube used longest ago first. */
  readonly #held = new Map<FactCube, number>()
  readonly #users = new Map<FactCube, number>()

  /** Bytes. */
  constructor(most: number) {
    this.#most = most
  }

  get used(): number {
    return this.#used
  }

  /** A cube took memory. */
  took(fact: FactCube, bytes: number): void {
    this.#used += bytes
    this.#held.set(fact, (this.#held.get(fact) ?? 0) + bytes)
  }

  /** A cube gave its memory back. */
  gave(fact: FactCube): void {
    this.#used -= this.#held.get(fact) ?? 0
    this.#held.delete(fact)
  }

  /** Uses a cube: until then it keeps its memory; of the others, those unused for longest give way to what is too much. */
  async using<T>(fact: FactCube, use: () => Promise<T>): Promise<T> {
    this.#users.set(fact, (this.#users.get(fact) ?? 0) + 1)
    const bytes = this.#held.get(fact) ?? 0
    this.#held.delete(fact)
    this.#held.set(fact, bytes)
    this.#makeRoom()
    try {
      return await use()
    } finally {
      const users = (this.#users.get(fact) ?? 1) - 1
      if (users === 0) this.#users.delete(fact)
      else this.#users.set(fact, users)
    }
  }

  #makeRoom(): void {
    for (const fact of [...this.#held.keys()]) {
      if (this.#used <= this.#most) return
      if (!this.#users.has(fact)) fact.drop()
    }
  }
}
