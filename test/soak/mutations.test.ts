import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Catalog } from '#catalog'
import { catalog } from '#definitions'
import { dialect, type Engine, openEngine } from '#engine'
import { OpendocketError } from '#errors'
import { ingest, type Manifest, readPublished } from '#ingest'
import { simulate } from '../../src/simulate/index.ts'
import { rowsByHand } from '../support/count-rows.ts'
import { Dice } from '../support/dice.ts'
import { textMutations } from '../support/mutate-text.ts'
import { zipMutations } from '../support/mutate-zip.ts'
import { sayTrials, seed, trials } from '../support/soak.ts'
import { buildZip, readZip, type ZipMember } from '../support/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'mutations-'))
const limit = 60_000
/** The least of facts that a release can be published with; every fourth trial builds them all. */
const slim = {
  ...catalog,
  facts: new Map([...catalog.facts].filter(([id]) => id === 'filing')),
  dimensions: new Map(),
}
let engine: Engine
let members: ZipMember[]
/** File → what a plain ingest makes of it. */
let plain: Map<string, { readonly sha256: string; readonly rows: Map<string, string> }>

beforeAll(async () => {
  engine = await openEngine({ path: ':memory:', threads: 1 })
  const zip = join(folder, 'whole.zip')
  await simulate({ out: zip, scenario: 'sample', seed: 7, cases: 100, dirt: 0 })
  members = readZip(readFileSync(zip)).filter((member) => !isFiller(member))
  const { manifest, build } = await publishPlain(join(folder, 'plain'))
  plain = await rowsOf(manifest, build)
}, 600_000)
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

function fileOf(member: ZipMember): string {
  return basename(member.name).replace(/\.csv$/i, '')
}

/** Lookups of three invented rows, which would only cost time. */
function isFiller(member: ZipMember): boolean {
  const table = [...catalog.tables.values()].find((t) => t.file === fileOf(member))
  return table?.kind === 'lookup' && rowsByHand(member.bytes).length <= 3
}

function tablesOf(): ZipMember[] {
  return members.filter((member) => member.name.endsWith('.csv'))
}

async function publishPlain(dataDir: string): Promise<{ manifest: Manifest; build: string }> {
  const input = join(folder, 'plain.zip')
  writeFileSync(input, buildZip(members).bytes)
  const { manifest } = await ingest({ catalog, input, dataDir, id: 'plain', threads: 1 })
  return { manifest, build: await buildOf(dataDir, 'plain') }
}

async function buildOf(dataDir: string, id: string): Promise<string> {
  const published = await readPublished(dataDir)
  const found = Object.keys(published?.releases ?? {}).find((key) => key.startsWith(id)) ?? id
  return join(dataDir, 'built', found, published?.releases[found]?.build ?? '')
}

function parquetOf(build: string, file: string): string {
  const table = [...catalog.tables.values()].find((t) => t.file === file)
  return join(build, 'tables', `${table?.id}.parquet`)
}

/** The built rows of a file in their order, each as one text. */
async function builtRows(build: string, file: string): Promise<string[]> {
  const path = dialect.text(parquetOf(build, file))
  const rows = await engine.query(
    `SELECT CAST(to_json(t) AS VARCHAR) AS row FROM (SELECT * FROM read_parquet(${path}, file_row_number = true) ORDER BY file_row_number) t`,
  )
  return rows.map((row) => String(row['row']).replace(/,?"file_row_number":\d+/, ''))
}

async function rowsOf(manifest: Manifest, build: string): Promise<typeof plain> {
  const found: typeof plain = new Map()
  for (const member of tablesOf()) {
    const file = fileOf(member)
    const lines = rowsByHand(member.bytes)
    const rows = await builtRows(build, file)
    expect([file, rows.length]).toEqual([file, lines.length])
    const sha256 = Object.entries(manifest.files).find(([path]) => parquetOf('', file).endsWith(path))?.[1].sha256 ?? ''
    found.set(file, { sha256, rows: new Map(lines.map((line, at) => [line, rows[at] ?? ''])) })
  }
  return found
}

/** Rows that nothing was done to must stand in the built table as they do in a plain one. */
async function untouchedLost(build: string, file: string, lines: readonly string[]): Promise<string[]> {
  const known = plain.get(file)?.rows ?? new Map<string, string>()
  const built = new Map<string, number>()
  for (const row of await builtRows(build, file)) built.set(row, (built.get(row) ?? 0) + 1)
  return lines.filter((line) => {
    const row = known.get(line)
    if (row === undefined) return false
    const left = built.get(row) ?? 0
    built.set(row, left - 1)
    return left <= 0
  })
}

