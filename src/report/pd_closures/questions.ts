import { dayBefore } from '../../query/period.ts'
import { cumulative, rate } from './facts.ts'

/** The end of the month before the one that a day lies in. */
export function endOfMonthBefore(day: string): string {
  return dayBefore(`${day.slice(0, 7)}-01`)
}

/** How many nationalities the ranking takes in. */
export const largest = 50

const both = `measures=${cumulative},${rate}`

/** The questions of this report, as query strings. */
export const questions = {
  total: (to: string) => `${both}&to=${to}`,
  months: (since: string, to: string) => `measures=pd_closures&by=month&from=${since}&to=${to}`,
  pending: (to: string) => `measures=pending&to=${to}`,
  days: (to: string, filter: string) => `measures=days_to_closure&from=${to.slice(0, 7)}-01&to=${to}${filter}`,
  nationality: (to: string) => `${both}&to=${to}&by=nationality&largest=${largest}&sort=-${cumulative}&totals=1`,
  court: (to: string) => `${both}&to=${to}&by=court&sort=-${cumulative}&totals=1`,
  location: (to: string) => `${both}&to=${to}&by=court,hearing_location&sort=-${cumulative}`,
  kinds: (since: string, to: string) => `measures=pd_admin_closures,pd_terminations&from=${since}&to=${to}`,
  types: (to: string) => `measures=${cumulative}&by=closure_type&to=${to}&sort=-${cumulative}&totals=1`,
}
