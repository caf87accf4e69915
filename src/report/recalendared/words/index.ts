import type { Language } from '#catalog'
import { en, type Words } from './en.ts'
import { es } from './es.ts'

export type { Words } from './en.ts'

/** The sentences of this report in a language. */
export function wordsOf(language: Language): Words {
  return language === 'es' ? es : en
}
