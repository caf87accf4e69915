import { z } from 'zod'
import content from './cards.json' with { type: 'json' }

const text = z.string().trim().min(1)
const words = z.strictObject({ en: text, es: text })

/** What each outcome means for a person; a card that lacks a word in a language stops the build. */
export const cards = z
  .array(
    z.strictObject({
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
      authority: text,
      verification: z.enum(['seen', 'partly_seen', 'unverified']),
      as_of: z.string().regex(/^\d{4}-\d{2}$/),
    }),
  )
  .parse(content)
