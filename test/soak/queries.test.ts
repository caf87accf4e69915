import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { parseQuery, printQuery, type QueryService } from '#query'
import { openDocket } from '../../src/server/docket.ts'
import { type QuerySource, querySource, randomQueries } from '../support/random-queries.ts'
import { sayTrials, seed, trials } from '../support/soak.ts'

let folder: string
let service: QueryService & { close(): Promise<void> }
let source: QuerySource

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'random-queries-'))
  await ingest({ catalog, input: join(import.meta.dirname, '../../sample/sample.zip'), dataDir: folder })
  service = openDocket({ dataDir: folder })
  source = await querySource(service)
})

afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

test('random queries are answered, and read back as they are printed', { timeout: 3_600_000 }, async () => {
  const queries = randomQueries(trials(2000), seed, source)
  sayTrials('random queries', queries.length)
  expect(queries).toEqual(randomQueries(trials(2000), seed, source))
  for (const query of queries) {
    const text = printQuery(query)
    expect(printQuery(parseQuery(text, catalog)), text).toBe(text)
    const { rows, row_count } = await service.run(query)
    expect(row_count, text).toBeGreaterThanOrEqual(rows.length)
  }
})
