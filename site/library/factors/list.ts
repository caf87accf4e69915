import { z } from 'zod'
import { brokenField, checkNamed, readList } from '../read.ts'

const text = z.string().trim().min(1, 'must not be empty')
const words = z.strictObject({ en: text, es: text })
const factor = z.strictObject({
  id: text,
  /** In short wording of our own. */
  label: words,
  /** Where in the memo it stands. */
  section: text,
  ordinal: z.number().int().positive().optional(),
})
const list = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  title: words,
  /** The instrument in the library. */
  record: text,
  memo: text,
  section: text,
  exhaustive: z.boolean(),
  verification: z.enum(['seen', 'partly_seen', 'unverified']),
  verification_note: words.optional(),
  caveat: words.optional(),
  categories: z.array(words).optional(),
  factors: z.array(factor).min(1),
})
export type FactorList = z.infer<typeof list>

const file = 'site/library/factors/lists.json'

/** Reads the factor lists; a list that breaks a rule is refused with file, field and rule. */
export function readFactorLists(content: unknown, isRecord: (id: string) => boolean): readonly FactorList[] {
  const lists = readList(file, list, content, 'bad-factors')
  const named = lists.map(({ record }) => ({ records: [record] }))
  checkNamed(file, named, isRecord, 'bad-factors')
  const ids = new Set<string>()
  lists.forEach((l, i) => {
    l.factors.forEach((f, j) => {
      if (ids.has(f.id))
        throw brokenField(file, `${i}.factors.${j}.id`, `${f.id} stands twice: lists are never merged`, 'bad-factors')
      ids.add(f.id)
    })
  })
  return lists
}
