import { readFileSync } from 'node:fs'
import { type Catalog, type Dimension, type Fact, type Measure, makeCatalog } from '#catalog'
import { balances } from './balances.ts'
import { bridges } from './bridges.ts'
import { carry } from './carry.ts'
import { adjournmentReason } from './dimensions/adjournment_reason.ts'
import { afterAdminClosure } from './dimensions/after_admin_closure.ts'
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
import { yearsToRecalendaring } from './dimensions/years_to_recalendaring.ts'
import { application } from './facts/application/application.ts'
import { asylumDecision } from './facts/asylum_decision/asylum_decision.ts'
import { bond } from './facts/bond/bond.ts'
import { caseload } from './facts/caseload/caseload.ts'
import { closure } from './facts/closure/closure.ts'
import { filing } from './facts/filing/filing.ts'
import { hearing } from './facts/hearing/hearing.ts'
import { lastProceeding } from './facts/last_proceeding/last_proceeding.ts'
import { probablePd } from './facts/probable_pd/probable_pd.ts'
import { representedCaseload } from './facts/represented_caseload/represented_caseload.ts'
import { transition } from './facts/transition/transition.ts'
import { adjournments } from './measures/adjournments/adjournments.ts'
import { adminClosures } from './measures/admin_closures/admin_closures.ts'
import { asylumApplications } from './measures/asylum_applications/asylum_applications.ts'
import { asylumDecisions } from './measures/asylum_decisions/asylum_decisions.ts'
import { asylumDenials } from './measures/asylum_denials/asylum_denials.ts'
import { asylumGrantRate } from './measures/asylum_grant_rate/asylum_grant_rate.ts'
import { asylumGrants } from './measures/asylum_grants/asylum_grants.ts'
import { bondDecisions } from './measures/bond_decisions/bond_decisions.ts'
import { bondGrantRate } from './measures/bond_grant_rate/bond_grant_rate.ts'
import { bondGrants } from './measures/bond_grants/bond_grants.ts'
import { casesPutAside } from './measures/cases_put_aside/cases_put_aside.ts'
import { closedCases } from './measures/closed_cases/closed_cases.ts'
import { closures } from './measures/closures/closures.ts'
import { closuresEoir } from './measures/closures@eoir/closures@eoir.ts'
import { completedCases } from './measures/completed_cases/completed_cases.ts'
import { completions } from './measures/completions/completions.ts'
import { completionsEoir } from './measures/completions@eoir/completions@eoir.ts'
import { daysToClosure } from './measures/days_to_closure/days_to_closure.ts'
import { daysToRecalendaring } from './measures/days_to_recalendaring/days_to_recalendaring.ts'
import { daysWaiting } from './measures/days_waiting/days_waiting.ts'
import { dismissals } from './measures/dismissals/dismissals.ts'
import { filings } from './measures/filings/filings.ts'
import { firstAdminClosures } from './measures/first_admin_closures/first_admin_closures.ts'
import { firstAdminClosuresBack } from './measures/first_admin_closures_back/first_admin_closures_back.ts'
import { firstAdminClosuresEnded } from './measures/first_admin_closures_ended/first_admin_closures_ended.ts'
import { firstAdminClosuresInactive } from './measures/first_admin_closures_inactive/first_admin_closures_inactive.ts'
import { hearingsHeld } from './measures/hearings_held/hearings_held.ts'
import { hearingsSet } from './measures/hearings_set/hearings_set.ts'
import { inAbsentiaOrders } from './measures/in_absentia_orders/in_absentia_orders.ts'
import { inAbsentiaRate } from './measures/in_absentia_rate/in_absentia_rate.ts'
import { inactive } from './measures/inactive/inactive.ts'
import { initialCompletions } from './measures/initial_completions/initial_completions.ts'
import { initialCompletionsEoir } from './measures/initial_completions@eoir/initial_completions@eoir.ts'
import { movedIn } from './measures/moved_in/moved_in.ts'
import { movedOut } from './measures/moved_out/moved_out.ts'
import { noChargingDocument } from './measures/no_charging_document/no_charging_document.ts'
import { otherClosures } from './measures/other_closures/other_closures.ts'
import { pdAdminClosures } from './measures/pd_admin_closures/pd_admin_closures.ts'
import { pdClosures } from './measures/pd_closures/pd_closures.ts'
import { pdClosuresCumulative } from './measures/pd_closures_cumulative/pd_closures_cumulative.ts'
import { pdShareOfBacklog } from './measures/pd_share_of_backlog/pd_share_of_backlog.ts'
import { pdShareOfClosures } from './measures/pd_share_of_closures/pd_share_of_closures.ts'
import { pdTerminations } from './measures/pd_terminations/pd_terminations.ts'
import { pending } from './measures/pending/pending.ts'
import { pendingEoir } from './measures/pending@eoir/pending@eoir.ts'
import { pendingQuick } from './measures/pending@quick/pending@quick.ts'
import { pendingAtBase } from './measures/pending_at_base/pending_at_base.ts'
import { pendingRepresented } from './measures/pending_represented/pending_represented.ts'
import { pendingRepresentedCourt } from './measures/pending_represented@court/pending_represented@court.ts'
import { probablePdDismissals } from './measures/probable_pd_dismissals/probable_pd_dismissals.ts'
import { recalendared } from './measures/recalendared/recalendared.ts'
import { recalendaredShare } from './measures/recalendared_share/recalendared_share.ts'
import { reliefGrants } from './measures/relief_grants/relief_grants.ts'
import { removalOrders } from './measures/removal_orders/removal_orders.ts'
import { reopened } from './measures/reopened/reopened.ts'
import { representedShare } from './measures/represented_share/represented_share.ts'
import { representedShareCourt } from './measures/represented_share@court/represented_share@court.ts'
import { terminations } from './measures/terminations/terminations.ts'
import { voluntaryDepartures } from './measures/voluntary_departures/voluntary_departures.ts'
import { references } from './references.ts'
import { release } from './release.ts'
import { tables } from './tables/index.ts'

