import { cite } from '../../cite.ts'
import { count, days } from '../../number.ts'
import { cumulative, rate } from '../facts.ts'
import { direction, type PdRule } from './rule.ts'

/** Whether the backlog grew all the same. */
export const pending: PdRule = ({ pending, total, dates }, { language, words }) => {
  const now = cite(pending, 0, 'pending')
  const was = cite(total, 0, `${rate}_denominator`)
  if (now === undefined) return undefined
  if (was === undefined) return words.pendingOnly(count(now, language), dates)
  return words.pending[direction(was.value, now.value)]({
    now: count(now, language),
    was: count(was, language),
    dates,
    despite: (cite(total, 0, cumulative)?.value ?? 0) > 0,
  })
}

const measure = 'days_to_closure'

/** How long the cases had been open: those closed by discretion against all, then those that ended in relief. */
export const wait: PdRule = ({ days: { pd, relief, all }, dates }, { language, words }) => {
  const mean = cite(pd, 0, measure)
  const n = cite(pd, 0, `${measure}_n`)
  if (mean === undefined || n === undefined) return undefined
  const allMean = cite(all, 0, measure)
  const allN = cite(all, 0, `${measure}_n`)
  const reliefMean = cite(relief, 0, measure)
  const reliefN = cite(relief, 0, `${measure}_n`)
  return words.wait({
    dates,
    pd: { days: days(mean, language), n: count(n, language) },
    all: allMean &&
      allN && {
        days: days(allMean, language),
        n: count(allN, language),
        than: direction(Math.round(allMean.value), Math.round(mean.value)),
      },
    relief: reliefMean && reliefN && { days: days(reliefMean, language), n: count(reliefN, language) },
  })
}
