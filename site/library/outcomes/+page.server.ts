import { formatDate } from '#render'
import type { PageServerLoad } from './$types.js'
import { cards } from './cards.ts'

export const load: PageServerLoad = ({ locals: { language } }) => ({
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
    authority: card.authority,
    verification: card.verification,
    asOf: formatDate(card.as_of, language),
  })),
})