/** A database of its own for each build: two are looked at at the same time. */
async function withLog<T>(build: string, work: (log: Engine) => Promise<T>): Promise<T> {
  const log = await openEngine({ path: join(build, 'release.duckdb'), readOnly: true, threads: 1 })
  try {
    return await work(log)
  } finally {
    log.close()
  }
}

async function logged(log: Engine, table: string, file: string): Promise<number> {
  const [row] = await log.query(`SELECT count(*) AS n FROM log.${table} WHERE "table" = ${dialect.text(file)}`)
  return Number(row?.['n'])
}

interface Looked {
  readonly manifest: Manifest
  readonly build: string
  readonly log: Engine
  readonly file: string
}

interface Mutated {
  readonly text: Buffer
  /** Whether the header is the old one. */
  readonly sameHeader: boolean
}

/** What is wrong with the account of a file whose text is known; nothing when it is sound. */
async function fileFaults({ manifest, build, log, file }: Looked, { text, sameHeader }: Mutated): Promise<string[]> {
  const account = manifest.tables[file]
  if (account === undefined) return [`${file} has no account`]
  const lines = rowsByHand(text)
  const faults: string[] = []
  const { rows_in, rows_loaded, rows_rejected, rows_repaired } = account
  if (rows_in !== lines.length) faults.push(`${file}: ${rows_in} rows in, by hand ${lines.length}`)
  if (rows_in !== rows_loaded + rows_rejected) faults.push(`${file}: the account does not close`)
  const [count] = await engine.query(`SELECT count(*) AS n FROM read_parquet(${dialect.text(parquetOf(build, file))})`)
  if (count?.['n'] !== rows_loaded) faults.push(`${file}: ${count?.['n']} rows built, ${rows_loaded} loaded`)
  if ((await logged(log, 'rejects', file)) !== rows_rejected) faults.push(`${file}: not every reject is logged`)
  if ((await logged(log, 'repairs', file)) !== rows_repaired) faults.push(`${file}: not every repair is logged`)
  if (sameHeader) {
    const lost = await untouchedLost(build, file, lines)
    if (lost.length > 0)
      faults.push(
        `${file}: ${lost.length} untouched rows are not as they were: ${JSON.stringify(lost[0]?.slice(0, 300))}`,
      )
  }
  return faults
}

/** Tables that were not touched must be built byte for byte as ever, or be named as missing. */
function otherFaults(manifest: Manifest, touched: ReadonlySet<string>): string[] {
  return [...plain].flatMap(([file, { sha256 }]) => {
    if (touched.has(file)) return []
    const path = Object.keys(manifest.files).find((p) => parquetOf('', file).endsWith(p))
    if (path !== undefined && manifest.files[path]?.sha256 === sha256) return []
    const said = manifest.checks.some((c) => c.table === file && c.id === 'table-missing')
    return said ? [] : [`${file} was not touched, and is built otherwise`]
  })
}

interface Mutation {
  readonly kind: string
  readonly bytes: Buffer
  /** File → its text after the mutation. */
  readonly texts: ReadonlyMap<string, Mutated>
}

interface Trial extends Mutation {
  readonly catalog: Catalog
}

function textTrial(dice: Dice): Mutation {
  const kinds = Object.keys(textMutations)
  const said: string[] = []
  const texts = new Map<string, Mutated>()
  for (let n = dice.pick([1, 1, 1, 2, 3]); n > 0; n--) {
    const member = dice.pick(
      dice.chance(0.6) ? tablesOf().filter((m) => /^(A_|B_|tbl_Court)/.test(fileOf(m))) : tablesOf(),
    )
    const kind = dice.pick(kinds)
    const text = textMutations[kind]?.(texts.get(fileOf(member))?.text ?? member.bytes, dice) ?? member.bytes
    const [before, after] = [member.bytes, text].map((t) => t.subarray(0, member.bytes.indexOf('\n') + 1))
    texts.set(fileOf(member), { text, sameHeader: before !== undefined && after?.equals(before) === true })
    said.push(`${kind} in ${fileOf(member)}`)
  }
  const changed = members.map((m) => ({ ...m, bytes: texts.get(fileOf(m))?.text ?? m.bytes }))
  return { kind: said.join(', '), bytes: buildZip(changed).bytes, texts }
}

/** What may be said instead of the rows of each table. */
const countFiles: readonly ((text: string, dice: Dice) => string)[] = [
  (text, dice) => text.replaceAll(/\d+/g, () => String(dice.below(1e6))),
  (text, dice) => text.replace(/\d+/, '9'.repeat(dice.between(1, 400))),
  (text) => text.replaceAll('\t', ' : '),
  () => '',
  (text) => `\0\0${text}\x1a`,
  (text) => text.replaceAll(/(\d)\r\n/g, '$1,000\r\n'),
  (_, dice) => Array.from({ length: 3000 }, () => String.fromCharCode(dice.below(256))).join(''),
]

