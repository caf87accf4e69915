import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { type IngestEvent, type IngestOutcome, ingest } from '#ingest'
import { openDocket } from '../../src/server/docket.ts'
import { type Rows, releaseFolder } from '../support/release-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'carried-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A proceeding of its own case: filed in 2011, ended on a day with a code in DEC_CODE or, after a dot, in OTHER_COMP. */
function proceeding(id: string, ended: string, code: string): Record<string, string> {
  const [dec = '', other = ''] = code.split('.')
  return {
    IDNPROCEEDING: id,
    IDNCASE: id,
    INPUT_DATE: '2011-01-05 00:00:00.000',
    COMP_DATE: `${ended} 00:00:00.000`,
    DEC_CODE: dec,
    OTHER_COMP: other,
    BASE_CITY_CODE: 'LOS',
    HEARING_LOC_CODE: 'LOS',
    CASE_TYPE: 'RMV',
    NAT: 'MX',
  }
}

function release(name: string, proceedings: Rows): string {
  const cases = proceedings.map((p) => ({ IDNCASE: p['IDNCASE'] ?? '', NAT: 'MX', CUSTODY: 'N', CASE_TYPE: 'RMV' }))
  return releaseFolder(join(folder, name), { A_TblCase: cases, B_TblProceeding: proceedings })
}

/** 1 to 4 ended by discretion; 5 and 6 are what else there is. */
const older = release('older', [
  proceeding('1', '2012-03-05', 'I'),
  proceeding('2', '2012-03-06', 'I'),
  proceeding('3', '2012-03-07', 'I'),
  proceeding('4', '2012-03-08', 'I'),
  proceeding('5', '2012-03-09', 'T'),
  proceeding('6', '2012-03-10', '.Y'),
])
/** 1 is a termination now, 2 a dismissal; 3 has another end since; 4 is gone. */
const newer = release('newer', [
  proceeding('1', '2012-03-05', 'T'),
  proceeding('2', '2012-03-06', 'U'),
  proceeding('3', '2019-07-01', 'X'),
  proceeding('5', '2012-03-09', 'T'),
  proceeding('6', '2012-03-10', '.Y'),
])
const newest = release('newest', [
  proceeding('1', '2012-03-05', 'T'),
  proceeding('2', '2012-03-06', 'U'),
  proceeding('3', '2019-07-01', 'X'),
  proceeding('4', '2012-03-08', 'T'),
  proceeding('5', '2012-03-09', 'T'),
  proceeding('6', '2012-03-10', '.Y'),
])

const query =
  'measures=pd_terminations,pd_closures,terminations,dismissals,closures,pd_share_of_closures&from=2011-12-16&to=2012-06'

interface Asked {
  readonly row: Readonly<Record<string, unknown>>
  readonly notes: readonly string[]
  readonly receipt: string
}

async function ask(dataDir: string, id: string, more = ''): Promise<Asked> {
  const docket = openDocket({ dataDir })
  const { rows, notes, receipt } = await docket.run(`${query}${more}&release=${id}`)
  await docket.close()
  return { row: rows[0] ?? {}, notes: notes.map((n) => n.code), receipt }
}

async function verdict(dataDir: string, receipt: string): Promise<Record<string, unknown>> {
  const docket = openDocket({ dataDir })
  const found = await docket.verify(receipt)
  await docket.close()
  return { ...found }
}

interface Taken extends IngestOutcome {
  readonly events: readonly IngestEvent[]
}

async function take(dataDir: string, input: string, id: string, asOf: string, carry = true): Promise<Taken> {
  const events: IngestEvent[] = []
  const outcome = await ingest({
    catalog,
    input,
    dataDir,
    id,
    asOf,
    carry,
    onEvent: (event) => void events.push(event),
  })
  return { ...outcome, events }
}

const data = join(folder, 'data')
const alone = join(folder, 'alone')
let first: IngestOutcome
beforeAll(async () => {
  await take(data, older, '2020-01', '2020-01-31')
  first = await take(data, newer, '2026-09', '2026-09-30')
  await take(alone, newer, '2026-09', '2026-09-30')
})

