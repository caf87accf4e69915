import type { Language } from '#catalog'
import { formatDate, formatNumber, formatPeriod, formatShare, type SiteWords, sentenceList } from '#render'
import { type Cell, isMissing, type Result, type Row } from '../../query/result.ts'
import { cellIn } from './cells.ts'
import type { Answers, Ground } from './question.ts'
import type { View } from './view.ts'

/** Names of the values of every filter, by dimension and code. */
export type FilterNames = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface Told {
  readonly view: View
  readonly ground: Ground
  readonly answers: Pick<Answers, 'whole' | 'country'>
  readonly names: FilterNames
  readonly dimensionNames: Readonly<Record<string, string>>
  readonly language: Language
  readonly words: SiteWords
}

export function rowOf(result: Result): Row | undefined {
  return result.totals ?? result.rows[0]
}

/** The values of a filter as they are read: `Los Angeles and Denver`. */
export function namesOf(
  told: Pick<Told, 'view' | 'names' | 'language' | 'words'>,
  dimension: string,
): string | undefined {
  const filter = told.view.filters.find((f) => f.dimension === dimension)
  if (filter === undefined) return undefined
  const list = sentenceList(
    filter.values.map((code) => told.names[dimension]?.[code] ?? code),
    told.language,
  )
  return filter.exclude ? `${told.words.tool.without} ${list}` : list
}

const placeDimensions = ['hearing_location', 'court'] as const

export function subject(told: Told): { readonly text: string; readonly isPlace: boolean } {
  const included = (d: string) => told.view.filters.some((f) => f.dimension === d && !f.exclude)
  const [location, court] = placeDimensions.map((d) => (included(d) ? namesOf(told, d) : undefined))
  if (location !== undefined && court !== undefined && location !== court) {
    return { text: `${location} (${court})`, isPlace: true }
  }
  const place = location ?? court
  return place === undefined ? { text: told.words.tool.courts, isPlace: false } : { text: place, isPlace: true }
}

/** Filters that the subject does not name: nationals of …, (custody: detained). */
export function qualifiers(told: Told): string {
  const { tool } = told.words
  let text = ''
  const rest: string[] = []
  for (const filter of told.view.filters) {
    const list = namesOf(told, filter.dimension) ?? ''
    const isPlace = placeDimensions.some((d) => d === filter.dimension)
    if (isPlace && !filter.exclude) continue
    if (filter.dimension === 'nationality' && !filter.exclude && !filter.values.includes('none')) {
      text += tool.nationals(list)
    } else rest.push(`${(told.dimensionNames[filter.dimension] ?? filter.dimension).toLowerCase()}: ${list}`)
  }
  return rest.length === 0 ? text : text + tool.qualifier(rest.join('; '))
}

function backlogPart(told: Told, row: Row | undefined, isPlace: boolean): string {
  const { words, language, answers, view } = told
  const share = cellIn(row, 'pd_share_of_backlog')
  const base = cellIn(row, 'pending_at_base')
  const { origin } = answers.whole
  const says = words.tool.answer
  if (isMissing(share) || isMissing(base)) return says.noShare(words.missing[missingOf(share, base)])
  const printed = [formatShare(share, language), formatNumber(base, language)] as const
  const baseDate = formatDate(origin.base, language)
  if (view.since !== undefined) return says.ofBacklogSince(formatDate(origin.since, language), ...printed, baseDate)
  return says.ofBacklog(...printed, isPlace, baseDate)
}

function missingOf(...cells: readonly Cell[]) {
  for (const cell of cells) if (isMissing(cell)) return cell.missing
  return 'not_recorded' as const
}

function closuresPart(told: Told, row: Row | undefined, second: boolean): string {
  const share = cellIn(row, 'pd_share_of_closures')
  const closures = cellIn(row, 'closures')
  const says = told.words.tool.answer
  if (isMissing(share) || isMissing(closures)) {
    return second ? '' : says.noShare(told.words.missing[missingOf(share, closures)])
  }
  const printed = [formatShare(share, told.language), formatNumber(closures, told.language)] as const
  return second ? says.andOfClosures(...printed) : says.ofClosures(...printed)
}

function countryPart(told: Told): string {
  if (told.answers.country === undefined) return ''
  const row = rowOf(told.answers.country)
  const count = cellIn(row, 'pd_closures')
  if (isMissing(count)) return ''
  const share = cellIn(row, told.view.rate === 'pd_share_of_closures' ? 'pd_share_of_closures' : 'pd_share_of_backlog')
  const { language, words } = told
  return words.tool.answer.country(
    formatNumber(count, language),
    isMissing(share) ? undefined : formatShare(share, language),
  )
}

/** The answer of a tool that compares PD closures with a backlog or with all closures. */
export function comparedSentence(told: Told): string {
  const { words, language, answers, view } = told
  const says = words.tool.answer
  const row = rowOf(answers.whole)
  const count = cellIn(row, 'pd_closures')
  const who = subject(told)
  if (isMissing(count)) return says.missing(who.text, words.missing[count.missing])
  const printed = count === 0 ? says.no : formatNumber(count, language)
  const unit = count === 0 && language === 'es' ? says.unit(1) : says.unit(count)
  const to = view.to === undefined ? formatDate(answers.whole.origin.to, language) : formatPeriod(view.to, language)
  const opening =
    view.from === ''
      ? says.countedUpTo(who.text, printed, unit, qualifiers(told), to)
      : says.counted(who.text, printed, unit, qualifiers(told), formatPeriod(view.from, language), to)
  const backlog = view.rate === 'pd_share_of_closures' ? '' : backlogPart(told, row, who.isPlace)
  const closures = view.rate === 'pd_share_of_backlog' ? '' : closuresPart(told, row, view.rate === 'both')
  return `${opening}${backlog}${closures}.${countryPart(told)}`
}
