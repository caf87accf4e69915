import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { openEngine } from '#engine'
import { ingest } from '#ingest'
import type { Result } from '#query'
import { buildHandRelease } from '../../test/hand-release/build.ts'
import { openDocket } from './docket.ts'
import { toParquet, toWorkbook, toXlsx } from './result-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'result-files-'))
let result: Result

beforeAll(async () => {
  const input = join(folder, 'release.zip')
  await buildHandRelease(input)
  await ingest({ catalog, input, dataDir: folder, acceptRepairs: true })
  const service = openDocket({ dataDir: folder })
  result = await service.run('measures=pd_closures,closures&by=month&from=2011-11&to=2012-06')
  await service.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('Parquet holds the same numbers, and the reason where one is missing', async () => {
  const path = join(folder, 'result.parquet')
  writeFileSync(path, await toParquet(result))
  const engine = await openEngine({ path: ':memory:' })
  const rows = await engine.query(`SELECT * FROM read_parquet('${path}')`)
  engine.close()
  expect(rows).toHaveLength(result.rows.length)
  expect(rows[0]).toMatchObject({ month: '2011-11', pd_closures: null, pd_closures_status: 'not_recorded' })
  rows.forEach((row, i) => {
    expect(row['closures']).toBe(result.rows[i]?.['closures'])
    expect(row['closures_status']).toBeNull()
  })
})

test('an Excel workbook is a zip that names its sheets, and says that the data are synthetic', () => {
  const bytes = Buffer.from(toXlsx(result))
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.includes('xl/worksheets/sheet2.xml')).toBe(true)
})

test('a workbook takes any name for a sheet, and two of the same', () => {
  const bytes = Buffer.from(
    toWorkbook([
      { name: '=HYPERLINK("x")', result },
      { name: 'Nationality: [all] of a very, very long name indeed', result },
      { name: 'Nationality: [all] of a very, very long name indeed', result },
    ]),
  )
  expect(bytes.includes('xl/worksheets/sheet4.xml')).toBe(true)
})
