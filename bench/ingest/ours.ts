import { catalog } from '#definitions'
import { ingest } from '#ingest'

/** One ingest in a process of its own: `node ours.ts RELEASE.zip DATA [MEMORY]`; ends with one line of JSON. */

const [input = '', dataDir = '', memory] = process.argv.slice(2)
const began = performance.now()
/** Stage, seconds until it began, CPU seconds until it began. */
const stages: [string, number, number][] = []
const elapsed = (): number => (performance.now() - began) / 1000
function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
/** Seconds and CPU seconds until the first numbers were published. */
let first: readonly [number, number] | undefined
const { manifest } = await ingest({
  catalog,
  input,
  dataDir,
  memory,
  acceptRepairs: true,
  twoLanesFrom: 0,
  onEvent: (event) => {
    if (event.stage === 'published' && !event.whole) first = [elapsed(), cpu()]
    if (event.stage !== 'progress' && event.stage !== stages.at(-1)?.[0]) stages.push([event.stage, elapsed(), cpu()])
  },
})
const accounts = Object.values(manifest.tables)
console.log(
  JSON.stringify({
    seconds: elapsed(),
    cpu: cpu(),
    rss: process.resourceUsage().maxRSS * 1024,
    rows: accounts.reduce((sum, a) => sum + a.rows_in, 0),
    odd: accounts.reduce((sum, a) => sum + a.rows_repaired + a.rows_rejected, 0),
    built: Object.values(manifest.files).reduce((sum, f) => sum + f.bytes, 0),
    first,
    stages,
  }),
)
