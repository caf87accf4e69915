import type { Dimension, Language } from '#catalog'
import type { SiteWords } from '#render'
import { type Cell, isMissing, type Result, type Row } from '../../query/result.ts'
import { type FilterNames, namesOf } from './answer.ts'
import { type CellView, cellIn, codeIn, formatCell, labelIn } from './cells.ts'
import type { Href } from './links.ts'
import { columnsOf, type Ground, isOneYear, paneFilters } from './question.ts'
import { filterOn, type View, withFilter } from './view.ts'

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

/** The rows in the order asked for: missing cells last, equal ones by name. */
export function sortRows(
  result: Result,
  dimension: string,
  view: View,
  measure: string,
  language: Language,
): readonly Row[] {
  const asked = view.sort
  const byName = asked !== undefined && asked.column === dimension
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

function sortState(view: View, id: string, isDefault: boolean): PaneColumn['sorted'] {
  if (view.sort === undefined) return isDefault ? 'descending' : undefined
  if (view.sort.column !== id) return undefined
  return view.sort.descending ? 'descending' : 'ascending'
}

function columnView(input: PaneInput, id: string, label: string, long: string, isDefault: boolean): PaneColumn {
  const { view } = input.ground
  const sorted = sortState(view, id, isDefault)
  const descending = sorted === undefined ? !input.ground.catalog.dimensions.has(id) : sorted === 'ascending'
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

/** One linked pane, ready to draw. */
export function paneView(input: PaneInput): PaneView {
  const { ground, result, number, words, href } = input
  const { view, catalog, language, tool } = ground
  const id = view.panes[number - 1] ?? ''
  const dimension = catalog.dimensions.get(id)
  if (dimension === undefined) throw new Error(`no dimension ${id}`)
  const measures = columnsOf(ground)
  const lead = measures[0] ?? ''
  const unit = (m: string) => catalog.measures.get(m)?.unit ?? ''
  const found = findRows(result, sortRows(result, id, view, lead, language), id, view.finds[number - 1] ?? '', language)
  const isExpanded = view.more.includes(id)
  const shown = isExpanded ? found : visibleRows(found, view, dimension)
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
  const total = measures.map((m) => formatCell(cellIn(result.totals, m), unit(m), language, words))
  const columns = measures.map((m) => columnView(input, m, shortLabel(input, m), longLabel(input, m), m === lead))
  const first = columnView(input, id, dimension.name[language], dimension.name[language], false)
  const sorted = [first, ...columns].find((c) => c.sorted !== undefined)
  const more = isExpanded ? view.more.filter((m) => m !== id) : [...view.more, id]
  return {
    number,
    dimension: id,
    name: dimension.name[language],
    choices: tool.choices.map((c) => ({
      id: c,
      name: catalog.dimensions.get(c)?.name[language] ?? c,
      value: view.panes.map((p, i) => (i === number - 1 ? c : p)).join(','),
    })),
    caption: words.tool.caption(dimension.name[language], found.length, sorted?.long ?? longLabel(input, lead)),
    first,
    columns,
    total: { label: totalLabel(input, dimension), cells: total },
    rows,
    hidden: found.length - shown.length,
    expanded: isExpanded,
    moreHref: href({ ...view, more }),
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

function labelled(from: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(from, id) ? from[id] : undefined
}

function shortLabel({ words, ground }: PaneInput, id: string): string {
  return labelled(words.tool.columns, id) ?? ground.catalog.measures.get(id)?.name[ground.language] ?? id
}

function longLabel({ words, ground }: PaneInput, id: string): string {
  return labelled(words.tool.columnsLong, id) ?? ground.catalog.measures.get(id)?.name[ground.language] ?? id
}
