function mix(of: number): number {
  let z = of | 0
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return z ^ (z >>> 16)
}

/** A number fixed by its four parts, anywhere in 32 bits. */
export function hash(seed: number, purpose: number, key: number, at = 0): number {
  return mix(mix(mix(seed + Math.imul(purpose, 0x9e3779b1)) ^ key) + Math.imul(at + 1, 0x7feb352d)) >>> 0
}

const steps = 1 << 14
const waits = Float64Array.from({ length: steps }, (_, i) => -Math.log(1 - (i + 0.5) / steps))

/** A stream of chance that is begun anew for each case and each purpose: the same in every table and every worker. */
export class Chance {
  readonly #seed: number
  #state = 0
  #step = 1

  constructor(seed: number) {
    this.#seed = seed
  }

  begin(purpose: number, key: number, at = 0): this {
    this.#state = hash(this.#seed, purpose, key, at) | 0
    this.#step = mix(Math.imul(key, 0x9e3779b1) + purpose) | 1
    return this
  }

  /** 32 bits. */
  bits(): number {
    this.#state = (this.#state + this.#step) | 0
    return mix(this.#state) >>> 0
  }

  /** Less than `end`, from 0. */
  below(end: number): number {
    return Math.floor((this.bits() / 0x100000000) * end)
  }

  is(share: number): boolean {
    return this.bits() < share * 0x100000000
  }

  /** A waiting time whose mean is 1. */
  wait(): number {
    return waits[this.bits() >>> 18] ?? 0
  }

  /** Whole days, one at least, on average so many. */
  days(mean: number): number {
    return 1 + Math.floor(this.wait() * mean)
  }
}

/** Draws a member by weight in constant time (Walker's aliases). */
export class Draw {
  readonly #keep: Float64Array
  readonly #other: Uint16Array
  readonly #size: number

  constructor(weights: readonly number[]) {
    const size = weights.length
    const sum = weights.reduce((all, weight) => all + weight, 0)
    if (!(sum > 0)) throw new RangeError('a draw among weightless members')
    const scaled = weights.map((weight) => (weight * size) / sum)
    this.#size = size
    this.#keep = Float64Array.from(scaled)
    this.#other = Uint16Array.from(weights, (_, i) => i)
    const small = [...scaled.keys()].filter((i) => (scaled[i] ?? 0) < 1)
    const large = [...scaled.keys()].filter((i) => (scaled[i] ?? 0) >= 1)
    for (;;) {
      const [low, high] = [small.pop(), large.at(-1)]
      if (low === undefined || high === undefined) break
      this.#other[low] = high
      scaled[high] = (scaled[high] ?? 0) - (1 - (scaled[low] ?? 0))
      this.#keep[high] = scaled[high] ?? 0
      if ((scaled[high] ?? 0) >= 1) continue
      large.pop()
      small.push(high)
    }
  }

  from(chance: Chance): number {
    const at = (chance.bits() / 0x100000000) * this.#size
    const i = Math.floor(at)
    return at - i < (this.#keep[i] ?? 1) ? i : (this.#other[i] ?? i)
  }
}
