import { formatDate, formatPeriod } from '#render'
import { listOf, type NumberSpan, type Phrase, t } from '../../span.ts'

/** A part of those that came back, and how large a part. */
export interface Part {
  readonly fate: string
  readonly n: NumberSpan
  readonly share: NumberSpan
}

/** One year, court or nationality. */
export interface Member {
  readonly name: string
  readonly n: NumberSpan
  readonly back: NumberSpan
  readonly share: NumberSpan
}

const date = (text: string): string => formatDate(text, 'en')
const cases = (n: NumberSpan): string => (n.value === 1 ? 'case' : 'cases')
const were = (n: NumberSpan): string => (n.value === 1 ? 'was' : 'were')
const year = (text: string): string => formatPeriod(text, 'en')

const fates: Readonly<Record<string, (n: NumberSpan) => string>> = {
  pending: (n) => `${were(n)} pending`,
  removal_order: () => 'had ended with a removal order',
  relief: () => 'with relief',
  termination: () => 'with a termination',
  dismissal: () => 'with a dismissal',
  voluntary_departure: () => 'with voluntary departure',
  put_aside: (n) => `${were(n)} put aside again`,
  other: () => 'had ended otherwise',
}

/** The sentences of this report in English. */
export const en = {
  kicker: 'Cases once administratively closed',
  title: (share: NumberSpan): Phrase => t`Of the cases once administratively closed, ${share} are back on the docket`,
  titleNone: t`No case in this release was ever administratively closed`,
  headings: {
    year: 'By the year in which they were closed',
    span: 'After how long',
    fate: 'How those that came back stand now',
    court: 'By court',
    nationality: 'By nationality',
  },
  total: (n: NumberSpan, back: NumberSpan, share: NumberSpan, asOf: string): Phrase =>
    t`Up to ${date(asOf)} the immigration courts had administratively closed ${n} ${cases(n)} at least once. Of these, ${back}, or ${share}, had come back to the docket.`,
  rest: (inactive: NumberSpan, ended: NumberSpan): Phrase =>
    t`${inactive} ${were(inactive)} still inactive, and ${ended} had ended without coming back.`,
  recent: (now: NumberSpan, before: NumberSpan): Phrase => {
    const than = now.value === before.value ? 'as many as' : now.value > before.value ? 'more than' : 'fewer than'
    return t`In the last twelve months ${now} ${cases(now)} came back, ${than} the ${before} of the twelve months before.`
  },
  largestYear: (m: Member): Phrase =>
    t`Most were closed in ${year(m.name)}: ${m.n} ${cases(m.n)}, of which ${m.back}, or ${m.share}, are back.`,
  years: (high: Member, low: Member): Phrase =>
    t`The share is highest for those closed in ${year(high.name)}, ${high.share}, and lowest for those of ${year(low.name)}, ${low.share}.`,
  days: (median: NumberSpan, mean: NumberSpan): Phrase =>
    t`Half of all returns came within ${median} days of the closure; the mean is ${mean} days.`,
  spans: (quick: NumberSpan, late: NumberSpan): Phrase =>
    t`${quick} ${cases(quick)} came back within a year, ${late} after ten years or more.`,
  fates: (parts: readonly Part[]): Phrase =>
    t`Of those that came back, ${listOf(
      parts.map(({ fate, n, share }) => t`${n} (${share}) ${fates[fate]?.(n) ?? fate}`),
      'en',
    )}.`,
  members: (first: readonly Member[]): Phrase =>
    t`The largest counts are ${listOf(
      first.map((m) => t`${m.name} with ${m.n} ${cases(m.n)}, of which ${m.share} are back`),
      'en',
    )}.`,
  figure: {
    title: 'The share that came back, by year of closure',
    about:
      'Of the cases first closed in each fiscal year. The line is the share of all years together. Hollow: fewer than 20 cases, too few to compare.',
    alt: (all: string): string => `Dot plot of the years; all of them together have ${all}.`,
  },
  tables: {
    cohort: 'Closed',
    back: 'Back',
    share: 'Share back',
    inactive: 'Inactive',
    cases: 'Cases',
    year: {
      title: 'Cases by the fiscal year of their first administrative closure',
      about: 'Back: come back to the docket since. Inactive: not back. As they stand at the end of the release.',
    },
    span: { title: 'Time from the first administrative closure to the return', about: 'In whole years.' },
    fate: { title: 'How the cases stand', about: 'At the end of the release.' },
    court: {
      title: 'Cases by the court that closed them',
      about: 'Courts with the most first; the first ten at once.',
    },
    nationality: { title: 'Cases by nationality', about: 'Nationalities with the most first; the first ten at once.' },
    others: (n: string): string => `The other ${n}`,
  },
  notes: {
    definition:
      'An administrative closure (codes Y, M, A, B, K, P, H) takes a case off the active docket without deciding it. Each case counts once, on the day of its first one; it is back when a later start of a proceeding is recorded.',
    time: 'Those closed recently have had less time to come back than those closed long ago.',
    end: 'How a case stands is its last event up to the end of the release, whatever came between.',
  },
}

export type Words = typeof en
