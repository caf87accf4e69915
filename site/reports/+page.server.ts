import { reports } from '../../src/report/reports.ts'
import { reportWordsIn } from '../../src/report/words/index.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals: { language } }) => {
  const { list, listAbout } = reportWordsIn(language)
  return {
    title: list,
    about: listAbout,
    reports: reports.map(({ id, title, about }) => ({ id, title: title[language], about: about[language] })),
  }
}
