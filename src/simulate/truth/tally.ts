export type Row = Record<string, string | number>

/** Counts by the values of one or more dimensions. */
export class Tally {
  readonly by: readonly string[]
  readonly #counts = new Map<string, number>()

  constructor(by: readonly string[]) {
    this.by = by
  }

  add(...members: readonly string[]): void {
    const key = members.join('\n')
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1)
  }

  get total(): number {
    let sum = 0
    for (const count of this.#counts.values()) sum += count
    return sum
  }

  count(...members: readonly string[]): number {
    return this.#counts.get(members.join('\n')) ?? 0
  }

  /** Members with a count, by code. */
  members(): string[][] {
    return [...this.#counts.keys()].sort().map((key) => (key === '' ? [] : key.split('\n')))
  }

  labelled(members: readonly string[]): Row {
    return Object.fromEntries(this.by.map((dimension, i) => [dimension, members[i] ?? '']))
  }

  /** One row a member with a count. Without dimensions there is always one row. */
  rows(measure: string): Row[] {
    if (this.by.length === 0) return [{ [measure]: this.total }]
    return this.members().map((members) => ({ ...this.labelled(members), [measure]: this.count(...members) }))
  }
}

/** The answer to one query. */
export interface Cell {
  readonly query: string
  readonly rows: readonly Row[]
}
