import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '#errors'
import { dateText, day } from './base/days.ts'
import type { World } from './base/model.ts'
import { plant } from './dirt/sentinels.ts'
import { writeNational } from './national/national.ts'
import { nationalNotes, settingOf } from './national/series.ts'
import { july2012 } from './plan/july_2012.margins.ts'
import { planJuly2012 } from './plan/july_2012.ts'
import { planSample } from './plan/sample.ts'
import { settle } from './plan/settle.ts'
import { folderOf, type Progress, writeRelease } from './release.ts'
import { Judges } from './rows/judges.ts'
import { cellsOf, type Questions } from './truth/cells.ts'

export type Scenario = 'sample' | 'july-2012' | 'national'

export interface SimulateOptions {
  /** The zip to write. */
  readonly out: string
  readonly scenario: Scenario
  readonly seed: number
  /** Size of `sample` and `national`; `july-2012` has the size that its margins give it. */
  readonly cases?: number
  /** Last day of `sample` and `national`, `YYYY-MM-DD`. */
  readonly asOf?: string
  /** Share of rows that carry a defect; 0 is a clean twin without any. */
  readonly dirt?: number
  /** Where the right answers go; beside the zip unless told otherwise. */
  readonly truth?: string
  /** An earlier release of the same series (`national`): what is written is the release of the month after it. */
  readonly after?: string
  /** Threads that write `national`; the result is the same for any number. */
  readonly workers?: number
}

export interface SimulateEffects {
  readonly progress?: Progress
}

export interface Simulated {
  readonly out: string
  readonly truth: string
  /** Rows of all tables. */
  readonly rows: number
  readonly seconds: number
}

/** Writes a file under another name and renames it: what bears its name is complete. */
async function whole<T>(out: string, write: (part: string) => Promise<T>): Promise<T> {
  const part = `${out}.part`
  await mkdir(dirname(out), { recursive: true })
  try {
    const result = await write(part)
    await rename(part, out)
    return result
  } finally {
    await rm(part, { force: true })
  }
}

interface Plan {
  readonly world: World
  readonly questions: Questions
  /** Sentinels leave what began before this day alone. */
  readonly since: number
  readonly thin: number
}

/** Writes a synthetic release in EOIR's own format, and beside it what a correct ingest must count in it. */
export async function simulate(options: SimulateOptions, effects: SimulateEffects = {}): Promise<Simulated> {
  const began = performance.now()
  checkChance(options)
  if (options.scenario === 'national' || options.after !== undefined) {
    return simulateNational(options, began, effects.progress ?? (() => {}))
  }
  const progress: Progress = effects.progress ?? (() => {})
  progress(0, 1, 'plan')
  const { world, questions, since, thin } = planOf(options)
  const sentinels = world.dirt > 0 ? plant(world, since) : {}
  settle(world)
  const courts = new Set(world.cases.flatMap((each) => each.proceedings.map(({ court }) => court)))
  const scene = { world, judges: new Judges([...courts].sort(), world.seed), thin }
  const written = await whole(options.out, (part) => writeRelease(part, scene, notesOf(world), progress))
  const truth = options.truth ?? `${options.out.replace(/\.zip$/i, '')}.truth.json`
  const { scenario, seed, dirt, asOf } = world
  const explained = { ...world.explained, sentinels, dirt: written.dirt }
  const answers = {
    scenario,
    seed,
    dirt,
    synthetic: true,
    as_of: dateText(asOf),
    release_id: releaseId(asOf),
    tables: written.tables,
    cells: cellsOf(world, questions),
    explained,
  }
  await writeFile(truth, `${JSON.stringify(answers)}\n`)
  const rows = Object.values(written.tables).reduce((sum, table) => sum + table.rows, 0)
  return { out: options.out, truth, rows, seconds: (performance.now() - began) / 1000 }
}

