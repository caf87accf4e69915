import { NotFoundError } from '#errors'
import { csv } from '#render'
import { type Cell, isMissing, type Result } from '../../query/result.ts'
import { codeIn, labelIn } from './cells.ts'
import type { ExplorerInput } from './page.ts'
import { findRows, sortRows } from './pane.ts'
import { askAll, columnsOf, type Ground, monthlyColumnsOf } from './question.ts'
import { parseView } from './view.ts'

function groundOf({ service, tool, url, language }: ExplorerInput): Ground {
  const words = new URLSearchParams(url.searchParams)
  words.delete('pane')
  return { tool, language, catalog: service.catalog, view: parseView(words, tool, service.catalog) }
}

/** All rows of a pane as the page orders and searches them; the page may show only the first. */
function shown(ground: Ground, result: Result, index: number): Result {
  const { view, language, tool } = ground
  const dimension = view.panes[index] ?? ''
  const lead = tool.measures[0] ?? ''
  const rows = findRows(
    result,
    sortRows(result, dimension, view, lead, language),
    dimension,
    view.finds[index] ?? '',
    language,
  )
  return { ...result, rows, row_count: rows.length }
}

/** A result as the API tells it. */
function document(result: Result) {
  const { query, columns, labels, rows, totals, row_count, notes, receipt, origin } = result
  const { id, as_of, synthetic, sha256 } = origin.release
  const { from, to, since, base } = origin
  return {
    query,
    release: { id, as_of, synthetic, sha256 },
    period: { from, to, since, base },
    columns,
    labels,
    rows,
    totals,
    row_count,
    notes,
    receipt,
  }
}

function cellTexts(cell: Cell): readonly [string, string] {
  return isMissing(cell) ? ['', cell.missing] : [String(cell), '']
}

function table(
  result: Result,
  dimension: string,
  measures: readonly string[],
  ground: Ground,
): readonly (readonly string[])[] {
  const release = result.origin.release.id
  const head = [dimension, `${dimension}_name`, ...measures.flatMap((m) => [m, `${m}_status`]), 'release']
  const rows = result.rows.map((row) => {
    const code = codeIn(row, dimension)
    const numbers = measures.flatMap((m) => {
      const cell = row[m]
      return cellTexts(
        typeof cell === 'number' || (cell !== undefined && isMissing(cell)) ? cell : { missing: 'not_recorded' },
      )
    })
    return [code, labelIn(result, dimension, code, ground.language), ...numbers, release]
  })
  return [head, ...rows]
}

function fileName(input: ExplorerInput, result: Result, part: string, extension: string): string {
  return `${[input.tool.id, part, result.origin.release.id].filter((p) => p !== '').join('_')}.${extension}`
}

function headers(type: string, name: string): HeadersInit {
  return {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'access-control-allow-origin': '*',
  }
}

function badPane(pane: string, count: number): NotFoundError {
  return new NotFoundError(`There is no pane ${pane}.`, {
    code: 'unknown-pane',
    value: `pane=${pane}`,
    allowed: `${Array.from({ length: count }, (_, i) => i + 1).join(', ')} or months`,
    hint: 'leave pane out for the first',
  })
}

/** `?pane=2` gives one pane, `?pane=months` the months of the figure; without it, the first pane. */
export async function csvDownload(input: ExplorerInput): Promise<Response> {
  const ground = groundOf(input)
  const { view } = ground
  const pane = input.url.searchParams.get('pane') ?? '1'
  const index = /^[1-9]$/.test(pane) ? Number(pane) - 1 : -1
  const dimension = pane === 'months' ? 'month' : view.panes[index]
  if (dimension === undefined) throw badPane(pane, view.panes.length)
  const answers = await askAll(input.service, ground)
  const paneResult = answers.panes[index]
  const result = paneResult === undefined ? answers.months : shown(ground, paneResult, index)
  const measures = paneResult === undefined ? monthlyColumnsOf(ground) : columnsOf(ground)
  const name = fileName(input, result, dimension, 'csv')
  return new Response(csv(table(result, dimension, measures, ground)), {
    headers: headers('text/csv; charset=utf-8', name),
  })
}

/** The answer, the months and every pane of the page, with all their rows. */
export async function jsonDownload(input: ExplorerInput): Promise<Response> {
  const ground = groundOf(input)
  const answers = await askAll(input.service, ground)
  const body = {
    tool: input.tool.id,
    title: input.tool.title[input.language],
    answer: document(answers.whole),
    country: answers.country === undefined ? null : document(answers.country),
    months: document(answers.months),
    panes: answers.panes.map((result, i) => ({
      dimension: ground.view.panes[i],
      ...document(shown(ground, result, i)),
    })),
  }
  const name = fileName(input, answers.whole, '', 'json')
  return new Response(`${JSON.stringify(body, null, 1)}\n`, { headers: headers('application/json', name) })
}
