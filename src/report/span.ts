import type { Language } from '#catalog'
import { sentenceList } from '#render'

/** A stretch of text that holds no number from the data. */
export interface TextSpan {
  readonly text: string
}

/** A printed number, with the cell that it comes from. */
export interface NumberSpan {
  readonly text: string
  readonly value: number
  readonly receipt: string
  /** For a share of two cells: the cell that `receipt` is divided by. */
  readonly over?: string
}

export type Span = TextSpan | NumberSpan
export type Phrase = readonly Span[]
type Part = string | Span | Phrase

/** Whether a part of a sentence is a number with its cell. */
export function isNumber(span: Span): span is NumberSpan {
  return 'receipt' in span
}

function spansOf(part: Part): Phrase {
  if (typeof part === 'string') return part === '' ? [] : [{ text: part }]
  return 'text' in part ? [part] : part
}

function joined(spans: readonly Span[]): Phrase {
  const out: Span[] = []
  for (const span of spans) {
    const last = out.at(-1)
    if (last !== undefined && !isNumber(last) && !isNumber(span)) out[out.length - 1] = { text: last.text + span.text }
    else out.push(span)
  }
  return out
}

/** Writes a phrase: `` t`a total of ${n} closures` ``. Numbers stay what they are, with their cells. */
export function t(strings: TemplateStringsArray, ...parts: readonly Part[]): Phrase {
  return joined(strings.flatMap((text, i) => [...spansOf(text), ...spansOf(parts[i] ?? '')]))
}

/** The phrase as it is set, with its unbreakable spaces. */
export function textOf(phrase: Phrase): string {
  return phrase.map((span) => span.text).join('')
}

/** The phrase with ordinary spaces, for files that are read by programs and searched by people. */
export function plainText(phrase: Phrase): string {
  return textOf(phrase).replaceAll('\u00a0', ' ')
}

/** `a, b and c`, with the right Spanish *y* or *e*. */
export function listOf(phrases: readonly Phrase[], language: Language): Phrase {
  const last = phrases.at(-1)
  if (last === undefined || phrases.length === 1) return last ?? []
  const text = textOf(last)
  const and = sentenceList(['', text], language).slice(0, -text.length)
  const firsts = phrases.slice(0, -1).flatMap((phrase, i) => (i === 0 ? [phrase] : [t`, `, phrase]))
  return t`${joined(firsts.flat())}${and}${last}`
}
