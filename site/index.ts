import type { Profile, Tool } from '#catalog'
import { asylum } from './tools/asylum/asylum.ts'
import { backlog } from './tools/backlog/backlog.ts'
import { bond } from './tools/bond/bond.ts'
import { courtProfile } from './tools/court/court.ts'
import { filings } from './tools/filings/filings.ts'
import { hearings } from './tools/hearings/hearings.ts'
import { inactive } from './tools/inactive/inactive.ts'
import { judges } from './tools/judges/judges.ts'
import { juveniles } from './tools/juveniles/juveniles.ts'
import { nationalityProfile } from './tools/nationality/nationality.ts'
import { outcomes } from './tools/outcomes/outcomes.ts'
import { pdClosures } from './tools/pd_closures/pd_closures.ts'
import { processingTime } from './tools/processing_time/processing_time.ts'
import { representation } from './tools/representation/representation.ts'

/** The tools of the site, in the order of their list. */
export const tools: readonly Tool[] = [
  pdClosures,
  backlog,
  filings,
  outcomes,
  inactive,
  processingTime,
  asylum,
  hearings,
  bond,
  representation,
  juveniles,
  judges,
]

/** Pages on one court and on one nationality. */
export const profiles: readonly Profile[] = [courtProfile, nationalityProfile]

export { timeline } from './timeline.ts'
