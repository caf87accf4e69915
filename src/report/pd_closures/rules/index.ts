import type { RuleLine } from '../../tell.ts'
import type { PdFacts } from '../facts.ts'
import type { PdWords } from '../words/en.ts'
import { pending, wait } from './backlog.ts'
import { change } from './change.ts'
import { courts, courtsBefore, locations } from './court.ts'
import { admin, terminated } from './kind.ts'
import { highest, largest, lowest, majority, next } from './nationality.ts'
import { record } from './record.ts'
import { baseRevised, countRevised } from './revision.ts'
import { share } from './share.ts'
import { title, total } from './total.ts'

type Line = RuleLine<PdFacts, PdWords>

export const titleLine: Line = { id: 'title', rule: title }

/** The sentences of each section, in order, and the footnotes that they carry. */
export const rules = {
  lead: [
    { id: 'total', rule: total, notes: ['definition'] },
    { id: 'change', rule: change },
    { id: 'share', rule: share, notes: ['comparison'] },
    { id: 'record', rule: record },
  ],
  backlog: [
    { id: 'pending', rule: pending },
    { id: 'wait', rule: wait, notes: ['days'] },
  ],
  nationality: [
    { id: 'largest', rule: largest },
    { id: 'next', rule: next },
    { id: 'majority', rule: majority },
    { id: 'highest', rule: highest },
    { id: 'lowest', rule: lowest },
  ],
  court: [
    { id: 'courts', rule: courts, notes: ['place'] },
    { id: 'courtsBefore', rule: courtsBefore },
  ],
  location: [{ id: 'locations', rule: locations }],
  kind: [
    { id: 'admin', rule: admin },
    { id: 'terminated', rule: terminated },
  ],
  revision: [
    { id: 'countRevised', rule: countRevised },
    { id: 'baseRevised', rule: baseRevised },
  ],
} as const satisfies Readonly<Record<string, readonly Line[]>>
