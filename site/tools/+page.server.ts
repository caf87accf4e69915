import { tools } from '../index.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals }) => ({
  tools: tools.map(({ id, title, about }) => ({
    id,
    title: title[locals.language],
    about: about[locals.language],
  })),
})
