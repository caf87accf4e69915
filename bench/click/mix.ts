/**
 * Draws the mix of clicks from the tools, the catalog and the values of a release, by seed, into bench/click-mix.json.
 *   node bench/click/mix.ts DATA_DIR [clicks] [seed]
 * 0 to 4 filters; beside the clicks without a filter, a fifth keep at least a tenth of the rows.
 */
import { writeFile } from 'node:fs/promises'
import type { Catalog, Tool } from '#catalog'
import type { QueryService } from '#query'
import { tools } from '../../site/index.ts'
import { openDocket } from '../../src/server/docket.ts'
import { choicesOf } from '../../src/web/explorer/choices.ts'
import { type Click, type Mix, mixFile, random } from './clicks.ts'

interface Code {
  readonly code: string
  readonly rows: number
}

const filterCounts = [
  { filters: 0, share: 0.15 },
  { filters: 1, share: 0.3 },
  { filters: 2, share: 0.27 },
  { filters: 3, share: 0.17 },
  { filters: 4, share: 0.11 },
] as const
const wideShare = 0.2
const wide = 0.1
const tries = 60

const [dataDir, clicks = '400', seedText = '1'] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('name the data directory')
const service: QueryService & { close(): Promise<void> } = openDocket({ dataDir })
const next = random(Number(seedText))
const release = await service.release()
const year = Number(release.as_of.slice(0, 4))
const periods = [`from=${year - 5}`, `from=FY${year - 1}&to=FY${year - 1}`, `from=${year - 10}-10`, `from=${year}-01`]

/** A measure that counts the rows behind a tool: its own, or the number behind a rate or duration. */
function sizeOf(tool: Tool, catalog: Catalog): { measure: string; column: string } {
  const measure = tool.measures[0]?.id ?? ''
  const kind = catalog.measures.get(measure)?.kind
  if (measure === 'pd_closures') return { measure: 'closures', column: 'closures' }
  return {
    measure,
    column: kind === 'rate' ? `${measure}_denominator` : kind === 'duration' ? `${measure}_n` : measure,
  }
}

async function rowsOf(tool: Tool, search: string): Promise<number> {
  const { measure, column } = sizeOf(tool, service.catalog)
  const { rows } = await service.run(`measures=${measure}${search === '' ? '' : `&${search}`}`)
  const cell = rows[0]?.[column]
  return typeof cell === 'number' ? cell : 0
}

const known = new Map<string, Promise<readonly Code[]>>()

function codesOf(tool: Tool, dimension: string): Promise<readonly Code[]> {
  const key = `${tool.id} ${dimension}`
  const found = known.get(key) ?? readCodes(tool, dimension)
  known.set(key, found)
  return found
}

async function readCodes(tool: Tool, dimension: string): Promise<readonly Code[]> {
  const { measure, column } = sizeOf(tool, service.catalog)
  const { rows } = await service.run(`measures=${measure}&by=${dimension}&sort=-${column}`)
  return rows.flatMap((row) => {
    const [code, count] = [row[dimension], row[column]]
    return typeof code === 'string' && typeof count === 'number' && count > 0 ? [{ code, rows: count }] : []
  })
}

/** The one in whose share a number from 0 to 1 falls. */
function drawn<T>(list: readonly T[], share: (each: T) => number, at: number): T | undefined {
  let left = at
  for (const each of list) {
    left -= share(each)
    if (left <= 0) return each
  }
  return list.at(-1)
}

/** Wide filters take the largest codes; others one by its rows, as readers ask for what there is much of. */
function drawCodes(codes: readonly Code[], isWide: boolean): string[] {
  if (isWide) return codes.slice(0, 1 + Math.floor(next() * Math.min(3, codes.length))).map((c) => c.code)
  const total = codes.reduce((n, c) => n + c.rows, 0)
  const found = drawn(codes, (c) => c.rows / total, next() < 0.5 ? next() : next() ** 0.3)
  return found === undefined ? [] : [found.code]
}

async function drawFilters(tool: Tool, count: number, isWide: boolean): Promise<string> {
  const measure = tool.measures[0]?.id ?? ''
  const left = choicesOf(tool, service.catalog, measure).filter(
    (d) => service.catalog.dimensions.get(d)?.kind === 'code',
  )
  const parts: string[] = []
  while (parts.length < count && left.length > 0) {
    const [dimension] = left.splice(Math.floor(next() * left.length), 1)
    if (dimension === undefined) break
    const codes = drawCodes(await codesOf(tool, dimension), isWide)
    if (codes.length > 0) parts.push(`${dimension}=${codes.map(encodeURIComponent).join(',')}`)
  }
  return parts.toSorted().join('&')
}

async function drawClick(tool: Tool, filters: number, isWide: boolean, all: number): Promise<Click | undefined> {
  for (let i = 0; i < tries; i++) {
    const search = await drawFilters(tool, filters, isWide)
    const kept = filters === 0 ? 1 : (await rowsOf(tool, search)) / all
    if (filters > 0 && kept >= wide !== isWide) continue
    const period = next() < 0.3 ? (periods[Math.floor(next() * periods.length)] ?? '') : ''
    const whole = [search, period].filter((s) => s !== '').join('&')
    return { tool: tool.id, search: whole, filters, kept: Number(kept.toPrecision(3)) }
  }
  return undefined
}

const all: Click[] = []
while (all.length < Number(clicks)) {
  const tool = tools[Math.floor(next() * tools.length)]
  if (tool === undefined) continue
  const filters = drawn(filterCounts, (c) => c.share, next())?.filters ?? 1
  const isWide = filters > 0 && next() < wideShare / (1 - filterCounts[0].share)
  const found = await drawClick(tool, filters, isWide, await rowsOf(tool, ''))
  if (found !== undefined) all.push(found)
}
const mix: Mix = { seed: Number(seedText), release: release.id, clicks: all }
const lines = all.map((c) => `  ${JSON.stringify(c)}`).join(',\n')
await writeFile(mixFile, `{ "seed": ${mix.seed}, "release": "${mix.release}", "clicks": [\n${lines}\n] }\n`)
const share = (test: (c: Click) => boolean): string => `${Math.round((100 * all.filter(test).length) / all.length)} %`
console.log(
  `${all.length} clicks; without a filter ${share((c) => c.filters === 0)}, wide ${share((c) => c.filters > 0 && c.kept >= wide)}`,
)
await service.close()
