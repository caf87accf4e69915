import { formatDate } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { changedBetween, readerDate } from '../rests.ts'
import type { PageServerLoad } from './$types.js'
import { episodes } from './episodes.ts'

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}

export const load: PageServerLoad = ({ locals: { language }, url }) =>
  answered(() => {
    const { on } = readerDate(url.searchParams)
    return {
      on,
      date: formatDate(on, language),
      episodes: episodes.map((e) => ({
        ...e,
        date: formatDate(e.published, language),
        notYet: on < e.published,
        // An episode tells the law of its day.
        law: changedBetween(e.published, on),
        chapters: e.chapters.map((c) => ({ at: clock(c.at), title: c.title })),
      })),
    }
  })
