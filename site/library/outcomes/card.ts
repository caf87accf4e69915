import { z } from 'zod'
import { checkNamed, readList } from '../read.ts'

const text = z.string().trim().min(1, 'must not be empty')
const words = z.strictObject({ en: text, es: text })

const card = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  name: words,
  decided_by: words,
  /** Whether the case is over; null where it never began. */
  ends: z.boolean().nullable(),
  meaning: words,
  work_permit: words,
  unlawful_presence: words,
  applications: words,
  restart: words,
  risk: words,
  authority: words,
  /** The instruments of the library that it rests on. */
  records: z.array(text),
  verification: z.enum(['seen', 'partly_seen', 'unverified']),
  as_of: z.string().regex(/^\d{4}-\d{2}$/),
})
export type Card = z.infer<typeof card>

/** Reads the cards; one that breaks a rule or lacks a word in a language is refused with file, field and rule. */
export function readCards(content: unknown, isRecord: (id: string) => boolean): readonly Card[] {
  const file = 'site/library/outcomes/cards.json'
  const cards = readList(file, card, content, 'bad-card')
  checkNamed(file, cards, isRecord, 'bad-card')
  return cards
}
