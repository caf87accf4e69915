import type { Dimension, Language } from '#catalog'
import type { SiteWords } from '#render'
import { type Cell, isMissing, type Result, type Row } from '../../query/result.ts'
import { type FilterNames, namesOf } from './answer.ts'
import { type CellView, cellIn, codeIn, formatCell, labelIn } from './cells.ts'
import { choicesOf } from './choices.ts'
import { columnLongName, columnName, columnsOf, ratedIn, unitOf } from './columns.ts'
import type { Href } from './links.ts'
import { type Ground, isOneYear, paneFilters, sizeColumn } from './question.ts'
import { filterOn, leastPanes, type View, withFilter } from './view.ts'

export interface PaneColumn {
  readonly id: string
  readonly label: string
  readonly long: string
  readonly href: string
  readonly sorted: 'ascending' | 'descending' | undefined
}

export interface PaneRow {
  /** The row of the answer, by which the pane’s receipt names it. */
  readonly at: number
  readonly code: string
  /** The code as it is shown, or nothing where it says no more than the name. */
  readonly shown: string
  readonly label: string
  readonly href: string
  readonly on: boolean
  readonly cells: readonly CellView[]
  /** Length of the bar under the first number, in percent. */
  readonly bar: number
}

export interface PaneView {
  readonly number: number
  readonly dimension: string
  readonly name: string
  /** `value` is the word `panes` with this one changed. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly value: string }[]
  readonly caption: string
  readonly first: PaneColumn
  readonly columns: readonly PaneColumn[]
  readonly total: { readonly label: string; readonly cells: readonly CellView[] }
  readonly rows: readonly PaneRow[]
  readonly hidden: number
  readonly expanded: boolean
  readonly moreHref: string
  /** The page without this pane; undefined while there are only two. */
  readonly removeHref: string | undefined
  readonly find: string
  readonly filteredBy: readonly { readonly text: string; readonly clear: string }[]
  readonly missing: readonly string[]
  readonly receipt: string
  /** What must be known beside this pane and is not said at the top. */
  readonly notes: readonly string[]
}

export interface PaneInput {
  readonly ground: Ground
  readonly result: Result
  readonly number: number
  readonly names: FilterNames
  /** Notes that the page has told already. */
  readonly known: readonly string[]
  readonly words: SiteWords
  readonly href: Href
}

const shownRows = 12

const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function compareCells(a: Cell, b: Cell): number {
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b))
  return a - b
}

/** The rows in the order asked for: missing cells last, equal ones by name. Where a ranking would mislead, by name. */
export function sortRows(ground: Ground, result: Result, dimension: string): readonly Row[] {
  const { view, language } = ground
  const asked = view.sort
  const byName = asked === undefined ? isByName(ground, dimension) : asked.column === dimension
  const measure = usualSort(ground)
  const column = asked !== undefined && result.rows.some((r) => asked.column in r) ? asked.column : measure
  const descending = byName ? (asked?.descending ?? false) : asked?.column === column ? asked.descending : true
  const collate = new Intl.Collator(language).compare
  const name = (row: Row) => labelIn(result, dimension, codeIn(row, dimension), language)
  const sign = descending ? -1 : 1
  return [...result.rows].sort((a, b) => {
    if (byName) return sign * collate(name(a), name(b))
    const left = cellIn(a, column)
    const right = cellIn(b, column)
    const order = compareCells(left, right)
    const missing = isMissing(left) || isMissing(right)
    return (missing ? order : sign * order) || collate(name(a), name(b))
  })
}

/** Rows whose name or code holds what is looked for, without regard to case and accents. */
export function findRows(
  result: Result,
  rows: readonly Row[],
  dimension: string,
  find: string,
  language: Language,
): readonly Row[] {
  if (find === '') return rows
  const wanted = folded(find)
  return rows.filter((row) => {
    const code = codeIn(row, dimension)
    return folded(`${labelIn(result, dimension, code, language)} ${code}`).includes(wanted)
  })
}

