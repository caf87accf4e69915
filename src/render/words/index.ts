import type { Language } from '#catalog'
import { en, type SiteWords } from './en.ts'
import { es } from './es.ts'
import { type ExplorerWords, explorerEn } from './explorer-en.ts'
import { explorerEs } from './explorer-es.ts'

export type { SiteWords } from './en.ts'
export { type ErrorWords, errorWordsIn } from './errors.ts'
export type { ExplorerWords } from './explorer-en.ts'

const catalogue: Readonly<Record<Language, SiteWords>> = { en, es }

/** All labels and sentences of the site in a language. */
export function wordsIn(language: Language): SiteWords {
  return catalogue[language]
}

const explorer: Readonly<Record<Language, ExplorerWords>> = { en: explorerEn, es: explorerEs }

/** All labels and sentences of the tools in a language. */
export function explorerWordsIn(language: Language): ExplorerWords {
  return explorer[language]
}

/** A stretch of a sentence. */
export interface Stretch {
  readonly text: string
  readonly strong: boolean
}

/** Reads a sentence whose strong words stand between **. */
export function stretches(sentence: string): readonly Stretch[] {
  return sentence
    .split('**')
    .map((text, i) => ({ text, strong: i % 2 === 1 }))
    .filter((s) => s.text !== '')
}

/** The sentence without its marks. */
export function plain(sentence: string): string {
  return sentence.replaceAll('**', '')
}
