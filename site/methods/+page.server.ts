import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals }) => ({
  measures: [...locals.service.catalog.measures.values()].map((m) => ({
    id: m.id,
    kind: m.kind,
    name: m.name[locals.language],
    about: m.about[locals.language],
  })),
})
