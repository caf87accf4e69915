import { profiles, tools } from '../index.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals }) => ({
  tools: [...tools, ...profiles].map(({ id, title, question }) => ({
    id,
    title: title[locals.language],
    about: question[locals.language],
  })),
})
