/** The cohort: cases by their first administrative closure. */
export const cohort = 'first_admin_closures'
export const share = 'recalendared_share'
export const back = `${share}_numerator`
export const inactive = 'first_admin_closures_inactive'
export const ended = 'first_admin_closures_ended'
export const spans = 'years_to_recalendaring'
export const fate = 'after_admin_closure'

const all = `measures=${cohort},${share},${inactive},${ended}`

/** The day after that of a year before: twelve months end on `to`. */
function yearBefore(to: string): { from: string; before: string } {
  const day = (date: Date): string => date.toISOString().slice(0, 10)
  const end = new Date(`${to}T00:00:00Z`)
  const before = new Date(Date.UTC(end.getUTCFullYear() - 1, end.getUTCMonth(), end.getUTCDate()))
  return { before: day(before), from: day(new Date(before.getTime() + 86_400_000)) }
}

/** The questions of this report, as query strings. */
export const questions = {
  total: (to: string) => `${all}&to=${to}`,
  year: (to: string) => `${all}&to=${to}&by=fiscal_year`,
  span: (to: string) => `measures=${cohort}&to=${to}&by=${spans}`,
  fate: (to: string) => `measures=${cohort}&to=${to}&by=${fate}`,
  days: (to: string) => `measures=days_to_recalendaring&to=${to}`,
  recent: (to: string) => `measures=recalendared&from=${yearBefore(to).from}&to=${to}`,
  earlier: (to: string) => {
    const { before } = yearBefore(to)
    return `measures=recalendared&from=${yearBefore(before).from}&to=${before}`
  },
  court: (to: string) => `${all}&to=${to}&by=court&sort=-${cohort}`,
  nationality: (to: string) => `${all}&to=${to}&by=nationality&sort=-${cohort}`,
}

export type AnswerId = keyof typeof questions
export const answerIds = Object.keys(questions).filter((id): id is AnswerId => id in questions)

/** A rate of fewer cases than this leads no ranking and is drawn hollow. */
export const smallestBase = 20
