import type { Language } from '#catalog'
import { en, type PdWords } from './en.ts'
import { es } from './es.ts'

export type { PdWords } from './en.ts'

const catalogue: Readonly<Record<Language, PdWords>> = { en, es }

export function pdWordsIn(language: Language): PdWords {
  return catalogue[language]
}
