import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { type Account, ingest, type Manifest } from '#ingest'
import type { QueryService } from '#query'
import { openDocket } from '../../src/server/docket.ts'
import { askBoth } from '../support/tables.ts'
import { buildHandRelease } from './build.ts'

type Counted = Pick<Account, 'rows_in' | 'rows_loaded' | 'rows_repaired' | 'rows_rejected'>
type AnswerCell = string | number | { readonly missing: string }
type AnswerRow = Readonly<Record<string, AnswerCell>>

interface Answers {
  readonly tables: Readonly<Record<string, Counted>>
  readonly queries: readonly { readonly query: string; readonly rows: readonly AnswerRow[] }[]
}

const answers = JSON.parse(readFileSync(join(import.meta.dirname, 'answers.json'), 'utf8')) as Answers
const nothing: Counted = { rows_in: 0, rows_loaded: 0, rows_repaired: 0, rows_rejected: 0 }

const folder = mkdtempSync(join(tmpdir(), 'hand-release-'))
let manifest: Manifest
let service: QueryService

beforeAll(async () => {
  const input = join(folder, 'release.zip')
  const dataDir = join(folder, 'data')
  await buildHandRelease(input)
  manifest = (await ingest({ catalog, input, dataDir, acceptRepairs: true })).manifest
  service = openDocket({ dataDir, fast: true })
  askBoth(service, openDocket({ dataDir, fast: false }))
}, 60_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Columns of `by`, in order. */
function dimensionsOf(query: string): readonly string[] {
  return new URLSearchParams(query).get('by')?.split(',') ?? []
}

/** A member in which nothing was counted may stand in an answer or not: the hand counts leave it out. */
function counted(row: AnswerRow, dimensions: readonly string[]): boolean {
  return Object.entries(row).some(([id, cell]) => !dimensions.includes(id) && typeof cell === 'number' && cell !== 0)
}

/** The rows that were counted, with the columns that the hand counts have, sorted by the dimensions. */
function comparable(rows: readonly AnswerRow[], columns: readonly string[], dimensions: readonly string[]) {
  const key = (row: Readonly<Record<string, unknown>>) => dimensions.map((id) => String(row[id])).join('\t')
  return rows
    .filter((row) => dimensions.length === 0 || counted(row, dimensions))
    .map((row) => Object.fromEntries(columns.map((id) => [id, rounded(row[id])])))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function rounded(cell: AnswerCell | undefined): AnswerCell | undefined {
  return typeof cell === 'number' ? Number(cell.toFixed(9)) : cell
}

describe('the hand-typed release', () => {
  test('is recognised, dated and marked', () => {
    expect(manifest.release).toMatchObject({ id: '2012-07-synthetic', as_of: '2012-06-28', synthetic: true })
  })

  test('has all 97 tables', () => {
    expect(Object.keys(manifest.tables)).toHaveLength(97)
  })

  test('accounts for every row as counted by hand', () => {
    const ours = Object.fromEntries(
      Object.entries(manifest.tables).map(([file, t]) => {
        const { rows_in, rows_loaded, rows_repaired, rows_rejected } = t
        return [file, { rows_in, rows_loaded, rows_repaired, rows_rejected }]
      }),
    )
    const byHand = Object.fromEntries(Object.keys(ours).map((file) => [file, answers.tables[file] ?? nothing]))
    expect(Object.keys(ours)).toEqual(expect.arrayContaining(Object.keys(answers.tables)))
    expect(ours).toEqual(byHand)
  })

  test.each(answers.queries)('$query', async ({ query, rows }) => {
    const dimensions = dimensionsOf(query)
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const result = await service.run(query)
    expect(comparable(result.rows, columns, dimensions)).toEqual(comparable(rows, columns, dimensions))
  })
})