/** Writes the release of the whole country, or the one of the month after another. */
async function simulateNational(options: SimulateOptions, began: number, progress: Progress): Promise<Simulated> {
  const { setting, asOf } = await settingOf(options)
  const notes = nationalNotes(setting, asOf)
  const written = await whole(options.out, (part) => writeNational(part, setting, notes, progress, options.workers))
  const truth = options.truth ?? `${options.out.replace(/\.zip$/i, '')}.truth.json`
  const answers = {
    scenario: 'national',
    seed: setting.seed,
    dirt: setting.dirt,
    synthetic: true,
    as_of: dateText(asOf),
    release_id: releaseId(asOf),
    tables: written.tables,
    cells: written.cells,
    ...(written.ledger === undefined ? {} : { ledger: written.ledger }),
    completeness: { closure: written.completeness },
    explained: { cases: setting.cases, month: setting.month, dirt: written.dirt, bytes: written.bytes },
  }
  await writeFile(truth, `${JSON.stringify(answers)}\n`)
  const rows = Object.values(written.tables).reduce((sum, table) => sum + table.rows, 0)
  return { out: options.out, truth, rows, seconds: (performance.now() - began) / 1000 }
}

function refuse(value: string, allowed: string): never {
  throw new UsageError(`cannot simulate with ${value}`, { code: 'not-simulable', value, allowed })
}

function checkChance({ seed, dirt = 0 }: SimulateOptions): void {
  if (!Number.isSafeInteger(seed) || seed < 0) refuse(`--seed ${seed}`, 'a whole number from 0')
  if (!(dirt >= 0 && dirt <= 0.2)) refuse(`--dirt ${dirt}`, 'a share of rows from 0 to 0.2')
}

function checkSize(cases: number, asOf: string): void {
  if (!Number.isInteger(cases) || cases < 100 || cases > 5_000_000) {
    refuse(`--cases ${cases}`, 'a whole number from 100 to 5000000')
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(asOf) && dateText(day(asOf)) === asOf
  if (!isDate || asOf < '2012-01-01' || asOf > '2026-12-31')
    refuse(`--as-of ${asOf}`, 'a date from 2012-01-01 to 2026-12-31')
}

function planOf(options: SimulateOptions): Plan {
  if (options.scenario === 'sample') return planOfSample(options)
  if (options.scenario === 'july-2012') return planOfJuly2012(options)
  throw new UsageError(`unknown scenario "${options.scenario}"`, {
    code: 'unknown-scenario',
    value: options.scenario,
    allowed: 'sample, july-2012, national',
  })
}

function planOfSample({ cases = 20_000, seed, asOf = '2026-09-30', dirt = 2e-3 }: SimulateOptions): Plan {
  checkSize(cases, asOf)
  const world = planSample({ cases, seed, asOf: day(asOf), dirt })
  const dates = ['2011-09-30', '2012-09-30', '2016-09-30', '2019-12-31', '2021-01-31', '2024-09-30', '2025-09-30']
  const stocks = dates.map(day).filter((date) => date < world.asOf)
  return {
    world,
    questions: { stocks, cumulative: [day('2016-12-31'), world.asOf], durations: undefined, terminations: false },
    since: 0,
    thin: 1,
  }
}

function planOfJuly2012({ seed, dirt = 1e-4, cases, asOf }: SimulateOptions): Plan {
  if (cases !== undefined || asOf !== undefined) {
    throw new UsageError('july-2012 is rebuilt from published totals: its size and its date are given', {
      code: 'fixed-scenario',
      value: cases === undefined ? `--as-of ${asOf}` : `--cases ${cases}`,
      hint: 'leave it out, or use --scenario sample',
    })
  }
  const world = planJuly2012(seed, dirt)
  const stocks = ['2011-09-30', '2011-12-31', '2012-03-31'].map(day)
  const cumulative = july2012.windows.map(({ to }) => to)
  return {
    world,
    questions: { stocks, cumulative, durations: '2012-06', terminations: true },
    since: july2012.base.on + 1,
    thin: 6,
  }
}

/** The month of the folder, marked as what it is. */
function releaseId(asOf: number): string {
  return `${folderOf(asOf).slice(15, 22)}-synthetic`
}

function notesOf(world: World): Record<string, string> {
  const what = `SYNTHETIC release written by opendocket simulate.\r\nscenario: ${world.scenario}\r\nseed: ${world.seed}\r\nas of: ${dateText(world.asOf)}\r\ndirt: ${world.dirt}\r\n`
  return {
    'SYNTHETIC.txt': `${what}No row describes a real person, judge or case.\r\n`,
    'Readme.txt': `This is NOT a release of the Executive Office for Immigration Review. It is a SYNTHETIC one in the same format:\r\ntab-separated tables with one header line, no quoting, CRLF; core tables, lookup tables, Count.txt.\r\n${what}`,
  }
}
