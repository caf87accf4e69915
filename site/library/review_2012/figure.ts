import { z } from 'zod'
import { DataError } from '#errors'
import { checkNamed, readList } from '../read.ts'

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

/** Reads the published figures; one that breaks a rule is refused with file, field and rule. */
export function readFigures(content: unknown, isRecord: (id: string) => boolean): readonly Figure[] {
  const file = 'site/library/review_2012/figures.json'
  const figures = readList(file, figure, content, 'bad-figure')
  const named = figures.map(({ record }) => ({ records: [record] }))
  checkNamed(file, named, isRecord, 'bad-figure')
  return figures
}

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
