import { text } from 'node:stream/consumers'
import { openPromise } from 'yauzl'
import { UsageError } from '#errors'
import { type Day, dateText, day } from '../base/days.ts'
import type { Setting } from './life.ts'
import { monthsFrom } from './national.ts'

interface Wanted {
  readonly seed: number
  readonly cases?: number
  readonly asOf?: string
  readonly dirt?: number
  readonly after?: string
}

/** What was asked for, checked: a first release, or the one after an earlier one. */
export async function settingOf(wanted: Wanted): Promise<{ setting: Setting; asOf: Day }> {
  const setting = wanted.after === undefined ? first(wanted) : await next(wanted.after, wanted)
  return { setting, asOf: monthsFrom(setting.first, setting.month).at(-1) ?? setting.first }
}

function first({ seed, cases = 12_800_000, asOf = '2026-08-31', dirt = 1e-5 }: Wanted): Setting {
  if (!Number.isInteger(cases) || cases < 100 || cases > 20_000_000) {
    refuse(`--cases ${cases}`, 'a whole number from 100 to 20000000')
  }
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(asOf) && dateText(day(asOf)) === asOf
  if (!isDate || asOf < '2012-01-01' || asOf > '2027-12-31') {
    refuse(`--as-of ${asOf}`, 'a date from 2012-01-01 to 2027-12-31')
  }
  return { seed, cases, first: day(asOf), month: 0, dirt }
}

function refuse(value: string, allowed: string): never {
  throw new UsageError(`cannot simulate with ${value}`, { code: 'not-simulable', value, allowed })
}

/** The note that says how a release was made. */
export function nationalNotes({ seed, cases, first, month, dirt }: Setting, asOf: Day): Record<string, string> {
  const made = {
    scenario: 'national',
    seed,
    cases,
    'first as of': dateText(first),
    month,
    'as of': dateText(asOf),
    dirt,
  }
  const lines = Object.entries(made).map(([name, value]) => `${name}: ${value}\r\n`)
  const what = `SYNTHETIC release written by opendocket simulate.\r\n${lines.join('')}`
  return {
    'SYNTHETIC.txt': `${what}No row describes a real person, judge or case.\r\n`,
    'Readme.txt': `This is NOT a release of the Executive Office for Immigration Review. It is a SYNTHETIC one in the same format:\r\ntab-separated tables with one header line, no quoting, CRLF; core tables, lookup tables, Count.txt.\r\n${what}`,
  }
}

/** The release of the month after an earlier one: the same series, one month on. */
async function next(path: string, { cases: size, asOf, dirt }: Wanted): Promise<Setting> {
  if (size !== undefined) refuse(`--cases ${size}`, 'nothing: the release before has the size')
  if (asOf !== undefined) refuse(`--as-of ${asOf}`, 'nothing: it is the last day of the month after')
  const made = new Map(
    [...(await noteOf(path)).matchAll(/^([a-z ]+): (.*?)\r?$/gm)].map(([, name = '', value = '']) => [name, value]),
  )
  const cases = Number(made.get('cases'))
  if (made.get('scenario') !== 'national' || !Number.isInteger(cases)) {
    refuse(`--after ${path}`, 'a release of the scenario national')
  }
  const kept = Number(made.get('dirt'))
  if (dirt !== undefined && dirt !== kept) refuse(`--dirt ${dirt}`, `${kept}, as in the release before`)
  const month = Number(made.get('month')) + 1
  return { seed: Number(made.get('seed')), cases, first: day(made.get('first as of') ?? ''), month, dirt: kept }
}

async function noteOf(path: string): Promise<string> {
  const zip = await openPromise(path).catch((error: Error) => {
    throw new UsageError(`cannot read ${path}: ${error.message}`, { code: 'not-simulable', value: `--after ${path}` })
  })
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('SYNTHETIC.txt')) return await text(await zip.openReadStreamPromise(entry))
    }
  } finally {
    zip.close()
  }
  return ''
}
