import { NotFoundError } from '#errors'
import { csv, flatColumns, toDocument } from '#render'
import type { Result } from '../../query/result.ts'
import type { Files } from '../files.ts'
import { type ExplorerInput, groundOf } from './ground.ts'
import { paneRows } from './pane.ts'
import { type Answers, askAll, type Ground, rankedBy } from './question.ts'

/** One table of a page, under the name that a file gives it. */
export interface Part {
  readonly name: string
  readonly result: Result
}

const formats = ['csv', 'xlsx', 'json', 'parquet'] as const
export type TableFormat = (typeof formats)[number]

const types: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
}

export function isTableFormat(format: string): format is TableFormat {
  return formats.some((f) => f === format)
}

/** The rows of a pane as the page orders and searches them: all, or those that stand on the page. */
function panePart(ground: Ground, result: Result, index: number, isSeen: boolean): Part {
  const dimension = ground.view.panes[index] ?? ''
  const { found, shown } = paneRows(ground, result, index)
  const rows = isSeen ? shown : found
  return { name: dimension, result: { ...result, rows, row_count: found.length } }
}

function figurePart(ground: Ground, { figure }: Answers): Part {
  const { view } = ground
  const ranked = rankedBy(ground)
  if (figure.ranked !== undefined && ranked !== undefined) return { name: ranked, result: figure.ranked }
  if (figure.split !== undefined) return { name: `${view.split ?? ''}_${view.grain}`, result: figure.split }
  return { name: view.grain, result: figure.whole }
}

function badPane(pane: string, count: number): NotFoundError {
  return new NotFoundError(`There is no pane ${pane}.`, {
    code: 'unknown-pane',
    value: `pane=${pane}`,
    allowed: `${Array.from({ length: count }, (_, i) => i + 1).join(', ')}, figure`,
    hint: 'leave pane out for the first',
  })
}

function partAsked(ground: Ground, answers: Answers, pane: string, isSeen: boolean): Part {
  if (pane === 'figure' || pane === 'months') return figurePart(ground, answers)
  const index = /^[1-9]$/.test(pane) ? Number(pane) - 1 : -1
  const result = answers.panes[index]
  if (result === undefined) throw badPane(pane, ground.view.panes.length)
  return panePart(ground, result, index, isSeen)
}

/** Every table of the page: the answer, the figure, the panes. */
function allParts(ground: Ground, answers: Answers): readonly Part[] {
  return [
    { name: 'answer', result: answers.whole },
    ...(answers.country === undefined ? [] : [{ name: 'country', result: answers.country }]),
    { name: 'figure', result: figurePart(ground, answers).result },
    ...answers.panes.map((result, i) => {
      const part = panePart(ground, result, i, false)
      return { name: `${i + 1} ${part.name}`, result: part.result }
    }),
  ]
}

/** The rows as CSV, with the release in every row, so that a file alone says what it is. */
function csvOf({ result }: Part): string {
  const columns = flatColumns(result)
  const { id } = result.origin.release
  return csv([
    [...columns.map((c) => c.name), 'release'],
    ...result.rows.map((row) => [...columns.map((c) => String(c.of(row) ?? '')), id]),
  ])
}

function wholeDocument({ tool, language }: ExplorerInput, ground: Ground, answers: Answers) {
  return {
    tool: tool.id,
    title: tool.title[language],
    answer: toDocument(answers.whole),
    country: answers.country === undefined ? null : toDocument(answers.country),
    figure: toDocument(figurePart(ground, answers).result),
    panes: answers.panes.map((result, i) => ({
      dimension: ground.view.panes[i],
      ...toDocument(panePart(ground, result, i, false).result),
    })),
  }
}

export function needed(files: Files | undefined): Files {
  if (files !== undefined) return files
  throw new NotFoundError('This server writes no such files.', { code: 'unknown-format', allowed: 'csv, json' })
}

export type Body = string | Uint8Array<ArrayBuffer>

interface Made {
  readonly body: Body
  readonly part: string
}

/** One table in a format. */
export async function bodyOf(part: Part, format: TableFormat, files: Files | undefined): Promise<Body> {
  if (format === 'csv') return csvOf(part)
  if (format === 'json') return `${JSON.stringify(toDocument(part.result), null, 1)}\n`
  const bytes = format === 'xlsx' ? await needed(files).xlsx([part]) : await needed(files).parquet(part.result)
  return new Uint8Array(bytes)
}

/** A file to keep: `court_now_2026-10.csv`. */
export function fileResponse(words: readonly string[], format: TableFormat, body: Body): Response {
  const name = `${words.filter((word) => word !== '').join('_')}.${format}`
  return new Response(body, {
    headers: {
      'content-type': types[format],
      'content-disposition': `attachment; filename="${name}"`,
      'access-control-allow-origin': '*',
    },
  })
}

async function make(
  input: ExplorerInput,
  files: Files | undefined,
  format: TableFormat,
  ground: Ground,
  answers: Answers,
): Promise<Made> {
  const { searchParams } = input.url
  const pane = searchParams.get('pane') ?? undefined
  const isSeen = searchParams.get('rows') === 'seen'
  const whole = pane === undefined && (format === 'json' || format === 'xlsx')
  if (whole && format === 'json') {
    return { body: `${JSON.stringify(wholeDocument(input, ground, answers), null, 1)}\n`, part: '' }
  }
  if (whole) return { body: new Uint8Array(await needed(files).xlsx(allParts(ground, answers))), part: '' }
  const part = partAsked(ground, answers, pane ?? '1', isSeen)
  return { body: await bodyOf(part, format, files), part: part.name }
}

/**
 * A view as a file. `?pane=2` gives one pane, `?pane=figure` the figure, `&rows=seen` only the rows on the page;
 * without `pane`, JSON and Excel hold all of the page and CSV and Parquet the first pane.
 */
export async function tableDownload(
  input: ExplorerInput,
  format: TableFormat,
  files: Files | undefined,
): Promise<Response> {
  const ground = groundOf(input)
  const answers = await askAll(input.service, ground)
  const { body, part } = await make(input, files, format, ground, answers)
  const { id } = answers.whole.origin.release
  return fileResponse([input.tool.id, part.replaceAll(' ', '_'), id], format, body)
}
