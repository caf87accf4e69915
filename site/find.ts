import type { Catalog, Language } from '#catalog'
import type { QueryService } from '../src/query/service.ts'
import { pathIn } from '../src/web/address.ts'
import { profiles, tools } from './index.ts'
import { listFor } from './library/list.ts'

/** One thing that was found, and its page. */
export interface Found {
  readonly name: string
  readonly href: string
}

export type FoundKind = 'courts' | 'hearing_locations' | 'nationalities' | 'tools' | 'definitions' | 'documents'

export interface FoundGroup {
  readonly kind: FoundKind
  readonly items: readonly Found[]
}

const most = 8
const longestWord = 200

const folded = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

function holds(texts: readonly string[], words: readonly string[]): boolean {
  const whole = folded(texts.join(' '))
  return words.every((word) => whole.includes(word))
}

async function members(service: QueryService, dimension: string, find: string, language: Language) {
  const values = await service.values(dimension, { search: find, limit: most, language })
  return values
    .filter((v) => v.code !== 'none')
    .map(({ code, label }) => ({
      name: label,
      href: pathIn(`/tools/${dimension}?${dimension}=${encodeURIComponent(code)}`, language),
    }))
}

/** Hearing locations have no page of their own: the tool of PD closures shows what was recorded there. */
async function locations(service: QueryService, find: string, language: Language): Promise<readonly Found[]> {
  const values = await service.values('hearing_location', { search: find, limit: most, language })
  return values
    .filter(({ code }) => code.includes('.'))
    .map(({ code, label }) => {
      const [court = ''] = code.split('.')
      const place = new URLSearchParams({ court, hearing_location: code })
      return { name: `${label} (${code})`, href: pathIn(`/tools/pd_closures?${place}`, language) }
    })
}

function toolsFound(words: readonly string[], language: Language): readonly Found[] {
  return [...tools, ...profiles]
    .filter((t) => holds([t.id, t.title.en, t.title.es, t.question.en, t.question.es], words))
    .map((t) => ({ name: t.title[language], href: pathIn(`/tools/${t.id}`, language) }))
}

function definitionsFound(catalog: Catalog, words: readonly string[], language: Language): readonly Found[] {
  return [...catalog.measures.values()]
    .filter((m) => holds([m.id, m.name.en, m.name.es, m.about.en, m.about.es], words))
    .slice(0, most)
    .map((m) => ({ name: m.name[language], href: pathIn(`/methods/${m.id}`, language) }))
}

function documentsFound(find: string, language: Language): readonly Found[] {
  const { records } = listFor(new URLSearchParams({ q: find }))
  return records.slice(0, most).map((r) => ({ name: r.title, href: pathIn(`/library/${r.id}`, language) }))
}

/** Courts, hearing locations, nationalities, tools, definitions and documents that hold what is looked for, without regard to case and accents. */
export async function findEverywhere(
  service: QueryService,
  text: string,
  language: Language,
): Promise<readonly FoundGroup[]> {
  const find = text.trim().slice(0, longestWord)
  if (find === '') return []
  const words = folded(find).split(/\s+/)
  const [courts, places, nationalities] = await Promise.all([
    members(service, 'court', find, language),
    locations(service, find, language),
    members(service, 'nationality', find, language),
  ])
  const groups: readonly FoundGroup[] = [
    { kind: 'courts', items: courts },
    { kind: 'hearing_locations', items: places },
    { kind: 'nationalities', items: nationalities },
    { kind: 'tools', items: toolsFound(words, language) },
    { kind: 'definitions', items: definitionsFound(service.catalog, words, language) },
    { kind: 'documents', items: documentsFound(find, language) },
  ]
  return groups.filter((g) => g.items.length > 0)
}
