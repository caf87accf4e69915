import type { Catalog, Language, Profile, Tool } from '#catalog'
import { UsageError } from '#errors'
import { isCounted } from '../../query/counted.ts'
import type { ReleaseInfo, Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import type { TimelineEvent } from '../explorer/events.ts'

export interface ProfileInput {
  readonly service: QueryService
  readonly profile: Profile
  readonly tools: readonly Tool[]
  readonly events: readonly TimelineEvent[]
  readonly url: URL
  readonly language: Language
}

/** One member of the dimension, in one release. */
export interface Context extends ProfileInput {
  readonly code: string
  readonly release: ReleaseInfo
}

const known = ['q', 'release'] as const
/** So many years are drawn, so many members of a list shown. */
const drawnYears = 10
const listed = 8

/** Raises a UsageError for a word in the address that a profile does not know. */
export function checkWords({ profile, url }: ProfileInput, more: readonly string[] = []): void {
  const allowed = [profile.dimension, ...known, ...more]
  for (const word of url.searchParams.keys()) {
    if (allowed.includes(word)) continue
    throw new UsageError(`This page knows no word “${word}”.`, {
      code: 'unknown-word',
      value: word,
      allowed: allowed.join(', '),
      hint: `take ${word} out of the address`,
    })
  }
}

/** `2026-09` less a number of months. */
export function monthsBefore(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

export type QueryWords = Readonly<Record<string, string | undefined>>

/** Asks with the release of the address. */
export function run({ service, language, url }: ProfileInput, words: QueryWords): Promise<Result> {
  const query = new URLSearchParams()
  const release = url.searchParams.get('release')
  for (const [word, value] of Object.entries(words)) if (value !== undefined) query.set(word, value)
  if (release !== null && release !== '') query.set('release', release)
  return service.run(query.toString(), language)
}

/** First and last month of the last twelve. */
export function lastYear({ release }: Context): readonly [string, string] {
  const last = release.as_of.slice(0, 7)
  return [monthsBefore(last, 11), last]
}

/** The answers behind the two tables: on the last day, and in the last twelve months, here and in the country. */
export async function askTables(context: Context) {
  const { profile, code } = context
  const own = { [profile.dimension]: code }
  const [from] = lastYear(context)
  const ask = (lines: Profile['now'], more: QueryWords) =>
    run(context, { measures: lines.map((l) => l.measure).join(','), min: String(profile.min), ...more })
  const [now, nowAll, year, yearAll] = await Promise.all([
    ask(profile.now, own),
    ask(profile.now, {}),
    ask(profile.year, { ...own, from }),
    ask(profile.year, { from }),
  ])
  return { now, nowAll, year, yearAll }
}

/** The first month that is drawn. */
export function drawnFrom({ release }: Context): string {
  const first = monthsBefore(release.as_of.slice(0, 7), drawnYears * 12)
  return first < release.first_month ? release.first_month : first
}

/** A measure by month. */
export function askSeries(context: Context, measure: string): Promise<Result> {
  const { profile, code } = context
  return run(context, { measures: measure, by: 'month', from: drawnFrom(context), [profile.dimension]: code })
}

/** Where a list begins: a flow is counted over the last twelve months, a stock on the last day. */
export function listFrom(context: Context, measure: string): string | undefined {
  return context.service.catalog.measures.get(measure)?.kind === 'flow' ? lastYear(context)[0] : undefined
}

/** A measure by the members of another dimension, the largest first: those on the page, or all. */
export function askList(context: Context, list: Profile['lists'][number], all = false): Promise<Result> {
  const { profile, code } = context
  return run(context, {
    measures: list.measure,
    by: list.dimension,
    [profile.dimension]: code,
    from: listFrom(context, list.measure),
    sort: `-${list.measure}`,
    ...(!all && { limit: String(listed) }),
    totals: '1',
  })
}

/** A profile without what is still being counted in a release of which only the first numbers are published. */
function countedPart(profile: Profile, catalog: Catalog, release: ReleaseInfo): Profile {
  const counted = ({ measure }: { readonly measure: string }): boolean => isCounted(measure, catalog, release)
  const { now, year, series, lists } = profile
  return {
    ...profile,
    now: now.filter(counted),
    year: year.filter(counted),
    series: series.filter(counted),
    lists: lists.filter(counted),
  }
}

/** The member that the address names, with its name; undefined when it names none. */
export async function contextOf(input: ProfileInput): Promise<{ context: Context; name: string } | undefined> {
  const { profile, service, language, url } = input
  const code = url.searchParams.get(profile.dimension)?.trim() ?? ''
  if (code === '') return undefined
  const release = await service.release(url.searchParams.get('release') ?? undefined)
  const labels = await service.values(profile.dimension, { language, search: code, release: release.id })
  const told = countedPart(profile, service.catalog, release)
  return {
    context: { ...input, profile: told, code, release },
    name: labels.find((v) => v.code === code)?.label ?? code,
  }
}
