import { readFileSync } from 'node:fs'
import { type Catalog, type Dimension, type Fact, type Measure, makeCatalog } from '#catalog'
import { adjournmentReason } from './dimensions/adjournment_reason.ts'
import { ageBand } from './dimensions/age_band.ts'
import { asylum } from './dimensions/asylum.ts'
import { calendarYear } from './dimensions/calendar_year.ts'
import { caseType } from './dimensions/case_type.ts'
import { chargeGroup } from './dimensions/charge_group.ts'
import { closureType } from './dimensions/closure_type.ts'
import { court } from './dimensions/court.ts'
import { courtFamily } from './dimensions/court_family.ts'
import { courtState } from './dimensions/court_state.ts'
import { custody } from './dimensions/custody.ts'
import { family } from './dimensions/family.ts'
import { fiscalYear } from './dimensions/fiscal_year.ts'
import { hearingLocation } from './dimensions/hearing_location.ts'
import { hearingType } from './dimensions/hearing_type.ts'
import { inAbsentia } from './dimensions/in_absentia.ts'
import { judge } from './dimensions/judge.ts'
import { juvenile } from './dimensions/juvenile.ts'
import { language } from './dimensions/language.ts'
import { month } from './dimensions/month.ts'
import { nationality } from './dimensions/nationality.ts'
import { outcomeGroup } from './dimensions/outcome_group.ts'
import { pd } from './dimensions/pd.ts'
import { represented } from './dimensions/represented.ts'
import { sex } from './dimensions/sex.ts'
import { yearsInUsBand } from './dimensions/years_in_us_band.ts'
import { application } from './facts/application/application.ts'
import { asylumDecision } from './facts/asylum_decision/asylum_decision.ts'
import { bond } from './facts/bond/bond.ts'
import { caseload } from './facts/caseload/caseload.ts'
import { closure } from './facts/closure/closure.ts'
import { filing } from './facts/filing/filing.ts'
import { hearing } from './facts/hearing/hearing.ts'
import { lastProceeding } from './facts/last_proceeding/last_proceeding.ts'
import { transition } from './facts/transition/transition.ts'
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

const facts: readonly Fact[] = [filing, closure, caseload, transition, lastProceeding, application, asylumDecision, hearing, bond]

const dimensions: readonly Dimension[] = [
  month,
  fiscalYear,
  calendarYear,
  court,
  courtFamily,
  courtState,
  hearingLocation,
  nationality,
  language,
  caseType,
  closureType,
  outcomeGroup,
  pd,
  custody,
  represented,
  inAbsentia,
  juvenile,
  chargeGroup,
  asylum,
  judge,
  sex,
  ageBand,
  yearsInUsBand,
  family,
  hearingType,
  adjournmentReason,
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
  prepare: [
    { id: 'person', sql: sql('./facts/person.sql') },
    { id: 'stretch', sql: sql('./facts/stretch.sql') },
  ],
  references,
  release,
})
