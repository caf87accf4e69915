import { stemOf } from './stem.ts'

/** Text as it is compared: small letters and digits without accents, and where each stood. */
export interface Squashed {
  readonly text: string
  /** For every character of `text`, its place in the original. */
  readonly at: readonly number[]
}

/**
 * Takes everything out but letters and digits. Scanned memos join words and break them ("exercise ofprosecutorial",
 * "prosecu torial"); squashed, both read the same.
 */
export function squash(original: string): Squashed {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < original.length; i += 1) {
    for (const c of (original[i] ?? '').normalize('NFKD').toLowerCase()) {
      if (!/[\p{L}\p{N}]/u.test(c)) continue
      text += c
      for (let n = 0; n < c.length; n += 1) at.push(i)
    }
  }
  return { text, at }
}

/** The words of a question, each squashed; punctuation inside a word (`B-N-K-`) joins it. */
export function termsOf(question: string): readonly string[] {
  const terms = question.split(/\s+/).map((word) => squash(word).text)
  return [...new Set(terms.filter((t) => t !== ''))].slice(0, 12)
}

export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** A text in pieces, the found ones marked. Short words are marked only where a word begins; other forms of a word whole. */
export function highlight(original: string, question: string): readonly Piece[] {
  const { text, at } = squash(original)
  const marks = new Uint8Array(original.length)
  const isLetter = (place: number) => /[\p{L}\p{N}]/u.test(original[place] ?? '')
  const begins = (i: number) => !isLetter((at[i] ?? 0) - 1)
  const wordEnd = (from: number) => {
    let end = from
    while (isLetter(end)) end += 1
    return end
  }
  const mark = (needle: string, anywhere: boolean) => {
    for (let i = text.indexOf(needle); i !== -1; i = text.indexOf(needle, i + 1)) {
      if (anywhere || begins(i)) marks.fill(1, at[i] ?? 0, (at[i + needle.length - 1] ?? 0) + 1)
    }
  }
  const terms = termsOf(question)
  for (const term of terms) mark(term, term.length >= 6)
  for (const stem of terms.map(stemOf).filter((stem) => !terms.includes(stem))) {
    for (let i = text.indexOf(stem); i !== -1; i = text.indexOf(stem, i + 1))
      if (begins(i)) marks.fill(1, at[i] ?? 0, wordEnd(at[i + stem.length - 1] ?? 0))
  }
  const whole = terms.join('')
  if (terms.length > 1 && whole.length >= 6) mark(whole, true)
  const pieces: Piece[] = []
  let from = 0
  for (let i = 1; i <= original.length; i += 1) {
    if (i < original.length && marks[i] === marks[from]) continue
    pieces.push({ text: original.slice(from, i), hit: marks[from] === 1 })
    from = i
  }
  return original === '' ? [] : pieces
}
