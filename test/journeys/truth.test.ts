import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { openDocket } from '../../src/server/docket.ts'
import { type SimulateOptions, simulate } from '../../src/simulate/index.ts'

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.object({ missing: z.string() })]))
const truthSchema = z.object({
  as_of: z.string(),
  release_id: z.string(),
  tables: z.record(
    z.string(),
    z.object({ rows: z.number(), loaded: z.number(), repaired: z.number(), rejected: z.number(), lines: z.number() }),
  ),
  cells: z.array(z.object({ query: z.string(), rows: z.array(rowSchema) })),
})

type TruthRow = z.infer<typeof rowSchema>

const folder = mkdtempSync(join(tmpdir(), 'truth-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Rows by the codes of their dimensions, with rounded numbers, without rows in which nothing was counted. */
function comparable(
  rows: readonly TruthRow[],
  by: readonly string[],
  columns: readonly string[],
): Record<string, Record<string, unknown>> {
  const counted = rows.filter(
    (row) => by.length === 0 || columns.some((c) => typeof row[c] === 'number' && row[c] !== 0),
  )
  return Object.fromEntries(
    counted.map((row) => [
      by.map((id) => row[id]).join('|'),
      Object.fromEntries(columns.map((c) => [c, typeof row[c] === 'number' ? Number(row[c].toFixed(6)) : row[c]])),
    ]),
  )
}

const runs: { name: string; options: Omit<SimulateOptions, 'out'> }[] = [
  { name: 'sample, seed 1, usual dirt', options: { scenario: 'sample', seed: 1 } },
  { name: 'sample, seed 2, no dirt', options: { scenario: 'sample', seed: 2, cases: 3000, dirt: 0 } },
  { name: 'sample, seed 3, 1 % dirt', options: { scenario: 'sample', seed: 3, cases: 5000, dirt: 0.01 } },
  { name: 'sample, seed 4, 20 % dirt', options: { scenario: 'sample', seed: 4, cases: 3000, dirt: 0.2 } },
  { name: 'july-2012, seed 1', options: { scenario: 'july-2012', seed: 1 } },
  { name: 'national, seed 5, no dirt', options: { scenario: 'national', seed: 5, cases: 3000, dirt: 0 } },
  { name: 'national, seed 6, dirt as in a real release', options: { scenario: 'national', seed: 6, cases: 12_000 } },
  { name: 'national, seed 7, 1 % dirt', options: { scenario: 'national', seed: 7, cases: 3000, dirt: 0.01 } },
  { name: 'national, seed 8, 20 % dirt', options: { scenario: 'national', seed: 8, cases: 3000, dirt: 0.2 } },
]

describe.each(runs)('a simulated release gives back the truth: $name', ({ name, options }) => {
  test('every row is accounted for, and every count is that of the generator', async () => {
    const out = join(folder, `${name.replaceAll(/\W+/g, '-')}.zip`)
    const dataDir = join(folder, `data-${name.replaceAll(/\W+/g, '-')}`)
    const simulated = await simulate({ out, ...options })
    const truth = truthSchema.parse(JSON.parse(readFileSync(simulated.truth, 'utf8')))
    const { manifest } = await ingest({ catalog, input: out, dataDir, acceptRepairs: true })
    expect(manifest.release.as_of).toBe(truth.as_of)
    const accounts = Object.fromEntries(
      Object.entries(manifest.tables).map(([file, a]) => [
        file,
        {
          rows: a.rows_in,
          loaded: a.rows_loaded,
          repaired: a.rows_repaired,
          rejected: a.rows_rejected,
          lines: a.lines_in,
        },
      ]),
    )
    expect(accounts).toEqual(truth.tables)
    expect(Object.keys(accounts)).toHaveLength(97)
    for (const a of Object.values(manifest.tables)) expect(a.rows_in).toBe(a.rows_loaded + a.rows_rejected)
    const service = openDocket({ dataDir })
    for (const { query, rows } of truth.cells) {
      const by = new URLSearchParams(query).get('by')?.split(',') ?? []
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((c) => !by.includes(c))
      const result = await service.run(query)
      expect(comparable(result.rows, by, columns), query).toEqual(comparable(rows, by, columns))
    }
    await service.close()
    rmSync(dataDir, { recursive: true })
  }, 180_000)
})