/** Judges stand by name; a rate or a span of days ranks nobody until a reader asks for it. */
function isByName({ tool }: Ground, dimension: string): boolean {
  return tool.byName?.includes(dimension) === true
}

/** The column that rows are sorted by when nothing is said: the count, or the base of what is no count. */
function usualSort(ground: Ground): string {
  return sizeColumn(ground)
}

function sortState(
  view: View,
  id: string,
  isDefault: boolean,
  usual: 'ascending' | 'descending',
): PaneColumn['sorted'] {
  if (view.sort === undefined) return isDefault ? usual : undefined
  if (view.sort.column !== id) return undefined
  return view.sort.descending ? 'descending' : 'ascending'
}

function columnView(input: PaneInput, id: string, label: string, long: string, isDefault: boolean): PaneColumn {
  const { view } = input.ground
  const isName = input.ground.catalog.dimensions.has(id)
  const sorted = sortState(view, id, isDefault, isName ? 'ascending' : 'descending')
  const descending = sorted === undefined ? !isName : sorted === 'ascending'
  return { id, label, long, sorted, href: input.href({ ...view, sort: { column: id, descending } }) }
}

function rowHref(input: PaneInput, dimension: Dimension, code: string, on: boolean): string {
  const { ground, href } = input
  const { view, catalog, tool } = ground
  if (dimension.kind === 'time') {
    return on ? href({ ...view, from: tool.from ?? '', to: undefined }) : href({ ...view, from: code, to: code })
  }
  return href(withFilter(view, catalog, dimension.id, on ? [] : [code]))
}

function isOn(view: View, dimension: Dimension, code: string): boolean {
  if (dimension.kind === 'time') return isOneYear(view) && view.from === code
  const filter = filterOn(view, dimension.id)
  return filter !== undefined && filter.values.includes(code) !== filter.exclude
}

/** The code as it is shown, or nothing where it says no more than the name. */
export function shownCode(dimension: Dimension, code: string, label: string): string {
  if (dimension.kind === 'time' || code === 'none' || dimension.names?.[code] !== undefined || label === code) return ''
  return dimension.within === undefined ? code : code.slice(code.indexOf('.') + 1)
}

function totalLabel(input: PaneInput, dimension: Dimension): string {
  const { ground, names, words } = input
  const outer = dimension.within === undefined ? undefined : filterOn(ground.view, dimension.within)
  const only = outer !== undefined && !outer.exclude && outer.values.length === 1 ? outer.values[0] : undefined
  if (outer === undefined || only === undefined) return dimension.all[ground.language]
  return words.tool.allOf(names[outer.dimension]?.[only] ?? only)
}

function filteredBy(input: PaneInput, dimension: Dimension): PaneView['filteredBy'] {
  const { ground, names, words, href } = input
  const { view, catalog, language } = ground
  return paneFilters(ground, dimension.id).map((f) => ({
    text: `${(catalog.dimensions.get(f.dimension)?.name[language] ?? f.dimension).toLowerCase()}: ${
      namesOf({ view, names, language, words }, f.dimension) ?? ''
    }`,
    clear: href(withFilter(view, catalog, f.dimension, [])),
  }))
}

/** The rows of a pane in its order, those that are looked for, and those of them that stand on the page. */
export function paneRows(
  ground: Ground,
  result: Result,
  index: number,
): { readonly found: readonly Row[]; readonly shown: readonly Row[] } {
  const { view, catalog, language } = ground
  const id = view.panes[index] ?? ''
  const dimension = catalog.dimensions.get(id)
  if (dimension === undefined) throw new Error(`no dimension ${id}`)
  const found = findRows(result, sortRows(ground, result, id), id, view.finds[index] ?? '', language)
  return { found, shown: view.more.includes(id) ? found : visibleRows(found, view, dimension) }
}

