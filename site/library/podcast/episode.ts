import { z } from 'zod'
import { checkNamed, readList } from '../read.ts'

const text = z.string().trim().min(1)

const episode = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  published: z.iso.date(),
  language: z.enum(['en', 'es']),
  description: text,
  /** Its record in the library. */
  record: text,
  /** The recording; null where none was found. A feed must tell its length and type. */
  audio: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      type: z.enum(['audio/mpeg', 'audio/mp4', 'audio/ogg']),
      bytes: z.number().int().positive(),
      seconds: z.number().int().positive().optional(),
    })
    .nullable(),
  transcript: z.url().nullable(),
  chapters: z.array(z.strictObject({ at: z.number().int().nonnegative(), title: text })),
})
export type Episode = z.infer<typeof episode>

/** Reads the episodes, newest first; one that breaks a rule is refused with file, field and rule. */
export function readEpisodes(content: unknown, isRecord: (id: string) => boolean): readonly Episode[] {
  const file = 'site/library/podcast/episodes.json'
  const episodes = readList(file, episode, content, 'bad-episode')
  const named = episodes.map(({ record }) => ({ records: [record] }))
  checkNamed(file, named, isRecord, 'bad-episode')
  return episodes.toSorted((a, b) => b.published.localeCompare(a.published))
}
