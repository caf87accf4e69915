import type { Catalog, Language, Row } from '#catalog'
import { capital, formatNumber, formatPeriod } from '#render'
import type { Result } from '../../query/result.ts'
import type { ReportTable, TableColumn, TableRow } from '../document.ts'
import { countCell, type Place, rateCell } from '../table.ts'
import { type AnswerId, back, cohort, fate, inactive, share, spans } from './questions.ts'
import type { Words } from './words/index.ts'

export interface Setting {
  readonly language: Language
  readonly words: Words
  readonly catalog: Catalog
}

type Answers = Readonly<Record<AnswerId, Result>>

type CohortTable = 'year' | 'court' | 'nationality'

const shownFirst = 10

function cells(id: CohortTable, row: Row | undefined, place: Place, language: Language): TableRow['cells'] {
  return [
    countCell(row, cohort, place, language),
    countCell(row, back, place, language),
    rateCell(row, share, place, language),
    ...(id === 'year' ? [countCell(row, inactive, place, language)] : []),
  ]
}

function columns(id: CohortTable, dimension: string, { words, catalog, language }: Setting): TableColumn[] {
  const { tables } = words
  return [
    { id: dimension, label: catalog.dimensions.get(dimension)?.name[language] ?? dimension },
    { id: cohort, label: tables.cohort },
    { id: back, label: tables.back },
    { id: share, label: tables.share },
    ...(id === 'year' ? [{ id: inactive, label: tables.inactive }] : []),
  ]
}

function label(answer: Result, dimension: string, row: Row, language: Language): string {
  const code = String(row[dimension])
  return answer.labels[dimension]?.[code] ?? capital(formatPeriod(code, language))
}

/** The whole, then every year, court or nationality. */
function cohortTable(id: CohortTable, number: number, answers: Answers, setting: Setting): ReportTable {
  const dimension = id === 'year' ? 'fiscal_year' : id
  const { language, words, catalog } = setting
  const answer = answers[id]
  const most = id === 'year' ? answer.rows.length : shownFirst
  const rows = answer.rows.map(
    (row, at): TableRow => ({
      label: label(answer, dimension, row, language),
      level: 0,
      shown: at < most,
      cells: cells(id, row, { receipt: id, row: at }, language),
    }),
  )
  const all: TableRow = {
    label: catalog.dimensions.get(dimension)?.all[language] ?? '',
    level: 0,
    total: true,
    shown: true,
    cells: cells(id, answers.total.rows[0], { receipt: 'total', row: 0 }, language),
  }
  const hidden = Math.max(0, rows.length - most)
  return {
    id,
    number,
    title: words.tables[id].title,
    about: words.tables[id].about,
    columns: columns(id, dimension, setting),
    rows: [all, ...rows],
    ...(hidden > 0 && { others: words.tables.others(formatNumber(hidden, language)) }),
    receipt: id,
  }
}

/** How many cases have each code of a dimension whose names we give, in the order of those names. */
function codeTable(id: 'span' | 'fate', number: number, answers: Answers, setting: Setting): ReportTable {
  const dimension = id === 'span' ? spans : fate
  const { language, words, catalog } = setting
  const names = catalog.dimensions.get(dimension)?.names ?? {}
  const answer = answers[id]
  const rows = Object.keys(names).flatMap((code): TableRow[] => {
    const at = answer.rows.findIndex((row) => row[dimension] === code)
    if (at === -1) return []
    const place = { receipt: id, row: at }
    return [
      {
        label: names[code]?.[language] ?? code,
        level: 0,
        shown: true,
        cells: [countCell(answer.rows[at], cohort, place, language)],
      },
    ]
  })
  return {
    id,
    number,
    title: words.tables[id].title,
    about: words.tables[id].about,
    columns: [
      { id: dimension, label: catalog.dimensions.get(dimension)?.name[language] ?? dimension },
      { id: cohort, label: words.tables.cases },
    ],
    rows,
    receipt: id,
  }
}

/** The tables of this report, in order. */
export function tablesOf(
  answers: Answers,
  setting: Setting,
): Readonly<Record<'year' | 'span' | 'fate' | 'court' | 'nationality', ReportTable>> {
  return {
    year: cohortTable('year', 1, answers, setting),
    span: codeTable('span', 2, answers, setting),
    fate: codeTable('fate', 3, answers, setting),
    court: cohortTable('court', 4, answers, setting),
    nationality: cohortTable('nationality', 5, answers, setting),
  }
}
