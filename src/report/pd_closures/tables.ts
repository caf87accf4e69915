import type { Language, Row } from '#catalog'
import type { Result } from '../../query/result.ts'
import type { ReportTable, TableColumn, TableRow } from '../document.ts'
import { countCell, type Place, rateCell } from '../table.ts'
import type { Answers } from './ask.ts'
import { cumulative, type PdFacts, rate } from './facts.ts'
import { namedCourts } from './rules/court.ts'
import { namedNationalities } from './rules/nationality.ts'
import type { PdWords } from './words/index.ts'

interface Setting {
  readonly language: Language
  readonly words: PdWords
}

function cellsOf(row: Row | undefined, place: Place, language: Language): TableRow['cells'] {
  return [
    countCell(row, cumulative, place, language),
    countCell(row, `${rate}_denominator`, place, language),
    rateCell(row, rate, place, language),
  ]
}

function columns(answer: Result, dimension: string, { words }: Setting): TableColumn[] {
  const label = answer.columns.find((column) => column.id === dimension)?.label ?? dimension
  return [
    { id: dimension, label },
    { id: cumulative, label: words.tables.closures },
    { id: `${rate}_denominator`, label: words.tables.base },
    { id: rate, label: words.tables.share },
  ]
}

function nameIn(answer: Result, dimension: string, row: Row): string {
  const code = String(row[dimension])
  return answer.labels[dimension]?.[code] ?? code
}

/** A total is the answer to the same question without its dimension: the report's own headline, cell for cell. */
function totalRow(label: string, answers: Answers, language: Language): TableRow {
  const place = { receipt: 'total', row: 0 }
  return { label, level: 0, total: true, shown: true, cells: cellsOf(answers.total.rows[0], place, language) }
}

/** The ranked nationalities: those that the text names first, then the rest behind a word to click on. */
export function nationalityTable(answers: Answers, facts: PdFacts, all: string, setting: Setting): ReportTable {
  const { nationality } = answers
  const named = namedNationalities(facts)
  const rows = nationality.rows.map((row, at): TableRow => {
    const place = { receipt: 'nationality', row: at }
    return {
      label: nameIn(nationality, 'nationality', row),
      level: 0,
      shown: named.has(String(row['nationality'])),
      cells: cellsOf(row, place, setting.language),
    }
  })
  const words = setting.words.tables.nationality
  const hidden = rows.filter((row) => !row.shown).length
  return {
    id: 'nationality',
    number: 1,
    title: words.title,
    about: words.about(rows.length < facts.largest ? undefined : facts.largest, facts.dates.base),
    columns: columns(nationality, 'nationality', setting),
    rows: [
      totalRow(all, answers, setting.language),
      ...rows.filter((row) => row.shown),
      ...rows.filter((row) => !row.shown),
    ],
    ...(hidden > 0 && { others: words.others(hidden) }),
    receipt: 'nationality',
  }
}

function locationRows(answers: Answers, court: string, shown: boolean, language: Language): TableRow[] {
  const { location } = answers
  return location.rows.flatMap((row, at): TableRow[] => {
    if (String(row['court']) !== court) return []
    const place = { receipt: 'location', row: at }
    return [{ label: nameIn(location, 'hearing_location', row), level: 1, shown, cells: cellsOf(row, place, language) }]
  })
}

/** Every court with its hearing locations below it; the leading ones at once. */
export function courtTable(answers: Answers, facts: PdFacts, all: string, setting: Setting): ReportTable {
  const { court } = answers
  const named = namedCourts(facts)
  const rows = court.rows.flatMap((row, at): TableRow[] => {
    const code = String(row['court'])
    const shown = named.has(code)
    const cells = cellsOf(row, { receipt: 'court', row: at }, setting.language)
    const head: TableRow = { label: nameIn(court, 'court', row), level: 0, shown, cells }
    return [head, ...locationRows(answers, code, shown, setting.language)]
  })
  const words = setting.words.tables.court
  const hidden = court.rows.filter((row) => !named.has(String(row['court']))).length
  return {
    id: 'court',
    number: 2,
    title: words.title,
    about: words.about(facts.dates.base),
    columns: columns(court, 'court', setting),
    rows: [
      totalRow(all, answers, setting.language),
      ...rows.filter((row) => row.shown),
      ...rows.filter((row) => !row.shown),
    ],
    ...(hidden > 0 && { others: words.others(hidden) }),
    receipt: 'court',
  }
}

/** The codes that the release marks its closures with. */
export function kindTable(answers: Answers, facts: PdFacts, setting: Setting): ReportTable | undefined {
  const { types } = answers
  if (types.rows.length === 0) return undefined
  const words = setting.words.tables.kind
  return {
    id: 'kind',
    number: 3,
    title: words.title,
    about: words.about(facts.dates.asOf),
    columns: [
      { id: 'closure_type', label: words.column },
      { id: cumulative, label: setting.words.tables.closures },
    ],
    rows: types.rows.map((row, at): TableRow => {
      const cell = countCell(row, cumulative, { receipt: 'types', row: at }, setting.language)
      return {
        label: `${String(row['closure_type'])} · ${nameIn(types, 'closure_type', row)}`,
        level: 0,
        shown: true,
        cells: [cell],
      }
    }),
    receipt: 'types',
  }
}
