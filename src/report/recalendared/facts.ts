import type { Answer } from '../cite.ts'
import type { AnswerId } from './questions.ts'

/** Everything that the sentences of this report may look at. */
export interface Facts {
  /** The last day of the release. */
  readonly asOf: string
  readonly answers: Readonly<Record<AnswerId, Answer>>
}