/** One linked pane, ready to draw. */
export function paneView(input: PaneInput): PaneView {
  const { ground, result, number, words, href } = input
  const { view, catalog, language, tool } = ground
  const id = view.panes[number - 1] ?? ''
  const dimension = catalog.dimensions.get(id)
  if (dimension === undefined) throw new Error(`no dimension ${id}`)
  const measures = columnsOf(ground)
  const lead = measures[0] ?? ''
  const unit = (m: string) => unitOf(catalog, m)
  const { found, shown } = paneRows(ground, result, number - 1)
  const isExpanded = view.more.includes(id)
  const longest = Math.max(1, ...result.rows.map((row) => numberOrZero(cellIn(row, lead))))
  const rows = shown.map((row): PaneRow => {
    const code = codeIn(row, id)
    const label = labelIn(result, id, code, language)
    const on = isOn(view, dimension, code)
    return {
      at: result.rows.indexOf(row),
      code,
      shown: shownCode(dimension, code, label),
      label,
      href: rowHref(input, dimension, code, on),
      on,
      cells: measures.map((m) => formatCell(cellIn(row, m), unit(m), language, words)),
      bar: (numberOrZero(cellIn(row, lead)) / longest) * 100,
    }
  })
  const total = measures.map((m) => formatCell(ratedIn(ground, result.totals, m), unit(m), language, words))
  const about = { catalog, language, words, lead }
  const sortedBy = isByName(ground, id) ? id : usualSort(ground)
  const columns = measures.map((m) =>
    columnView(input, m, columnName(about, m), columnLongName(about, m), m === sortedBy),
  )
  const first = columnView(input, id, dimension.name[language], dimension.name[language], id === sortedBy)
  const sorted = [first, ...columns].find((c) => c.sorted !== undefined)
  const more = isExpanded ? view.more.filter((m) => m !== id) : [...view.more, id]
  return {
    number,
    dimension: id,
    name: dimension.name[language],
    choices: choicesOf(tool, catalog, view.measure).map((c) => ({
      id: c,
      name: catalog.dimensions.get(c)?.name[language] ?? c,
      value: view.panes.map((p, i) => (i === number - 1 ? c : p)).join(','),
    })),
    caption: words.tool.caption(dimension.name[language], found.length, sorted?.long ?? columnLongName(about, lead)),
    first,
    columns,
    total: { label: totalLabel(input, dimension), cells: total },
    rows,
    hidden: found.length - shown.length,
    expanded: isExpanded,
    moreHref: href({ ...view, more }),
    removeHref:
      view.panes.length <= leastPanes
        ? undefined
        : href({ ...view, panes: view.panes.filter((_, i) => i !== number - 1), finds: [], sort: undefined }),
    find: view.finds[number - 1] ?? '',
    filteredBy: filteredBy(input, dimension),
    notes: notesBeside(input),
    receipt: result.receipt,
    missing: [...new Set([...rows.flatMap((r) => r.cells), ...total].flatMap((c) => c.missing ?? []))],
  }
}

/** Said at the top of the page, or by the cells themselves. */
const toldElsewhere: readonly string[] = ['synthetic', 'not_applicable', 'recorded_since']

function notesBeside({ result, known }: PaneInput): readonly string[] {
  const texts = result.notes.filter((n) => !toldElsewhere.includes(n.code)).map((n) => n.text)
  return [...new Set(texts)].filter((text) => !known.includes(text))
}

function numberOrZero(cell: Cell): number {
  return isMissing(cell) ? 0 : cell
}

/** The first rows, and the chosen ones wherever they stand: a chosen row is never hidden. */
function visibleRows(rows: readonly Row[], view: View, dimension: Dimension): readonly Row[] {
  if (rows.length <= shownRows + 1) return rows
  return rows.filter((row, i) => i < shownRows || isOn(view, dimension, codeIn(row, dimension.id)))
}
