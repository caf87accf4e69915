/**
 * How long the server takes to answer a click on the PD tool: the chart, the answer and three panes, each pane
 * with every filter but its own, nothing cached.   node bench/click/run.ts DATA_DIR [clicks]
 */
import { openDocket } from '../../src/server/docket.ts'

const measures = 'measures=pd_closures,pending_at_base,pd_share_of_backlog,closures,pd_share_of_closures'
const panes = ['court', 'hearing_location', 'nationality'] as const
const period = 'from=2011-10&since=2011-10-01&base=2011-09-30'

/** A small seeded generator, so that two runs click alike. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function filterText(filters: ReadonlyMap<string, string>, without?: string): string {
  return [...filters]
    .filter(([id]) => id !== without)
    .map(([id, code]) => `&${id}=${encodeURIComponent(code)}`)
    .join('')
}

function queriesOf(filters: ReadonlyMap<string, string>): string[] {
  return [
    `measures=pd_closures&by=month&${period}${filterText(filters)}`,
    `${measures}&${period}${filterText(filters)}`,
    `${measures}&${period}`,
    ...panes.map((pane) => `${measures}&by=${pane}&totals=1&sort=-pd_closures&${period}${filterText(filters, pane)}`),
  ]
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN
}

const [dataDir, clicks = '200'] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('name the data directory')
const service = openDocket({ dataDir, cache: 0 })
const next = random(1)
const values = new Map(await Promise.all(panes.map(async (id) => [id, await service.values(id)] as const)))
const times: number[] = []
for (let i = 0; i < Number(clicks); i++) {
  const filters = new Map<string, string>()
  for (const id of panes) {
    const codes = values.get(id) ?? []
    const code = codes[Math.floor(next() * codes.length)]?.code
    if (next() < 0.4 && code !== undefined) filters.set(id, code)
  }
  const began = performance.now()
  await Promise.all(queriesOf(filters).map((q) => service.run(q)))
  times.push(performance.now() - began)
}
const sorted = times.toSorted((a, b) => a - b)
const release = await service.release()
console.log(`| release | clicks | p50 ms | p95 ms | max ms |\n|---|---|---|---|---|`)
console.log(
  `| ${release.id} | ${times.length} | ${[0.5, 0.95, 1].map((q) => quantile(sorted, q).toFixed(1)).join(' | ')} |`,
)
await service.close()
