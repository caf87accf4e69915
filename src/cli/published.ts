import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Catalog, isMissing } from '#catalog'
import { OpendocketError } from '#errors'
import type { QueryService } from '#query'
import { readCsv, textTable } from '#render'
import { packageRoot } from './settings.ts'

/** A figure that others printed, beside ours. */
export interface PublishedFigure {
  readonly measure: string
  readonly as_of: string
  readonly query: string
  readonly member: string
  readonly published: number
  /** Null where this release cannot tell, with the reason in `note`. */
  readonly ours: number | null
  readonly difference: number | null
  readonly note: string
  readonly source: string
}

async function figuresOf(measure: string): Promise<Record<string, string>[]> {
  const path = join(packageRoot, 'definitions', 'measures', measure, `${measure}.published.csv`)
  return readCsv(await readFile(path, 'utf8').catch(() => ''))
}

async function ours(
  service: QueryService,
  query: string,
  measure: string,
  release: string | undefined,
): Promise<{ value: number | null; note: string }> {
  try {
    const result = await service.run(release === undefined ? query : `${query}&release=${release}`)
    const cell = result.rows[0]?.[measure]
    const notes = result.notes.filter((n) => n.code !== 'synthetic').map((n) => n.text)
    if (result.origin.release.synthetic) notes.unshift('synthetic release')
    if (typeof cell === 'number') return { value: cell, note: notes.join(' ') }
    return { value: null, note: isMissing(cell) ? cell.missing : 'nothing counted' }
  } catch (error) {
    if (error instanceof OpendocketError) return { value: null, note: error.message }
    throw error
  }
}

function later(asOf: string, release: string): boolean {
  return asOf > release
}

/** Our figures beside every published one. Published figures are compared with, never used to make ours. */
export async function comparePublished(service: QueryService, release: string | undefined): Promise<PublishedFigure[]> {
  const info = await service.release(release)
  const catalog: Catalog = service.catalog
  const figures: PublishedFigure[] = []
  for (const measure of catalog.measures.keys()) {
    for (const row of await figuresOf(measure)) {
      const { query = '', as_of = '', member = '', value = '', note = '', source_url: source = '' } = row
      const published = Number(value)
      if (!Number.isFinite(published) || query === '') continue
      const mine = later(as_of, info.as_of)
        ? { value: null, note: 'after the as-of date of this release' }
        : await ours(service, query, row['measure'] ?? measure, info.id)
      figures.push({
        measure,
        as_of,
        query,
        member,
        published,
        ours: mine.value,
        difference: mine.value === null ? null : mine.value - published,
        note: [mine.note, note].filter((n) => n !== '').join(' · '),
        source,
      })
    }
  }
  return figures
}

function shown(n: number | null): string {
  if (n === null) return '–'
  return Number.isInteger(n) ? n.toLocaleString('en') : n.toFixed(4)
}

/** How far ours lies from the printed figure, in percent of it. */
function relative({ difference, published }: PublishedFigure): string {
  return difference === null || published === 0 ? '–' : `${((100 * difference) / published).toFixed(1)}`
}

/** One line on the whole: how many agree, how many this release cannot tell. */
export function publishedSummary(figures: readonly PublishedFigure[]): string {
  const told = figures.filter((f) => f.difference !== null)
  const within = (share: number): number =>
    told.filter((f) => Math.abs(f.difference ?? 0) <= share * Math.abs(f.published)).length
  return `${figures.length} printed figures: ${within(0)} equal, ${within(0.02) - within(0)} more within 2 %, ${told.length - within(0.02)} further apart, ${figures.length - told.length} that this release cannot tell`
}

/** The comparison as a table for the terminal. */
export function publishedTable(figures: readonly PublishedFigure[]): string {
  const rows = figures.map((f) => [
    f.measure,
    f.as_of,
    f.member,
    shown(f.published),
    shown(f.ours),
    shown(f.difference),
    relative(f),
    f.note.slice(0, 90),
  ])
  return textTable(
    ['measure', 'as of', 'member', 'published', 'ours', 'difference', '%', 'why, and where it was printed'],
    rows,
    [false, false, false, true, true, true, true, false],
  )
}
