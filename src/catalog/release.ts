/** An oddity of a release that is counted and shown; its rows stay. */
export interface Oddity {
  readonly id: string
  /** SQL over the built release that yields one number, `n`. */
  readonly sql: string
  /** One sentence with `{n}` in it. */
  readonly message: string
}

/** What a release must have, and what is looked at in it. */
export interface ReleaseRules {
  /** Ids of tables without which nothing can be counted. */
  readonly indispensable: readonly string[]
  /** Ids of the facts that are counted and published first. */
  readonly firstNumbers: readonly string[]
  /** SQL that yields every date, `d`, by which a release tells how far it goes. */
  readonly dates: string
  /** SQL that yields every date, `d`, of which the first is where the series begin. */
  readonly begin: string
  readonly oddities: readonly Oddity[]
}
