/** A date as days since 1970-01-01. */
export type Day = number

export function day(text: string): Day {
  return Math.round(
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86400000,
  )
}

const written = new Map<Day, string>()

/** `YYYY-MM-DD`. */
export function dateText(of: Day): string {
  let text = written.get(of)
  if (text === undefined) {
    text = new Date(of * 86400000).toISOString().slice(0, 10)
    written.set(of, text)
  }
  return text
}

/** EOIR's date-time; an absent date is an empty cell. */
export function dateTime(of: Day | undefined): string {
  return of === undefined ? '' : `${dateText(of)} 00:00:00.000`
}

export function monthOf(of: Day): string {
  return dateText(of).slice(0, 7)
}

export function yearOf(of: Day): number {
  return Number(dateText(of).slice(0, 4))
}

/** The fiscal year that holds the day: it starts on 1 October. */
export function fiscalYearOf(of: Day): number {
  return yearOf(of) + (Number(dateText(of).slice(5, 7)) >= 10 ? 1 : 0)
}

/** The day itself, or the working day before it. Courts hardly close cases on Sundays. */
export function workday(of: Day): Day {
  const weekday = (((of + 4) % 7) + 7) % 7
  if (weekday === 0) return of - 2
  return weekday === 6 ? of - 1 : of
}
