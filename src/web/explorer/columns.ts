import type { Catalog, Language, Measure } from '#catalog'
import { capital, type ExplorerWords, explorerWordsIn, type SiteWords } from '#render'
import { type Cell, isMissing, type Row } from '../../query/result.ts'
import { cellIn } from './cells.ts'
import { toldOf } from './choices.ts'
import type { Ground } from './question.ts'

/** Columns of an answer that come with a measure: `days_waiting_median`. */
const companion = /^(.*)_(median|p90|n|numerator|denominator)$/
type Part = keyof ExplorerWords['parts']

interface Column {
  readonly measure: Measure
  readonly part: Part | undefined
}

function isPart(text: string | undefined): text is Part {
  return text === 'median' || text === 'p90' || text === 'n' || text === 'numerator' || text === 'denominator'
}

/** What a column is: a measure, or a part of one. */
export function columnOf(catalog: Catalog, id: string): Column | undefined {
  const whole = catalog.measures.get(id)
  if (whole !== undefined) return { measure: whole, part: undefined }
  const [, of = '', part] = companion.exec(id) ?? []
  const measure = catalog.measures.get(of)
  return measure === undefined || !isPart(part) ? undefined : { measure, part }
}

/** The unit of a column, as a cell is printed by. */
export function unitOf(catalog: Catalog, id: string): string {
  const column = columnOf(catalog, id)
  if (column === undefined) return ''
  const { measure, part } = column
  if (part === 'n') return 'cases'
  if (measure.kind !== 'rate' || part === undefined) return measure.unit
  return catalog.measures.get(part === 'numerator' ? measure.of : measure.per)?.unit ?? ''
}

/** A measure with what must be read beside it. */
function withParts(catalog: Catalog, id: string): readonly string[] {
  const kind = catalog.measures.get(id)?.kind
  if (kind === 'rate') return [id, `${id}_numerator`, `${id}_denominator`]
  return kind === 'duration' ? [id, `${id}_median`, `${id}_p90`, `${id}_n`] : [id]
}

/** Beside another measure a rate comes without its parts, a duration with its median. */
function beside(catalog: Catalog, id: string): readonly string[] {
  return catalog.measures.get(id)?.kind === 'duration' ? [id, `${id}_median`] : [id]
}

function baseOf(catalog: Catalog, rate: string): readonly string[] {
  const measure = catalog.measures.get(rate)
  return measure?.kind === 'rate' ? [measure.per] : []
}

/** The rates that the reader may choose between: those of the tool, over its first measure alone. */
export function ratesOf({ tool, view }: Pick<Ground, 'tool' | 'view'>): readonly string[] {
  return view.measure === tool.measures[0]?.id ? tool.rates : []
}

/** The columns of a pane, in order: what is counted, then what stands beside it. */
export function columnsOf(ground: Ground): readonly string[] {
  const { tool, catalog, view } = ground
  const offered = ratesOf(ground)
  const chosen = view.rate === 'both' ? offered : offered.filter((r) => r === view.rate)
  return [
    ...new Set([
      ...withParts(catalog, view.measure),
      ...toldOf(tool, view.measure).beside.flatMap((id) => beside(catalog, id)),
      ...chosen.flatMap((rate) => [...baseOf(catalog, rate), rate]),
    ]),
  ]
}

/** The measures that must be asked for some columns. */
export function measuresOf(catalog: Catalog, columns: readonly string[]): readonly string[] {
  return [...new Set(columns.flatMap((id) => columnOf(catalog, id)?.measure.id ?? []))]
}

/** The columns that can be told month by month: no stock on one fixed day, nothing over it. */
export function monthlyColumnsOf(ground: Ground): readonly string[] {
  const fixed = (m: Measure | undefined): boolean => {
    if (m?.kind === 'rate') return fixed(ground.catalog.measures.get(m.per))
    return (m?.kind === 'stock' && m.on === 'base') || m?.kind === 'flow_to_date'
  }
  return columnsOf(ground).filter((id) => !fixed(columnOf(ground.catalog, id)?.measure))
}

function named(from: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(from, id) ? from[id] : undefined
}

interface Named {
  /** What is counted; a span of days beside it needs its whole name. */
  readonly lead: string
  readonly catalog: Catalog
  readonly language: Language
  readonly words: SiteWords
}

/** The heading of a column: short, since the page has said what is counted. */
export function columnName({ catalog, language, words, lead }: Named, id: string): string {
  const short = named(words.tool.columns, id)
  if (short !== undefined) return short
  const column = columnOf(catalog, id)
  if (column === undefined) return id
  const { measure, part } = column
  const says = explorerWordsIn(language)
  if (part === undefined) return measure.kind === 'duration' && id === lead ? says.mean : measure.name[language]
  if (measure.kind === 'rate' && (part === 'numerator' || part === 'denominator')) {
    return catalog.measures.get(part === 'numerator' ? measure.of : measure.per)?.name[language] ?? id
  }
  return capital(says.parts[part])
}

/** The whole name of a column, for a tooltip and for the caption. */
export function columnLongName(about: Named, id: string): string {
  const long = named(about.words.tool.columnsLong, id)
  if (long !== undefined) return long
  const column = columnOf(about.catalog, id)
  const name = column?.measure.name[about.language] ?? id
  if (column?.measure.kind !== 'duration') return columnName(about, id)
  return `${name}: ${column.part === undefined ? explorerWordsIn(about.language).mean : explorerWordsIn(about.language).parts[column.part]}`
}

/** A cell of the totals: a rate whose base is too small is none, there as in every row. */
export function ratedIn({ catalog, tool, view }: Ground, row: Row | null | undefined, id: string): Cell {
  const cell = cellIn(row, id)
  const base = row?.[`${id}_denominator`]
  const least = Number(view.min ?? tool.min ?? 0)
  if (catalog.measures.get(id)?.kind !== 'rate' || typeof base !== 'number' || isMissing(cell)) return cell
  return base < least ? { missing: 'base_too_small' } : cell
}
