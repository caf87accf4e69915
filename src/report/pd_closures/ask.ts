import type { Language } from '#catalog'
import { UsageError } from '#errors'
import { isDate } from '../../query/period.ts'
import type { ReleaseInfo, Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import type { Dates, PdFacts, Revision } from './facts.ts'
import { endOfMonthBefore, largest, questions } from './questions.ts'

export interface ReportOptions {
  /** The day of the report, `YYYY-MM-DD`; the release's own when left out. */
  readonly asOf?: string | undefined
  /** Id of a release; the current one when left out. */
  readonly release?: string | undefined
  readonly language: Language
}

/** The answers that a report is made from, by the name that the document gives them. */
export type Answers = Readonly<Record<AnswerId, Result>>
export type AnswerId =
  | 'total'
  | 'before'
  | 'months'
  | 'pending'
  | 'days_pd'
  | 'days_relief'
  | 'days_all'
  | 'nationality'
  | 'court'
  | 'court_before'
  | 'location'
  | 'kinds'
  | 'types'

export interface Asked {
  readonly release: ReleaseInfo
  readonly facts: PdFacts
  readonly answers: Answers
  /** Answers beyond those of the report itself. */
  readonly further: Readonly<Record<string, Result>>
}

type Ask = (query: string) => Promise<Result>

function badDate(value: string, allowed: string): never {
  throw new UsageError(`this is no date for a report: ${value}`, {
    code: 'bad-date',
    value,
    allowed,
    hint: 'write it as year, month and day',
  })
}

function outside(value: string, since: string, release: ReleaseInfo): never {
  throw new UsageError(`this report cannot be made as of ${value}`, {
    code: 'date-outside',
    value,
    nearest: value < since ? since : release.as_of,
    allowed: `from ${since}, on which the count begins, to ${release.as_of}, the last day of release ${release.id}`,
  })
}

/** The day of the report. Raises a UsageError for a day that is none or that lies outside the release. */
function dayOf(asOf: string | undefined, release: ReleaseInfo): string {
  const day = asOf ?? release.as_of
  if (!isDate(day)) badDate(day, `a date such as ${release.as_of}`)
  return day
}

/** The newest release that ends earlier and is of the same kind: a synthetic one never follows a real one. */
async function releaseBefore(service: QueryService, release: ReleaseInfo): Promise<ReleaseInfo | undefined> {
  const all = await service.releases()
  return all
    .filter((one) => one.synthetic === release.synthetic && one.as_of < release.as_of)
    .toSorted((a, b) => (a.as_of < b.as_of ? 1 : -1))[0]
}

async function revisionOf(
  service: QueryService,
  release: ReleaseInfo,
  dates: Dates,
  ask: Ask,
  language: Language,
): Promise<(Revision & { readonly was: Result; readonly now: Result }) | undefined> {
  const earlier = await releaseBefore(service, release)
  if (earlier === undefined || earlier.as_of < dates.base) return undefined
  const date = earlier.as_of < dates.asOf ? earlier.as_of : dates.asOf
  const [was, now] = await Promise.all([
    service.run(`${questions.total(date)}&release=${encodeURIComponent(earlier.id)}`, language),
    ask(questions.total(date)),
  ])
  return { release: earlier.id, date, was, now }
}

/** All questions at once, each answer under its name. */
async function answersOf(ask: Ask, { asOf, before, since }: Dates, total: Result): Promise<Answers> {
  const asked = {
    before: ask(questions.total(before)),
    months: ask(questions.months(since, asOf)),
    pending: ask(questions.pending(asOf)),
    days_pd: ask(questions.days(asOf, '&pd=yes')),
    days_relief: ask(questions.days(asOf, '&outcome_group=relief')),
    days_all: ask(questions.days(asOf, '')),
    nationality: ask(questions.nationality(asOf)),
    court: ask(questions.court(asOf)),
    court_before: ask(questions.court(before)),
    location: ask(questions.location(asOf)),
    kinds: ask(questions.kinds(since, asOf)),
    types: ask(questions.types(asOf)),
  }
  await Promise.all(Object.values(asked))
  return {
    total,
    before: await asked.before,
    months: await asked.months,
    pending: await asked.pending,
    days_pd: await asked.days_pd,
    days_relief: await asked.days_relief,
    days_all: await asked.days_all,
    nationality: await asked.nationality,
    court: await asked.court,
    court_before: await asked.court_before,
    location: await asked.location,
    kinds: await asked.kinds,
    types: await asked.types,
  }
}

/** Asks everything that the report needs, of one release. */
export async function askAll(service: QueryService, options: ReportOptions): Promise<Asked> {
  const release = await service.release(options.release)
  const asOf = dayOf(options.asOf, release)
  const ask: Ask = (query) => service.run(`${query}&release=${encodeURIComponent(release.id)}`, options.language)
  if (asOf > release.as_of) outside(asOf, (await ask(questions.pending(release.as_of))).origin.since, release)
  const total = await ask(questions.total(asOf))
  const { since, base } = total.origin
  if (asOf < since) outside(asOf, since, release)
  const dates = { asOf, before: endOfMonthBefore(asOf), since, base }
  const answers = await answersOf(ask, dates, total)
  const revision = await revisionOf(service, release, dates, ask, options.language)
  const {
    before,
    months,
    pending,
    nationality,
    court,
    location,
    court_before: courtBefore,
    kinds,
    days_pd: pd,
    days_relief: relief,
    days_all,
  } = answers
  const days = { pd, relief, all: days_all }
  return {
    release,
    answers,
    facts: {
      dates,
      provisional: total.origin.release.provisional,
      total,
      before,
      months,
      pending,
      days,
      nationality,
      largest,
      court,
      courtBefore,
      location,
      kinds,
      revision,
    },
    further: revision === undefined ? {} : { previous: revision.was, revised: revision.now },
  }
}
