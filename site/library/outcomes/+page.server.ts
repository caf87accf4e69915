import { formatDate } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { readerDate, restsOn } from '../rests.ts'
import type { PageServerLoad } from './$types.js'
import { cards } from './cards.ts'

export const load: PageServerLoad = ({ locals: { language }, url }) =>
  answered(() => {
    const { on } = readerDate(url.searchParams)
    const asOf = cards.map((card) => card.as_of).toSorted()[0] ?? ''
    return {
      on,
      date: formatDate(on, language),
      /** The cards tell the law of a month; on an earlier day it was another. */
      earlier: on < asOf ? formatDate(asOf, language) : undefined,
      cards: cards.map((card) => ({
        id: card.id,
        name: card.name[language],
        decidedBy: card.decided_by[language],
        ends: card.ends,
        meaning: card.meaning[language],
        workPermit: card.work_permit[language],
        unlawfulPresence: card.unlawful_presence[language],
        applications: card.applications[language],
        restart: card.restart[language],
        risk: card.risk[language],
        authority: card.authority[language],
        rests: restsOn(card.records, on, language),
        verification: card.verification,
        asOf: formatDate(card.as_of, language),
      })),
    }
  })
