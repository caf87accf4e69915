import { z } from 'zod'
import { DataError } from '#errors'
import { findRecord } from '../collection.ts'
import lists from './lists.json' with { type: 'json' }

const text = z.string().trim().min(1)
const factor = z.strictObject({
  id: text,
  label: text,
  /** Where in the memo it stands. */
  section: text,
  ordinal: z.number().int().positive().optional(),
})
const list = z.strictObject({
  id: z.string().regex(/^[a-z0-9_]+$/),
  title: text,
  /** The instrument in the library. */
  record: text,
  memo: text,
  section: text,
  exhaustive: z.boolean(),
  verification: z.enum(['seen', 'partly_seen', 'unverified']),
  verification_note: text.optional(),
  caveat: text.optional(),
  categories: z.array(text).optional(),
  factors: z.array(factor).min(1),
})
export type FactorList = z.infer<typeof list>

/** Reads the factor lists; a list that breaks a rule is refused with file, field and rule. */
export function readFactorLists(content: unknown, isRecord: (id: string) => boolean): readonly FactorList[] {
  const file = 'site/library/factors/lists.json'
  const refuse = (field: string, rule: string) =>
    new DataError(`${file}: ${field}: ${rule}`, { code: 'bad-factors', value: file, hint: `mend ${field} in ${file}` })
  const read = z.array(list).safeParse(content)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw refuse(issue?.path.join('.') ?? '', issue?.message ?? 'cannot be read')
  }
  const ids = new Set<string>()
  read.data.forEach((l, i) => {
    if (!isRecord(l.record)) throw refuse(`${i}.record`, `there is no record ${l.record}`)
    l.factors.forEach((f, j) => {
      if (ids.has(f.id)) throw refuse(`${i}.factors.${j}.id`, `${f.id} stands twice: lists are never merged`)
      ids.add(f.id)
    })
  })
  return read.data
}

/** The factor lists, each by its instrument; a file that breaks a rule stops the build. */
export const factorLists = readFactorLists(lists, (id) => findRecord(id) !== undefined)
