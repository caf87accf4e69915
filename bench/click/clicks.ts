import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tool } from '#catalog'
import { catalog } from '#definitions'
import type { QueryService, Result } from '#query'
import { tools } from '../../site/index.ts'
import { choicesOf } from '../../src/web/explorer/choices.ts'
import { askAll, type Ground } from '../../src/web/explorer/question.ts'
import { parseView } from '../../src/web/explorer/view.ts'

/** A click on a tool: the page that it leads to. */
export interface Click {
  readonly tool: string
  /** What stands in the address after `?`. */
  readonly search: string
  readonly filters: number
  /** Part of the rows that all filters keep. */
  readonly kept: number
}

export interface Mix {
  readonly seed: number
  readonly release: string
  readonly clicks: readonly Click[]
}

export const mixFile = join(import.meta.dirname, '..', 'click-mix.json')

/** The committed mix. */
export async function readMix(file = mixFile): Promise<Mix> {
  return JSON.parse(await readFile(file, 'utf8')) as Mix
}

const mostPanes = 5

/** The page of a click, with as many panes as a reader may open: the tool's and the next ones that it offers. */
export function groundOf(service: QueryService, tool: Tool, search: string): Ground {
  const { catalog } = service
  const view = parseView(new URLSearchParams(search), tool, catalog)
  const panes = [...new Set([...view.panes, ...choicesOf(tool, catalog, view.measure)])].slice(0, mostPanes)
  return { tool, catalog, language: 'en', view: { ...view, panes } }
}

function toolOf(id: string): Tool {
  const found = tools.find((t) => t.id === id)
  if (found === undefined) throw new Error(`no such tool: ${id}`)
  return found
}

/** Asks everything that the page of a click shows: its sentence, its figure, its panes. */
export async function click(service: QueryService, { tool, search }: Click): Promise<Result[]> {
  const { whole, country, figure, panes } = await askAll(service, groundOf(service, toolOf(tool), search))
  return [whole, country, figure.whole, ...panes].filter((r) => r !== undefined)
}

/** Whether the page of a click shows a median or the like. */
export function showsDurations({ tool }: Click): boolean {
  const { measures } = toolOf(tool)
  return [measures[0]?.id, ...(measures[0]?.beside ?? [])].some(
    (id) => catalog.measures.get(id ?? '')?.kind === 'duration',
  )
}

/** What a click is counted under: durations, what is asked of the engine; else by filters, and whether many rows are kept. */
export function classOf(asked: Click, results: readonly Result[]): string {
  const { filters, kept } = asked
  if (results.some((r) => r.plan.by.includes('duckdb'))) return 'by the engine'
  if (showsDurations(asked)) return 'durations'
  if (filters === 0) return 'no filter'
  return `${filters} filter${filters === 1 ? '' : 's'}${kept >= 0.1 ? ', wide' : ''}`
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

/** A small seeded generator, so that two runs click alike. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
