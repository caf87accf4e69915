import { random } from './soak.ts'

/** Chance that can be repeated: everything drawn follows from the seed. */
export class Dice {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = random(seed)
    // The first numbers of neighbouring seeds are alike.
    for (let i = 0; i < 8; i++) this.#next()
  }

  /** A whole number from 0, below `n`. */
  below(n: number): number {
    return Math.floor(this.#next() * Math.max(1, n))
  }

  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }
}
