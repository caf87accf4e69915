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

/** How many courts are shown at once. */
const firstCourts = 10

/** Every court by its count; the first ones and those that the text names at once. */
export function courtTable(answers: Answers, facts: PdFacts, all: string, setting: Setting): ReportTable {
  const { court } = answers
  const named = namedCourts(facts)
  const rows = court.rows.map(
    (row, at): TableRow => ({
      label: nameIn(court, 'court', row),
      level: 0,
      shown: at < firstCourts || named.has(String(row['court'])),
      cells: cellsOf(row, { receipt: 'court', row: at }, setting.language),
    }),
  )
  const words = setting.words.tables.court
  const hidden = rows.filter((row) => !row.shown).length
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

/** The hearing locations of a court; two that bear one name also show their codes. */
function locationRows(location: Result, court: string, language: Language): TableRow[] {
  const ours = location.rows.map((row, at) => ({ row, at })).filter(({ row }) => row['court'] === court)
  const names = ours.map(({ row }) => nameIn(location, 'hearing_location', row))
  return ours.map(({ row, at }, i): TableRow => {
    const name = names[i] ?? ''
    const code = String(row['hearing_location']).split('.').at(-1) ?? ''
    const label = names.filter((one) => one === name).length > 1 ? `${name} (${code})` : name
    return { label, level: 1, shown: false, cells: cellsOf(row, { receipt: 'location', row: at }, language) }
  })
}

/** Every court with its hearing locations below it, behind a word to click on: it is long. */
export function locationTable(answers: Answers, facts: PdFacts, setting: Setting): ReportTable {
  const { court, location } = answers
  const words = setting.words.tables.location
  return {
    id: 'hearing_location',
    number: 3,
    title: words.title,
    about: words.about(facts.dates.base),
    columns: columns(location, 'hearing_location', setting),
    rows: court.rows.flatMap((row, at): TableRow[] => [
      {
        label: nameIn(court, 'court', row),
        level: 0,
        shown: false,
        cells: cellsOf(row, { receipt: 'court', row: at }, setting.language),
      },
      ...locationRows(location, String(row['court']), setting.language),
    ]),
    others: words.others(location.rows.length),
    receipt: 'location',
  }
}

/** The codes that the release marks its closures with. */
export function kindTable(answers: Answers, facts: PdFacts, setting: Setting): ReportTable | undefined {
  const { types } = answers
  if (types.rows.length === 0) return undefined
  const words = setting.words.tables.kind
  return {
    id: 'kind',
    number: 4,
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
