import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import type { QueryService } from '#query'
import { toDocument } from '#render'
import { monthBefore } from '../../src/ingest/completeness/estimate.ts'
import { openDocket } from '../../src/server/docket.ts'
import { type Rows, releaseFolder } from '../support/release-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'completeness-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const whole = 40

/** A release in which every month has 40 closures, but the last `late.length` only so many. */
function release(name: string, asOf: string, late: readonly number[]): string {
  const proceedings: Rows = Array.from({ length: 36 }, (_, age) => {
    const month = monthBefore(asOf, age)
    return Array.from({ length: late[age] ?? whole }, (__, i) => {
      const id = `${month.replace('-', '')}${String(i).padStart(3, '0')}`
      return {
        IDNPROCEEDING: id,
        IDNCASE: id,
        INPUT_DATE: '2008-01-07 00:00:00.000',
        COMP_DATE: `${month}-1${i % 10} 00:00:00.000`,
        OTHER_COMP: i % 2 === 0 ? 'Y' : 'A',
        BASE_CITY_CODE: 'LOS',
        HEARING_LOC_CODE: 'LOS',
        CASE_TYPE: 'RMV',
        NAT: 'MX',
      }
    })
  }).flat()
  const cases = proceedings.map((p) => ({ IDNCASE: p['IDNCASE'] ?? '', NAT: 'MX', CUSTODY: 'N', CASE_TYPE: 'RMV' }))
  return releaseFolder(join(folder, name), { A_TblCase: cases, B_TblProceeding: proceedings })
}

const dataDir = join(folder, 'data')
let docket: QueryService & { close(): Promise<void> }

async function take(input: string, id: string, asOf: string): Promise<void> {
  await ingest({ catalog, input, dataDir, id, asOf })
}

async function seen(
  query: string,
): Promise<{ provisional: readonly string[]; shares: readonly unknown[]; notes: readonly string[] }> {
  const { origin, notes } = await docket.run(query)
  const { provisional, estimated = [] } = origin.release
  return {
    provisional,
    shares: estimated.map((m) => m.share),
    notes: notes.filter((n) => n.code === 'provisional').map((n) => n.text),
  }
}

beforeAll(async () => {
  await take(release('may', '2012-05-31', [30, 36, 38]), '2012-06', '2012-05-31')
  docket = openDocket({ dataDir })
})
afterAll(() => docket.close())

test('with one release alone the last two months are provisional, and nothing is said of how much is there', async () => {
  expect(await seen('measures=closures&by=month')).toEqual({
    provisional: ['2012-04', '2012-05'],
    shares: [undefined, undefined],
    notes: [],
  })
})

test('from two releases it is estimated, by what is counted, also for the older one that is open already', async () => {
  await take(release('june', '2012-06-30', [30, 36, 38]), '2012-07', '2012-06-30')
  // The server looks again at what is published after a moment.
  await new Promise((resolve) => setTimeout(resolve, 400))
  const now = await seen('measures=closures&by=month')
  expect(now.provisional).toEqual(['2012-04', '2012-05', '2012-06'])
  expect(now.shares).toEqual([0.95, 0.9, 0.75])
  expect(now.notes).toEqual([
    'Late entries still arrive. By an estimate from how months grew between releases, this much is there: April 2012 95 %, May 2012 90 %, June 2012 75 %.',
  ])
  expect((await seen('measures=closures&release=2012-06')).provisional).toEqual(['2012-03', '2012-04', '2012-05'])
  expect((await seen('measures=closures&to=2012-03')).notes).toEqual([])
  // Nothing is known of how filings or spells grow from so few events.
  expect((await seen('measures=filings')).provisional).toEqual(['2012-05', '2012-06'])
  expect((await seen('measures=pending')).provisional).toEqual(['2012-05', '2012-06'])
})

test('the document says it as a share, and a month of which nothing is known as null', async () => {
  expect(toDocument(await docket.run('measures=closures')).release).toMatchObject({
    provisional: ['2012-04', '2012-05', '2012-06'],
    completeness: { '2012-04': 0.95, '2012-05': 0.9, '2012-06': 0.75 },
  })
  expect(toDocument(await docket.run('measures=pending')).release.completeness).toEqual({
    '2012-05': null,
    '2012-06': null,
  })
})
