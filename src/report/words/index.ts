import type { Language } from '#catalog'
import { en, type ReportWords } from './en.ts'
import { es } from './es.ts'

export type { ReportWords } from './en.ts'

const catalogue: Readonly<Record<Language, ReportWords>> = { en, es }

/** The words of reports in a language. */
export function reportWordsIn(language: Language): ReportWords {
  return catalogue[language]
}
