import type { Language } from '#catalog'
import type { Sentence } from './document.ts'
import { type Phrase, plainText } from './span.ts'

/**
 * A sentence rule: looks at rows that were counted and writes a sentence that is true of them, or nothing. It reads
 * nothing else: no clock, no service. Which evaluative words it uses follows from the rows.
 */
export type Rule<Facts, Words> = (facts: Facts, say: Saying<Words>) => Phrase | undefined

/** How to say it. */
export interface Saying<Words> {
  readonly language: Language
  readonly words: Words
}

export interface RuleLine<Facts, Words> {
  readonly id: string
  readonly rule: Rule<Facts, Words>
  readonly notes?: readonly string[]
}

/** One rule's sentence, if it has one to say. */
export function tellOne<Facts, Words>(
  line: RuleLine<Facts, Words>,
  facts: Facts,
  say: Saying<Words>,
): Sentence | undefined {
  const spans = line.rule(facts, say)
  if (spans === undefined) return undefined
  return { rule: line.id, text: plainText(spans), spans, ...(line.notes !== undefined && { notes: line.notes }) }
}

/** The sentences of all rules that have one, in order. */
export function tell<Facts, Words>(
  lines: readonly RuleLine<Facts, Words>[],
  facts: Facts,
  say: Saying<Words>,
): Sentence[] {
  return lines.map((line) => tellOne(line, facts, say)).filter((sentence) => sentence !== undefined)
}
