import type { Catalog } from '#catalog'
import { TryAgainError } from '#errors'
import type { ReleaseInfo } from './result.ts'

/** Measure → fact, for everything that measures are made of. */
function factsOf(measures: readonly string[], catalog: Catalog): Map<string, string> {
  const facts = new Map<string, string>()
  const visit = (id: string): void => {
    const measure = catalog.measures.get(id)
    if (measure === undefined) return
    if ('fact' in measure) facts.set(id, measure.fact)
    else for (const part of measure.kind === 'rate' ? [measure.of, measure.per] : [measure.of]) visit(part)
  }
  for (const id of measures) visit(id)
  return facts
}

/** Whether a measure can be asked of a release already: while only its first numbers are published, few can. */
export function isCounted(measure: string, catalog: Catalog, release: Pick<ReleaseInfo, 'whole'>): boolean {
  if (release.whole !== false) return true
  return [...factsOf([measure], catalog).values()].every((fact) => catalog.release.firstNumbers.includes(fact))
}

/** Raises a TryAgainError when a measure rests on a fact that is still being counted. */
export function checkCounted(
  measures: readonly string[],
  catalog: Catalog,
  release: { readonly info: ReleaseInfo; readonly facts: ReadonlySet<string> },
): void {
  for (const [measure, fact] of factsOf(measures, catalog)) {
    if (release.facts.has(fact)) continue
    throw new TryAgainError(`${measure} is still being counted in release ${release.info.id}`, {
      code: 'still-counting',
      value: measure,
      allowed: `measures over ${[...release.facts].toSorted().join(', ')}`,
      hint: 'first numbers are published before the whole release is read; ask again in a few minutes',
    })
  }
}