const facts: readonly Fact[] = [
  filing,
  closure,
  caseload,
  representedCaseload,
  transition,
  lastProceeding,
  application,
  asylumDecision,
  hearing,
  bond,
  probablePd,
]

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
  afterAdminClosure,
  yearsToRecalendaring,
]

const measures: readonly Measure[] = [
  filings,
  closures,
  closuresEoir,
  closedCases,
  completions,
  completionsEoir,
  initialCompletions,
  initialCompletionsEoir,
  pdClosures,
  pdAdminClosures,
  pdTerminations,
  pdClosuresCumulative,
  pdShareOfClosures,
  pdShareOfBacklog,
  probablePdDismissals,
  removalOrders,
  voluntaryDepartures,
  reliefGrants,
  terminations,
  dismissals,
  adminClosures,
  noChargingDocument,
  otherClosures,
  pending,
  pendingEoir,
  pendingQuick,
  inactive,
  pendingAtBase,
  reopened,
  recalendared,
  firstAdminClosures,
  firstAdminClosuresBack,
  firstAdminClosuresInactive,
  firstAdminClosuresEnded,
  daysToRecalendaring,
  recalendaredShare,
  completedCases,
  casesPutAside,
  movedIn,
  movedOut,
  daysToClosure,
  daysWaiting,
  inAbsentiaOrders,
  inAbsentiaRate,
  pendingRepresented,
  pendingRepresentedCourt,
  representedShare,
  representedShareCourt,
  asylumApplications,
  asylumDecisions,
  asylumGrants,
  asylumDenials,
  asylumGrantRate,
  hearingsSet,
  hearingsHeld,
  adjournments,
  bondDecisions,
  bondGrants,
  bondGrantRate,
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
  balances,
  bridges,
  prepare: [
    { id: 'codes', sql: sql('./facts/codes.sql') },
    { id: 'person', sql: sql('./facts/person.sql') },
    { id: 'stretch', sql: sql('./facts/stretch.sql') },
  ],
  references,
  release,
  carry,
})
