import type { Dimension, Language } from '#catalog'

const small = new Set(['of', 'and', 'the', 'in', 'de', 'del', 'la', 'y', 'for'])
const upper = /^(dhs|ice|cfr\/rfr|cfr|rfr|mpp|ii|iii|usa|u\.s\.|us|isc|ard|dd|cca|geo|fm|e33|det|dc|ny|tx|ca|ffr|vtc)$/i

/** Turns a label in capitals into title case: SAN FRANCISCO - DET → San Francisco - DET. */
export function titleCase(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .split(/(\s+|-|\(|,|\/)/)
    .map((word, at) => {
      if (upper.test(word)) return word.toUpperCase()
      if (at > 0 && small.has(word)) return word
      return word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())
    })
    .join('')
}

const titles = new Map<string, string>()
const mostTitles = 20_000

/** Labels are asked for again and again. */
function knownTitle(text: string): string {
  const known = titles.get(text)
  if (known !== undefined) return known
  if (titles.size >= mostTitles) titles.clear()
  const title = titleCase(text)
  titles.set(text, title)
  return title
}

/** The name of a code: ours where there is one, else the release's, else the code. */
export function labelOf(dimension: Dimension, code: string, released: string | undefined, language: Language): string {
  const ours = dimension.names?.[code]
  if (ours !== undefined) return ours[language]
  if (released === undefined || released === '') return code
  return dimension.capitals === true ? knownTitle(released) : released
}

/** A text as search compares it: without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
