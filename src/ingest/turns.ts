import type { FactWithSql } from '#catalog'

/**
 * Facts in the order in which they can be built: each after those that it needs and when its tables are there, of several
 * the one that was named first. `ready` resolves when tables are there.
 */
export async function* inTurn(
  facts: readonly FactWithSql[],
  ready: (tables: readonly string[]) => Promise<void>,
): AsyncGenerator<FactWithSql> {
  const there = new Set<FactWithSql>()
  const coming = new Map(
    facts.map((fact) => [
      fact,
      ready(fact.tables).then(() => {
        there.add(fact)
      }),
    ]),
  )
  // Whoever waits for one of them hears of an error.
  for (const promise of coming.values()) promise.catch(() => undefined)
  while (coming.size > 0) {
    const left = new Set([...coming.keys()].map(({ id }) => id))
    const next = facts.filter((fact) => coming.has(fact) && !fact.after?.some((id) => left.has(id)))
    if (next.length === 0) throw new Error(`facts wait for one another: ${[...left].join(', ')}`)
    await Promise.race(next.map((fact) => coming.get(fact)))
    const fact = next.find((each) => there.has(each))
    if (fact === undefined) continue
    coming.delete(fact)
    yield fact
  }
}
