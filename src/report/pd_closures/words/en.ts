import { formatDate, formatMonth, formatNumber } from '#render'
import { listOf, type NumberSpan, type Phrase, t } from '../../span.ts'
import type { Dates, Revision } from '../facts.ts'

/** A member of a ranking by share, with the parts of its share. */
export interface Rated {
  readonly name: string
  readonly n: NumberSpan
  readonly base: NumberSpan
  readonly share: NumberSpan
}

/** The rung at an end of that ranking, and the one after it. */
export interface RatedEnds {
  readonly first: readonly Rated[]
  readonly second: readonly Rated[]
  readonly dates: Dates
}

interface Change {
  readonly dates: Dates
  readonly now: NumberSpan
  readonly before: NumberSpan
  /** What came between, when a cell says so. */
  readonly added: NumberSpan | undefined
}

interface Stock {
  readonly now: NumberSpan
  readonly was: NumberSpan
  readonly dates: Dates
  /** Whether there were closures that could have made it shrink. */
  readonly despite: boolean
}

interface Revised {
  readonly was: NumberSpan
  readonly now: NumberSpan
  readonly release: string
  readonly date: string
}

/** One court, or several that tie. */
export interface Leader {
  readonly names: readonly string[]
  readonly n: NumberSpan
}

interface Mean {
  readonly days: NumberSpan
  readonly n: NumberSpan
}

const date = (text: string) => formatDate(text, 'en')
const list = (phrases: readonly Phrase[]) => listOf(phrases, 'en')
const names = (all: readonly string[]) => list(all.map((name) => t`${name}`))
const closures = (n: NumberSpan): string => (n.value === 1 ? 'closure' : 'closures')
const cases = (n: NumberSpan): string => (n.value === 1 ? 'case' : 'cases')
const counted = (n: NumberSpan): Phrase => t`${n} ${closures(n)}`

