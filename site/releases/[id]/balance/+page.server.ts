import { answered } from '../../../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals: { service, language }, params, url }) =>
  answered(async () => {
    const release = await service.release(params.id)
    const { balances, measures, dimensions } = service.catalog
    const [balance] = balances
    if (balance === undefined) throw new Error('no balance is defined')
    const words = (by?: string) => {
      const asked = new URLSearchParams([...url.searchParams].filter(([, value]) => value.trim() !== ''))
      asked.set('release', release.id)
      asked.set('balance', balance.id)
      if (by !== undefined) asked.set('by', by)
      return asked.toString()
    }
    const [place] = balance.across
    const month = [...dimensions.values()].find((d) => d.grain === 'month')?.id
    const ask = (by?: string) => service.balance(words(by), language)
    const [whole, places, months] = await Promise.all([ask(), ask(place), ask(month)])
    const named = (id: string) => ({ id, name: measures.get(id)?.name[language] ?? id })
    return {
      shown: { id: release.id, as_of: release.as_of, synthetic: release.synthetic },
      stock: named(balance.stock),
      arrivals: balance.arrivals.map(named),
      exits: balance.exits.map(named),
      all: dimensions.get(place ?? '')?.all[language] ?? '',
      place: dimensions.get(place ?? '')?.name[language] ?? '',
      month: dimensions.get(month ?? '')?.name[language] ?? '',
      asked: { from: url.searchParams.get('from') ?? '', to: url.searchParams.get('to') ?? '' },
      from: whole.question.from,
      to: whole.question.to,
      whole,
      places,
      months,
    }
  })
