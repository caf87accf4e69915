/** Words of letters; numbers and signs are left out. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}’'-]*/gu) ?? []
}

/** Sentences by their final sign; a text without one is one sentence. */
function sentencesIn(text: string): number {
  return text.split(/[.!?:;]+(?=["”»)]*(?:\s|$))/u).filter((part) => /\p{L}/u.test(part)).length
}

/** Syllables of an English word, by its groups of vowels; the silent ending is not one. */
export function syllablesEn(word: string): number {
  const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '')
  const spoken = letters.replace(/(?<![aeiouysxzcgh]|[^aeiouy]l)es$|(?<![aeioudt])ed$|(?<![aeiouy]|[^aeiouy]l)e$/, '')
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length)
}

/** Syllables of a Spanish word: each strong or accented vowel is one, and so are weak ones that lean on none. */
export function syllablesEs(word: string): number {
  const letters = word
    .toLowerCase()
    .replaceAll(/qu|(?<=g)u(?=[eéií])/g, 'q')
    .replace(/y$/, 'i')
  const groups = letters.match(/[aeiouáéíóúü]+/g) ?? []
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + Math.max(1, (group.match(/[aeoáéíóú]/g) ?? []).length), 0),
  )
}

interface Measured {
  readonly words: number
  readonly sentences: number
  readonly syllables: number
}

function measured(texts: readonly string[], syllables: (word: string) => number): Measured {
  const words = texts.flatMap(wordsOf)
  return {
    words: words.length,
    sentences: texts.reduce((sum, text) => sum + sentencesIn(text), 0),
    syllables: words.reduce((sum, word) => sum + syllables(word), 0),
  }
}

/** Flesch-Kincaid grade: the year of a U.S. school whose pupils read an English text with ease (Kincaid 1975). */
export function fleschKincaid(texts: readonly string[]): number {
  const { words, sentences, syllables } = measured(texts, syllablesEn)
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59
}

/**
 * INFLESZ: how easy a Spanish text reads, 0 to 100 (Szigriszt 1993, Barrio 2008). From 65 it is `bastante fácil`, the
 * level of primary school; from 80 `muy fácil`.
 */
export function inflesz(texts: readonly string[]): number {
  const { words, sentences, syllables } = measured(texts, syllablesEs)
  return 206.835 - 62.3 * (syllables / words) - words / sentences
}