function ordinal(day: number): string {
  const teen = day % 100 > 10 && day % 100 < 14
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`
}

/** `June 2012`, or `June 2012, up to the 28th,` when the month goes on. */
function monthUpTo(asOf: string): string {
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const name = formatMonth(asOf.slice(0, 7), 'en')
  return day === last ? name : `${name}, up to the ${ordinal(day)},`
}

const each = (all: readonly string[]): string => (all.length > 1 ? ' each' : '')
const leaders = (all: readonly Leader[]): Phrase =>
  list(all.map((one) => t`${names(one.names)} with ${one.n}${each(one.names)}`))

const scopeOf = (largest: NumberSpan | undefined): Phrase =>
  largest === undefined ? t`Among all nationalities` : t`Among the ${largest} nationalities with the most pending cases`

/** `113 closures to 2,898 cases, or 3.9 percent` */
const ratio = (r: Rated): Phrase => t`${counted(r.n)} to ${r.base} ${cases(r.base)}, or ${r.share}`
const shortRatio = (r: Rated): Phrase => t`${r.n} to ${r.base}, or ${r.share}`

/** The sentences of this report in English. `es.ts` has the same shape. */
export const en = {
  kicker: 'PD closures',
  asOf: (asOf: string) => `as of ${date(asOf)}`,
  headings: {
    backlog: 'The backlog and the wait',
    nationality: 'By nationality',
    court: 'By court',
    location: 'By hearing location',
    kind: 'By type of closure',
    revision: 'What changed since the last edition',
  },
  title: (share: NumberSpan, moved: 'up' | 'down' | 'same' | undefined, base: string): Phrase =>
    t`Prosecutorial discretion closures ${moved === 'up' ? 'now ' : moved === 'same' ? 'still ' : ''}equal ${share} of the ${base.slice(0, 4)} backlog`,
  titleCount: (n: NumberSpan): Phrase => t`Prosecutorial discretion closures number ${n}`,
  titleMissing: (asOf: string): Phrase => t`No closures by prosecutorial discretion can be counted as of ${date(asOf)}`,
  total: (n: NumberSpan, { asOf, since }: Dates): Phrase =>
    t`As of ${date(asOf)} the immigration courts had recorded a total of ${counted(n)} by prosecutorial discretion (PD), counted since ${date(since)}.`,
  totalMissing: ({ asOf }: Dates, reason: string): Phrase =>
    reason === 'not_recorded'
      ? t`On ${date(asOf)} the courts had no code yet to record a closure by prosecutorial discretion (PD): the number is missing, not zero.`
      : t`For ${date(asOf)} the number of closures by prosecutorial discretion (PD) is missing: ${reason.replaceAll('_', ' ')}.`,
  changeMissing: ({ before, asOf }: Dates): Phrase =>
    t`There is no number for ${date(before)} to compare that of ${date(asOf)} with.`,
  change: {
    up: ({ dates, before, added }: Change): Phrase =>
      added === undefined
        ? t`The count on ${date(dates.asOf)} is up from ${before} on ${date(dates.before)}.`
        : t`The count is up from ${before} on ${date(dates.before)}, with ${added} more by ${date(dates.asOf)}.`,
    down: ({ dates, before }: Change): Phrase =>
      t`The count on ${date(dates.asOf)} is down from ${before} on ${date(dates.before)}.`,
    same: ({ dates, now }: Change): Phrase =>
      t`The count on ${date(dates.asOf)} is unchanged at ${now} since ${date(dates.before)}.`,
  },
  share: (s: {
    readonly stillOnly: boolean
    readonly n: NumberSpan
    readonly share: NumberSpan
    readonly base: NumberSpan
    readonly dates: Dates
  }): Phrase => {
    const verb = s.n.value === 1 ? 'equals' : 'equal'
    const that = s.n.value === 1 ? 'That' : 'Those'
    return s.stillOnly
      ? t`${that} ${counted(s.n)} still ${verb} only ${s.share} of the ${s.base} ${cases(s.base)} pending on ${date(s.dates.base)}.`
      : t`${that} ${counted(s.n)} ${verb} ${s.share} of the ${s.base} ${cases(s.base)} pending on ${date(s.dates.base)}.`
  },
  shareMissing: ({ base }: Dates): Phrase => t`No case was pending on ${date(base)}, so there is no share.`,
  record: (r: {
    readonly n: NumberSpan
    readonly month: string
    readonly first: string
    readonly second: { readonly n: NumberSpan; readonly month: string }
  }): Phrase =>
    t`The ${counted(r.n)} of ${formatMonth(r.month, 'en')} ${r.n.value === 1 ? 'is' : 'are'} a record: no month since ${formatMonth(r.first, 'en')} had more. Next is ${formatMonth(r.second.month, 'en')} with ${r.second.n}.`,
  pending: {
    up: ({ now, was, dates, despite }: Stock): Phrase =>
      t`The backlog has grown${despite ? ' all the same' : ''}: ${now} ${cases(now)} were pending on ${date(dates.asOf)}, up from ${was} on ${date(dates.base)}.`,
    down: ({ now, was, dates }: Stock): Phrase =>
      t`The backlog has shrunk: ${now} ${cases(now)} were pending on ${date(dates.asOf)}, down from ${was} on ${date(dates.base)}.`,
    same: ({ now, dates }: Stock): Phrase =>
      t`The backlog is unchanged: ${now} ${cases(now)} were pending on ${date(dates.asOf)}, as many as on ${date(dates.base)}.`,
  },
  pendingOnly: (now: NumberSpan, { asOf }: Dates): Phrase => t`On ${date(asOf)} ${now} ${cases(now)} were pending.`,
  wait: (w: {
    readonly dates: Dates
    readonly pd: Mean
    readonly all: (Mean & { readonly than: 'up' | 'down' | 'same' }) | undefined
    readonly relief: Mean | undefined
  }): Phrase => {
    const than = { up: 'longer than', down: 'less than', same: 'as long as' }
    const all = w.all === undefined ? t`` : t`, ${than[w.all.than]} the ${w.all.days} days of all closures (${w.all.n})`
    const relief =
      w.relief === undefined
        ? t``
        : t` Those that ended in relief had been open for ${w.relief.days} days (${w.relief.n}).`
    return t`The cases closed by PD in ${monthUpTo(w.dates.asOf)} had been open for ${w.pd.days} days on average (${counted(w.pd.n)})${all}.${relief}`
  },
  largest: (l: {
    readonly scope: NumberSpan | undefined
    readonly name: string
    readonly n: NumberSpan
    readonly rated: Rated | undefined
    readonly only: boolean
    readonly dates: Dates
  }): Phrase => {
    const had = l.only ? 'was the only one with any closure' : 'had the largest number of closures'
    const share =
      l.rated === undefined
        ? t``
        : t`, equal to ${l.rated.share} of its ${l.rated.base} ${cases(l.rated.base)} pending on ${date(l.dates.base)}`
    return t`${scopeOf(l.scope)}, ${l.name} ${had}: ${l.n}${share}.`
  },
  largestTie: (l: {
    readonly scope: NumberSpan | undefined
    readonly names: readonly string[]
    readonly more: boolean
    readonly n: NumberSpan
    readonly dates: Dates
  }): Phrase =>
    l.more
      ? t`${scopeOf(l.scope)}, several shared the largest number of closures, ${l.n} each, ${names(l.names)} among them.`
      : t`${scopeOf(l.scope)}, ${names(l.names)} shared the largest number of closures, ${l.n} each.`,
  next: (items: readonly { readonly name: string; readonly n: NumberSpan }[]): Phrase =>
    t`Next came ${list(items.map(({ name, n }) => t`${name} with ${n}`))}.`,
  majority: (name: string, all: NumberSpan): Phrase =>
    t`${name} alone accounts for more than half of all ${counted(all)}.`,
  highest: (h: RatedEnds): Phrase => {
    const against = t`Measured against the cases pending on ${date(h.dates.base)}`
    const [one, ...others] = h.first
    if (one === undefined) return t``
    if (others.length > 0)
      return t`${against}, ${list(h.first.map(({ name }) => t`${name}`))} shared the highest rate, ${one.share}: ${list(h.first.map((r) => t`${counted(r.n)} to ${r.base} ${cases(r.base)}`))}.`
    const second =
      h.second.length === 0 ? t`` : t`; next came ${list(h.second.map((r) => t`${r.name} with ${shortRatio(r)}`))}`
    return t`${against}, ${one.name} had the highest rate: ${ratio(one)}${second}.`
  },
  lowest: (l: RatedEnds): Phrase => {
    const [one, ...others] = l.first
    if (one === undefined) return t``
    const pendingOn = `pending on ${date(l.dates.base)}`
    if (others.length > 0)
      return t`At the other extreme ${names(l.first.map((r) => r.name))} shared the lowest rate, ${one.share}: ${list(l.first.map((r) => t`${counted(r.n)} to ${r.base} ${cases(r.base)}`))} ${pendingOn}.`
    const second =
      l.second.length === 0
        ? t``
        : t`; next lowest ${l.second.length === 1 ? 'was' : 'were'} ${list(l.second.map((r) => t`${r.name} with ${shortRatio(r)}`))}`
    return t`At the other extreme ${one.name} had ${counted(one.n)} to ${one.base} ${cases(one.base)} ${pendingOn}, or ${one.share}${second}.`
  },
  lowestNone: (r: Rated, { base }: Dates): Phrase =>
    t`At the other extreme several had no closure at all, the largest of them ${r.name}: ${counted(r.n)} to ${r.base} ${cases(r.base)} pending on ${date(base)}.`,
  courts: (c: { readonly first: Leader; readonly rest: readonly Leader[]; readonly only: boolean }): Phrase => {
    if (c.only) return t`${names(c.first.names)} is the only court with any: ${counted(c.first.n)}.`
    const rest = leaders(c.rest)
    const followed = c.rest.length === 0 ? t`` : t`, followed by ${rest}`
    return t`Of all courts, ${names(c.first.names)} recorded the most closures, ${c.first.n}${each(c.first.names)}${followed}.`
  },
  courtsBefore: (c: { readonly items: readonly Leader[]; readonly same: boolean; readonly date: string }): Phrase =>
    c.same
      ? t`The same had led on ${date(c.date)}, in the same order: ${leaders(c.items)}.`
      : t`On ${date(c.date)} the leading courts had been ${leaders(c.items)}.`,
  locations: ({ first, rest }: { readonly first: Leader; readonly rest: readonly Leader[] }): Phrase => {
    const followed = rest.length === 0 ? t`` : t`, followed by ${leaders(rest)}`
    return t`Of all hearing locations, ${names(first.names)} recorded the most closures, ${first.n}${each(first.names)}${followed}.`
  },
  admin: (a: {
    readonly n: NumberSpan
    readonly all: NumberSpan
    readonly share: NumberSpan
    readonly part: 'all' | 'most' | 'some'
  }): Phrase => {
    const which = {
      all: t`All ${counted(a.all)} were`,
      most: t`Most of the ${counted(a.all)}, ${a.n} or ${a.share}, were`,
      some: t`Of the ${counted(a.all)}, ${a.n} or ${a.share} were`,
    }
    return t`${which[a.part]} administrative closures: the court puts the case aside without deciding it, and it can come back to the calendar.`
  },
  terminated: (k: {
    readonly n: NumberSpan
    readonly all: NumberSpan
    readonly share: NumberSpan
    readonly rest: boolean
  }): Phrase =>
    k.rest
      ? t`The other ${k.n}, or ${k.share} of the ${k.all}, were terminations: the judge ends the proceedings.`
      : t`Of the ${k.all}, ${k.n} or ${k.share} were terminations: the judge ends the proceedings.`,
  noTerminations: (): Phrase =>
    t`This release holds no terminations by prosecutorial discretion (code I), so every count here lacks them.`,
  onlyRelease: (): Phrase => t`No earlier release is published here, so this report cannot show what has been revised.`,
  notComparable: ({ release, date: day }: Revision): Phrase =>
    t`Release ${release}, the one before, has no number for ${date(day)} to compare with.`,
  revised: {
    up: (r: Revised): Phrase =>
      t`The count for ${date(r.date)} has been revised up: ${r.now}, from ${r.was} in release ${r.release}.`,
    down: (r: Revised): Phrase =>
      t`The count for ${date(r.date)} has been revised down: ${r.now}, from ${r.was} in release ${r.release}.`,
    same: (r: Revised): Phrase => t`The count for ${date(r.date)} is the same as in release ${r.release}: ${r.now}.`,
  },
  baseRevised: {
    up: (r: Revised): Phrase =>
      t`The number of cases pending on ${date(r.date)} has been revised up: ${r.now}, from ${r.was} in release ${r.release}.`,
    down: (r: Revised): Phrase =>
      t`The number of cases pending on ${date(r.date)} has been revised down: ${r.now}, from ${r.was} in release ${r.release}.`,
    same: (r: Revised): Phrase =>
      t`The number of cases pending on ${date(r.date)} is the same as in release ${r.release}: ${r.now}.`,
  },
  notes: {
    definition: ({ asOf }: Dates) =>
      `A PD closure is a closure that the court marked as prosecutorial discretion: an administrative closure with code Y or M, or a termination with code I, dated up to ${date(asOf)}. Left out are cases in which no charging document was filed (code F) and mere moves to another court (codes C and T). These are the courts’ records. Immigration and Customs Enforcement (ICE) counts its own actions, such as cases reviewed and closures offered, and its numbers differ.`,
    comparison: ({ base }: Dates) =>
      `A comparison, not a part of the backlog: a case that was filed after ${date(base)} and then closed counts among the closures, not among the cases pending on that day.`,
    days: () =>
      'From the filing of the case to the closure; the number of closures with a known filing date stands in brackets.',
    place: () =>
      'The court is the one that closed the case; for pending cases, the one that had it on the base date. Courts differ in the cases that they hear, so these counts do not compare courts or judges.',
    late: (months: string) => `Late entries are expected to raise the numbers for ${months}.`,
  },
  tables: {
    closures: 'PD closures',
    base: 'Pending',
    share: 'Ratio',
    nationality: {
      title: 'PD closures by nationality',
      about: (largest: number | undefined, base: string) =>
        `${largest === undefined ? 'All nationalities' : `The ${formatNumber(largest, 'en')} nationalities with the most pending cases`}, by number of closures; first those named in the text. Pending: on ${date(base)}. Ratio: closures to pending cases.`,
      others: (n: number) => (n === 1 ? 'The other nationality' : `The other ${formatNumber(n, 'en')} nationalities`),
    },
    court: {
      title: 'PD closures by court',
      about: (base: string) =>
        `Courts by number of closures. Pending: on ${date(base)}. Ratio: closures to pending cases.`,
      others: (n: number) => (n === 1 ? 'The other court' : `The other ${formatNumber(n, 'en')} courts`),
    },
    location: {
      title: 'PD closures by court and hearing location',
      about: (base: string) =>
        `Each court, then its hearing locations, by number of closures. Pending: on ${date(base)}. Ratio: closures to pending cases.`,
      others: (n: number) =>
        n === 1 ? 'The hearing location' : `All ${formatNumber(n, 'en')} hearing locations, court by court`,
    },
    kind: {
      title: 'PD closures by code',
      column: 'Code and what it means',
      about: (asOf: string) => `Case type, kind and code as released, counted up to ${date(asOf)}.`,
    },
  },
  figure: {
    title: (high: string, low: string) =>
      `Measured against its backlog, ${high} has the most closures, ${low} the fewest`,
    titlePlain: 'PD closures measured against the backlog, by nationality',
    about: (base: string, all: string) =>
      `PD closures as a percentage of the cases pending on ${date(base)}, nationalities named in the text. Dashed line: all nationalities, ${all}.`,
    alt: (high: string, highShare: string, low: string, lowShare: string, all: string) =>
      `Dot plot. The highest is ${high} with ${highShare}, the lowest ${low} with ${lowShare}; all nationalities together have ${all}.`,
    altPlain: (highShare: string, lowShare: string, all: string) =>
      `Dot plot. The shares run from ${lowShare} to ${highShare}; all nationalities together have ${all}.`,
  },
}

export type PdWords = typeof en
