/** A stream of numbers in [0, 1), fixed by its seed. */
export type Random = () => number

/** sfc32 over four words mixed from the parts of the seed: the same parts give the same stream on every machine. */
export function random(...parts: readonly number[]): Random {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = 0xb7e15162
  let d = 1
  for (const part of parts) {
    a = Math.imul(a ^ part, 0x85ebca6b)
    b = Math.imul(b ^ (a >>> 13) ^ Math.floor(part / 0x100000000), 0xc2b2ae35)
    c = (c + b) | 0
  }
  const next = () => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 0x100000000
  }
  for (let i = 0; i < 8; i += 1) next()
  return next
}

/** A whole number from `low` to `high`, both included. */
export function whole(rng: Random, low: number, high: number): number {
  return low + Math.floor(rng() * (high - low + 1))
}

/** A waiting time with the given mean: many short, few long. */
export function wait(rng: Random, mean: number): number {
  return -Math.log(1 - rng()) * mean
}

export function pick<T>(rng: Random, list: readonly T[]): T {
  const item = list[Math.floor(rng() * list.length)]
  if (item === undefined) throw new RangeError('pick from an empty list')
  return item
}

export function shuffle<T>(rng: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(rng() * (i + 1))
    const [held, other] = [list[i], list[j]]
    if (held === undefined || other === undefined) throw new RangeError('a gap in the list')
    list[i] = other
    list[j] = held
  }
  return list
}

/** A drawer of items by weight, in logarithmic time. */
export function weighted<T>(items: readonly (readonly [T, number])[]): (rng: Random) => T {
  const ends: number[] = []
  let sum = 0
  for (const [, weight] of items) {
    sum += weight
    ends.push(sum)
  }
  return (rng) => {
    const at = rng() * sum
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const found = items[low]
    if (found === undefined) throw new RangeError('draw from an empty list')
    return found[0]
  }
}
