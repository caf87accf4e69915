import { z } from 'zod'
import { DataError } from '#errors'
import { findRecord } from '../collection.ts'
import content from './figures.json' with { type: 'json' }

/** The stages of the review, in their order. A figure of one is never drawn beside a figure of another. */
export const stages = ['reviewed', 'amenable', 'offered', 'declined', 'closed'] as const
export type Stage = (typeof stages)[number]

const figure = z.strictObject({
  as_of: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  where: z.enum(['all', 'denver', 'baltimore']),
  counted_by: z.enum(['agency', 'court']),
  stage: z.enum(stages),
  count: z.number().int().positive(),
  approximate: z.enum(['about', 'nearly']).optional(),
  /** What the percent is of. */
  of: z.enum(['reviewed', 'pending_base']).optional(),
  percent: z.number().positive().max(100).optional(),
  record: z.string(),
})
export type Figure = z.infer<typeof figure>

/** The published figures of the review; one that breaks a rule stops the build. */
export const figures = z.array(figure).parse(content)

for (const { record } of figures)
  if (findRecord(record) === undefined)
    throw new DataError(`site/library/review_2012/figures.json: record: there is no record ${record}`, {
      code: 'bad-figure',
      value: record,
    })

/** Figures that may share an axis: of one stage, counted by one hand, in one place. Anything else is refused. */
export function oneAxis(list: readonly Figure[]): readonly Figure[] {
  const [first] = list
  const differs = list.find(
    (f) => f.stage !== first?.stage || f.counted_by !== first.counted_by || f.where !== first.where,
  )
  if (differs !== undefined)
    throw new DataError('Figures of different stages, places or counters do not share an axis.', {
      code: 'mixed-axis',
      value: `${first?.stage} (${first?.counted_by}) and ${differs.stage} (${differs.counted_by})`,
    })
  return list
}
