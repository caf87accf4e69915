import { formatDate } from '#render'
import type { PageServerLoad } from './$types.js'
import { episodes } from './episodes.ts'

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

export const load: PageServerLoad = ({ locals }) => ({
  episodes: episodes.map((e) => ({
    ...e,
    date: formatDate(e.published, locals.language),
    chapters: e.chapters.map((c) => ({ at: clock(c.at), title: c.title })),
  })),
})
