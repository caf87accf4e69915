import { nearest } from '#catalog'
import { NotFoundError } from '#errors'
import { partnersOf } from '../../../../src/query/pair.ts'
import { answered } from '../../../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'

const own = ['with', 'by', 'from', 'to', 'release']

/** The question in the address, without what forms leave empty. */
function questionOf(url: URL, from: string, to: string): URLSearchParams {
  const words = new URLSearchParams(
    [...url.searchParams].filter(([name, value]) => name !== 'with' && value.trim() !== ''),
  )
  words.set('measures', `${from},${to}`)
  return words
}

export const load: PageServerLoad = ({ locals: { service, language }, params, url }) =>
  answered(async () => {
    const { measures, dimensions, facts } = service.catalog
    const from = measures.get(params.measure)
    if (from === undefined)
      throw new NotFoundError(`There is no measure ${params.measure}.`, {
        code: 'unknown-measure',
        value: params.measure,
        allowed: [...measures.keys()].join(', '),
        nearest: nearest(params.measure, measures.keys()),
      })
    const partners = partnersOf(from.id, service.catalog)
    const named = (id: string) => ({ id, name: measures.get(id)?.name[language] ?? id })
    const chosen = url.searchParams.get('with')?.trim() || partners[0]
    const words = chosen === undefined ? undefined : questionOf(url, from.id, chosen)
    const compared = words === undefined ? undefined : await service.compare(words.toString(), language)
    const fact = 'fact' in from ? facts.get(from.fact) : undefined
    return {
      from: named(from.id),
      kind: from.kind,
      partners: partners.map(named),
      chosen: chosen ?? '',
      choices: (fact?.dimensions ?? []).map((id) => ({ id, name: dimensions.get(id)?.name[language] ?? id })),
      by: url.searchParams.get('by') ?? '',
      period: { from: url.searchParams.get('from') ?? '', to: url.searchParams.get('to') ?? '' },
      /** Filters and the release, kept by the form. */
      kept: [...url.searchParams].filter(([name, value]) => name === 'release' && value !== ''),
      filters: [...url.searchParams]
        .filter(([name, value]) => !own.includes(name) && value.trim() !== '')
        .map(([name, value]) => ({ name, value, label: dimensions.get(name)?.name[language] ?? name })),
      api: words === undefined ? '' : `/api/v1/compare?${words}`,
      compared,
    }
  })
