import { readFileSync } from 'node:fs'
import { type Catalog, type Dimension, type Fact, type Measure, makeCatalog } from '#catalog'
import { calendarYear } from './dimensions/calendar_year.ts'
import { caseType } from './dimensions/case_type.ts'
import { closureType } from './dimensions/closure_type.ts'
import { court } from './dimensions/court.ts'
import { custody } from './dimensions/custody.ts'
import { fiscalYear } from './dimensions/fiscal_year.ts'
import { hearingLocation } from './dimensions/hearing_location.ts'
import { month } from './dimensions/month.ts'
import { nationality } from './dimensions/nationality.ts'
import { outcomeGroup } from './dimensions/outcome_group.ts'
import { pd } from './dimensions/pd.ts'
import { represented } from './dimensions/represented.ts'
import { caseload } from './facts/caseload/caseload.ts'
import { closure } from './facts/closure/closure.ts'
import { filing } from './facts/filing/filing.ts'
import { closedCases } from './measures/closed_cases/closed_cases.ts'
import { closures } from './measures/closures/closures.ts'
import { completions } from './measures/completions/completions.ts'
import { daysToClosure } from './measures/days_to_closure/days_to_closure.ts'
import { daysWaiting } from './measures/days_waiting/days_waiting.ts'
import { filings } from './measures/filings/filings.ts'
import { inactive } from './measures/inactive/inactive.ts'
import { pdAdminClosures } from './measures/pd_admin_closures/pd_admin_closures.ts'
import { pdClosures } from './measures/pd_closures/pd_closures.ts'
import { pdClosuresCumulative } from './measures/pd_closures_cumulative/pd_closures_cumulative.ts'
import { pdShareOfBacklog } from './measures/pd_share_of_backlog/pd_share_of_backlog.ts'
import { pdShareOfClosures } from './measures/pd_share_of_closures/pd_share_of_closures.ts'
import { pdTerminations } from './measures/pd_terminations/pd_terminations.ts'
import { pending } from './measures/pending/pending.ts'
import { pendingAtBase } from './measures/pending_at_base/pending_at_base.ts'
import { references } from './references.ts'
import { release } from './release.ts'
import { tables } from './tables/index.ts'

const facts: readonly Fact[] = [filing, closure, caseload]

const dimensions: readonly Dimension[] = [
  month,
  fiscalYear,
  calendarYear,
  court,
  hearingLocation,
  nationality,
  caseType,
  closureType,
  outcomeGroup,
  pd,
  custody,
  represented,
]

const measures: readonly Measure[] = [
  filings,
  closures,
  closedCases,
  completions,
  pdClosures,
  pdAdminClosures,
  pdTerminations,
  pdClosuresCumulative,
  pdShareOfClosures,
  pdShareOfBacklog,
  pending,
  inactive,
  pendingAtBase,
  daysToClosure,
  daysWaiting,
]

function sql(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

/** What the numbers mean: every table, fact, dimension and measure, one line each above. */
export const catalog: Catalog = makeCatalog({
  tables,
  facts: facts.map((f) => ({ ...f, sql: sql(`./facts/${f.id}/${f.id}.sql`) })),
  dimensions,
  measures,
  prepare: [{ id: 'stretch', sql: sql('./facts/stretch.sql') }],
  references,
  release,
})