test('a release without code I gets it from the older one, for ends that still stand', async () => {
  expect(first.manifest.release.carried).toMatchObject({ release: '2020-01', kept: 4, used: 2 })
  const { row, notes } = await ask(data, '2026-09')
  expect(row).toMatchObject({ pd_terminations: 2, pd_closures: 3, terminations: 3, dismissals: 0, closures: 4 })
  expect(row['pd_share_of_closures']).toBe(3 / 4)
  expect(notes).toContain('carried_over')
  expect(notes).not.toContain('pd_terminations_not_in_release')
})

test('without an older release there is none, and every total says so', async () => {
  const { row, notes } = await ask(alone, '2026-09')
  expect(row).toMatchObject({
    pd_terminations: { missing: 'not_in_release' },
    pd_closures: 1,
    dismissals: 1,
    closures: 4,
  })
  expect(notes).toContain('pd_terminations_not_in_release')
  expect(notes).not.toContain('carried_over')
})

test('every answer that it can change is marked, no other', async () => {
  const docket = openDocket({ dataDir: data })
  const codes = async (text: string): Promise<string[]> => (await docket.run(text)).notes.map((n) => n.code)
  for (const text of [
    'pd_closures',
    'pd_share_of_closures',
    'pd_closures_cumulative',
    'closures&by=closure_type',
    'closures&pd=yes',
  ])
    expect({ text, notes: await codes(`measures=${text}`) }).toMatchObject({
      notes: expect.arrayContaining(['carried_over']),
    })
  for (const text of ['closures', 'filings', 'pending', 'closures&by=court'])
    expect({ text, notes: await codes(`measures=${text}`) }).not.toMatchObject({
      notes: expect.arrayContaining(['carried_over']),
    })
  const spanish = await docket.run('measures=pd_closures', 'es')
  expect(spanish.notes.find((n) => n.code === 'carried_over')?.text).toContain('2 de las 4')
  await docket.close()
})

test('the older release keeps what it has, and says that a later one could have it', async () => {
  const { row } = await ask(data, '2020-01')
  expect(row).toMatchObject({ pd_terminations: 4, pd_closures: 5 })
  const late = await take(alone, older, '2020-01', '2020-01-31')
  expect(late.events).toContainEqual({ stage: 'again', about: '2026-09' })
  expect((await ask(alone, '2026-09')).row).toMatchObject({ pd_closures: 1 })
  const again = await take(alone, newer, '2026-09', '2026-09-30')
  expect(again.built).toBe(true)
  expect((await ask(alone, '2026-09')).row).toEqual((await ask(data, '2026-09')).row)
  expect((await take(alone, newer, '2026-09', '2026-09-30')).built).toBe(false)
})

test('a receipt names the release that was carried over from; without that release it cannot be derived anew', async () => {
  const bare = join(folder, 'bare')
  await take(bare, newer, '2026-09', '2026-09-30')
  const [carried, plain] = [await ask(data, '2026-09'), await ask(bare, '2026-09')]
  expect(await verdict(data, carried.receipt)).toMatchObject({ verdict: 'match' })
  expect(await verdict(bare, plain.receipt)).toMatchObject({ verdict: 'match' })
  const lacking = await verdict(bare, carried.receipt)
  expect(lacking).toMatchObject({ verdict: 'cannot' })
  expect(lacking['why']).toContain('release 2020-01')
  const other = await verdict(data, plain.receipt)
  expect(other).toMatchObject({ verdict: 'cannot' })
  expect(other['why']).toContain('--no-carry')
})

test('with --no-carry nothing is carried over', async () => {
  const refused = join(folder, 'refused')
  await take(refused, older, '2020-01', '2020-01-31')
  const { manifest } = await take(refused, newer, '2026-09', '2026-09-30', false)
  expect(manifest.release.carried).toBeUndefined()
  expect((await ask(refused, '2026-09')).row).toMatchObject({
    pd_terminations: { missing: 'not_in_release' },
    pd_closures: 1,
  })
  expect((await take(refused, newer, '2026-09', '2026-09-30', false)).built).toBe(false)
})

test('what was carried over is passed on, also to rows that had been gone', async () => {
  await take(data, newest, '2026-10', '2026-10-31')
  const { row } = await ask(data, '2026-10')
  expect(row).toMatchObject({ pd_terminations: 3, pd_closures: 4, closures: 5 })
  const docket = openDocket({ dataDir: data })
  expect((await docket.release('2026-10')).carried).toMatchObject({ release: '2020-01', kept: 4, used: 3 })
  await docket.close()
})
