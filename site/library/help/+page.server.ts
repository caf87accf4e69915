import { formatDate, formatNumber } from '#render'
import type { PageServerLoad } from './$types.js'
import { type FactId, type Source, sources } from './facts.ts'
import { fleschKincaid, inflesz } from './readability.ts'
import { helpWords, runningText } from './words.ts'

export const load: PageServerLoad = ({ locals: { language } }) => {
  const words = helpWords(language)
  const text = runningText(words)
  const told = (id: FactId) => {
    const { said, url, read, note }: Source = sources[id]
    return { said: words.source(said[language], formatDate(read, language)), url, note: note?.[language] }
  }
  return {
    parts: words.parts.map(({ title, items }) => ({
      title,
      items: items.map(([name, about, fact]) => ({ name, about, source: fact === undefined ? undefined : told(fact) })),
    })),
    age: words.age(
      language === 'en' ? formatNumber(fleschKincaid(text), language, 1) : formatNumber(inflesz(text), language, 0),
    ),
  }
}