function countTrial(dice: Dice): Mutation {
  const at = dice.below(countFiles.length)
  const changed = members.map((m) =>
    basename(m.name) === 'Count.txt'
      ? { ...m, bytes: Buffer.from(countFiles[at]?.(m.bytes.toString('latin1'), dice) ?? '', 'latin1') }
      : m,
  )
  return { kind: `Count.txt, ${at}`, bytes: buildZip(changed).bytes, texts: new Map() }
}

function zipTrial(dice: Dice): Mutation {
  const kind = dice.pick(Object.keys(zipMutations))
  return { kind: `zip: ${kind}`, bytes: zipMutations[kind]?.(members, dice) ?? Buffer.alloc(0), texts: new Map() }
}

function mutationOf(n: number): Mutation {
  const dice = new Dice(seed + n * 7919)
  if (n % 4 === 3) return zipTrial(dice)
  return n % 50 === 4 ? countTrial(dice) : textTrial(dice)
}

function trialOf(n: number): Trial {
  return { ...mutationOf(n), catalog: n % 4 === 1 ? catalog : slim }
}

/** Whether an error says what was wrong and what to do; a crash does not. */
function refusalFaults(error: unknown): string[] {
  if (!(error instanceof OpendocketError))
    return [`crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  const { code, hint, allowed } = error.facts
  const clear = code !== '' && error.message.length > 20 && (hint ?? allowed ?? '') !== ''
  return clear ? [] : [`unclear: ${error.message}`]
}

const outcomes = { published: 0, refused: new Map<string, number>() }

async function publishedFaults(trial: Trial, dataDir: string, manifest: Manifest): Promise<string[]> {
  const build = await buildOf(dataDir, 'trial')
  const faults = otherFaults(manifest, new Set(trial.texts.keys()))
  await withLog(build, async (log) => {
    for (const [file, mutated] of trial.texts)
      faults.push(...(await fileFaults({ manifest, build, log, file }, mutated)))
  })
  return faults
}

/** Runs one trial on a data directory in which the plain release is published; `twice` publishes first numbers too. Returns what was wrong. */
async function run(trial: Trial, dataDir: string, pointer: string, twice: boolean): Promise<string[]> {
  const input = join(dataDir, 'trial.zip')
  writeFileSync(input, trial.bytes)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not over after ${limit} ms`)), limit)
  })
  const how = { id: 'trial', threads: 1, acceptRepairs: true, ...(twice && { twoLanesFrom: 0 }) }
  const work = ingest({ catalog: trial.catalog, input, dataDir, ...how })
  try {
    const { manifest } = await Promise.race([work, late])
    outcomes.published++
    return await publishedFaults(trial, dataDir, manifest)
  } catch (error) {
    const code = error instanceof OpendocketError ? error.facts.code : 'crash'
    outcomes.refused.set(code, (outcomes.refused.get(code) ?? 0) + 1)
    const faults = refusalFaults(error)
    if (readFileSync(join(dataDir, 'published.json'), 'utf8') !== pointer) faults.push('refused, and yet published')
    return faults
  } finally {
    clearTimeout(timer)
    writeFileSync(join(dataDir, 'published.json'), pointer)
    for (const name of readdirSync(join(dataDir, 'built')))
      if (name.startsWith('trial')) rmSync(join(dataDir, 'built', name), { recursive: true })
  }
}

test('a release damaged in any way is published with an account that closes, or refused with the reason', async () => {
  const n = trials(2000)
  sayTrials('mutations', n)
  const faults: string[] = []
  let next = 0
  const lane = async (number: number): Promise<void> => {
    const dataDir = join(folder, `data-${number}`)
    cpSync(join(folder, 'plain'), dataDir, { recursive: true })
    const pointer = readFileSync(join(dataDir, 'published.json'), 'utf8')
    for (let at = next++; at < n; at = next++) {
      const trial = trialOf(at)
      for (const fault of await run(trial, dataDir, pointer, at % 2 === 1))
        faults.push(`trial ${at} (${trial.kind}): ${fault}`)
      if (readdirSync(join(dataDir, 'building')).length > 0)
        faults.push(`trial ${at} (${trial.kind}): something half-built stays`)
    }
  }
  await Promise.all([lane(1), lane(2)])
  const refused = [...outcomes.refused].toSorted().map(([code, times]) => `${code} ${times}`)
  console.info(`mutations: published ${outcomes.published}, refused: ${refused.join(', ')}`)
  expect(faults).toEqual([])
}, 7_200_000)
