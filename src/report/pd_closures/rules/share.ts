import { citeRate, reasonIn } from '../../cite.ts'
import { count, percent, tenthsOfPercent } from '../../number.ts'
import { rate } from '../facts.ts'
import type { PdRule } from './rule.ts'

/** Below this a share is called small. */
const small = 0.05

/** The count against the backlog. “Still … only” when the share is small although it has risen. */
export const share: PdRule = ({ total, before, dates }, { language, words }) => {
  const now = citeRate(total, 0, rate)
  if (now === undefined)
    return reasonIn(total.rows[0], rate) === 'nothing_to_divide_by' ? words.shareMissing(dates) : undefined
  const earlier = citeRate(before, 0, rate)
  const risen = earlier !== undefined && now.value > earlier.value
  return words.share({
    stillOnly: risen && now.value < small && tenthsOfPercent(now.numerator.value, now.base.value) > 0,
    n: count(now.numerator, language),
    share: percent(now, language),
    base: count(now.base, language),
    dates,
  })
}
