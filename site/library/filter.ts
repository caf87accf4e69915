import { type Language, nearest } from '#catalog'
import { UsageError } from '#errors'
import { readDate, today } from '../../src/web/reader-date.ts'
import { audienceIn, bodyIn, sectionIn, wordIn } from './names.ts'
import { type LibraryRecord, sections } from './record.ts'
import { type Standing, standingOn, standings } from './standing.ts'
import type { StandingWords } from './words.ts'

export const facetIds = ['section', 'issuer', 'kind', 'audience', 'tag', 'status', 'language', 'verification'] as const
export type FacetId = (typeof facetIds)[number]

/** What a list is asked for: the address holds all of it. */
export interface Asked {
  readonly q: string
  /** The reader's date. */
  readonly on: string
  /** Whether the reader chose the date. */
  readonly dated: boolean
  readonly chosen: Readonly<Partial<Record<FacetId, string>>>
}

function valuesOf(record: LibraryRecord, facet: FacetId, on: string): readonly string[] {
  switch (facet) {
    case 'section':
      return [record.section]
    case 'issuer':
      return record.bodies
    case 'kind':
      return [record.kind]
    case 'audience':
      return record.audience
    case 'tag':
      return record.tags
    case 'status':
      return [standingOn(record, on)]
    case 'language':
      return record.language
    case 'verification':
      return [record.verification.mark]
  }
}

function isFacet(word: string): word is FacetId {
  return facetIds.some((id) => id === word)
}

const known = ['q', 'on', 'release', ...facetIds]

/** Reads the address of a list; a word or value that is not there is refused with the nearest that is. */
export function readAsked(params: URLSearchParams, records: readonly LibraryRecord[], now = today()): Asked {
  const on = readDate(params.get('on'))
  const chosen: Partial<Record<FacetId, string>> = {}
  for (const [word, value] of params) {
    if (!known.includes(word))
      throw new UsageError(`The library knows no filter ${word}.`, {
        code: 'unknown-word',
        value: word,
        allowed: known.join(', '),
        nearest: nearest(word, known),
      })
    if (!isFacet(word) || value === '') continue
    const values =
      word === 'status' ? standings : [...new Set(records.flatMap((r) => valuesOf(r, word, now)))].toSorted()
    if (!values.some((v) => v === value))
      throw new UsageError(`No record has the ${word} ${value}.`, {
        code: 'unknown-value',
        value,
        allowed: values.join(', '),
        nearest: nearest(value, values),
      })
    chosen[word] = value
  }
  return { q: (params.get('q') ?? '').trim().slice(0, 200), on: on ?? now, dated: on !== undefined, chosen }
}

/** The address of a list, its words in a fixed order. */
export function addressOf(
  asked: Asked,
  change: Partial<Record<FacetId | 'q' | 'on', string | undefined>> = {},
): string {
  const params = new URLSearchParams()
  const all = { q: asked.q, ...asked.chosen, ...(asked.dated && { on: asked.on }), ...change }
  for (const word of ['q', ...facetIds, 'on'] as const) {
    const value = all[word]
    if (value !== undefined && value !== '') params.set(word, value)
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

export interface FacetValue {
  readonly value: string
  readonly count: number
  readonly isChosen: boolean
}

/** A list with its facets. A facet counts what every other filter leaves, so that a choice can be changed. */
export function filtered(records: readonly LibraryRecord[], asked: Asked, found: readonly string[] | undefined) {
  const byId = new Map(records.map((r) => [r.id, r]))
  const base = found === undefined ? records : found.flatMap((id) => byId.get(id) ?? [])
  const keeps = (record: LibraryRecord, except?: FacetId) =>
    facetIds.every((facet) => {
      const value = asked.chosen[facet]
      return value === undefined || facet === except || valuesOf(record, facet, asked.on).includes(value)
    })
  const facets = facetIds.map((id) => {
    const counts = new Map<string, number>()
    for (const record of base.filter((r) => keeps(r, id)))
      for (const value of valuesOf(record, id, asked.on)) counts.set(value, (counts.get(value) ?? 0) + 1)
    const chosen = asked.chosen[id]
    if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0)
    return { id, values: [...counts].map(([value, count]) => ({ value, count, isChosen: value === chosen })) }
  })
  return { records: base.filter((r) => keeps(r)), facets }
}

/** A value of a facet in words. */
export function valueIn(facet: FacetId, value: string, language: Language, words: StandingWords): string {
  switch (facet) {
    case 'section': {
      const section = sections.find((s) => s === value)
      return section === undefined ? value : sectionIn(section, language)
    }
    case 'issuer':
      return bodyIn(value, language)
    case 'audience':
      return audienceIn(value, language)
    case 'status': {
      const standing: Standing | undefined = standings.find((s) => s === value)
      return standing === undefined ? value : words.standing[standing]
    }
    case 'language':
      return words.languages[value] ?? value
    case 'verification':
      return words.marks[value] ?? value
    default:
      return wordIn(value, language)
  }
}
