import type { Rule } from '../../tell.ts'
import type { PdFacts } from '../facts.ts'
import type { PdWords } from '../words/en.ts'

export type PdRule = Rule<PdFacts, PdWords>

export type Direction = 'up' | 'down' | 'same'

/** The sign of a change. */
export function direction(before: number, now: number): Direction {
  if (now === before) return 'same'
  return now > before ? 'up' : 'down'
}
