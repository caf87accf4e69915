import { formatDate } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { readDate, today } from '../../../src/web/reader-date.ts'
import { recordOf } from '../collection.ts'
import { inForce, standingOn } from '../standing.ts'
import type { PageServerLoad } from './$types.js'
import { factorLists } from './factors.ts'

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => {
    const { language } = locals
    const on = readDate(url.searchParams.get('on')) ?? today()
    const chosen = url.searchParams.get('record') || undefined
    const instruments = [...new Set(factorLists.map((list) => list.record))].map((id) => {
      const record = recordOf(id)
      return {
        id,
        title: record.title,
        name: record.alternate_titles[0],
        citation: record.citation,
        standing: standingOn(record, on),
        isInForce: inForce(record, on),
      }
    })
    if (chosen !== undefined) recordOf(chosen)
    const shown = instruments.filter((i) => (chosen === undefined ? i.isInForce : i.id === chosen))
    return {
      on,
      chosen,
      date: formatDate(on, language),
      instruments,
      sheets: shown.map((instrument) => ({
        ...instrument,
        lists: factorLists.filter((list) => list.record === instrument.id),
      })),
    }
  })
