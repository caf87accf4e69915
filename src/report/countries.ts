import type { Result } from '../query/result.ts'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

function spoken(name: string): string {
  return name.replaceAll('&', 'and').toLowerCase()
}

let spanish: ReadonlyMap<string, string> | undefined

/** English names of countries and their Spanish ones, from the runtime's own tables. */
function spanishNames(): ReadonlyMap<string, string> {
  if (spanish !== undefined) return spanish
  const from = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const into = new Intl.DisplayNames('es-US', { type: 'region', fallback: 'none' })
  const names = new Map<string, string>()
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    const [en, es] = [from.of(code), into.of(code)]
    if (en !== undefined && es !== undefined) names.set(spoken(en), es)
  }
  spanish = names
  return names
}

/**
 * The same answer with the countries of a dimension named in Spanish: a release names them in English only. A name that
 * is no country's stays as it is, and so does one that is Spanish already.
 */
export function withCountryNames<R extends Pick<Result, 'labels' | 'language'>>(result: R, dimension: string): R {
  const labels = result.labels[dimension]
  if (result.language !== 'es' || labels === undefined) return result
  const named = Object.entries(labels).map(([code, name]) => [code, spanishNames().get(spoken(name)) ?? name])
  return { ...result, labels: { ...result.labels, [dimension]: Object.fromEntries(named) } }
}
