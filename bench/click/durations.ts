/**
 * Durations from the cubes beside DuckDB: CPU and wall milliseconds of one answer, the least of some, each asked warm. A filter
 * that keeps nearly all rows stands in each question, since answers without any are kept.
 *   node bench/click/durations.ts DATA_DIR [times of ours] [times of DuckDB]
 */
import { openDocket } from '../../src/server/docket.ts'

const questions = [
  'measures=days_to_closure',
  'measures=days_to_closure&by=court',
  'measures=days_to_closure&by=hearing_location',
  'measures=days_to_closure&by=nationality',
  'measures=days_to_closure&by=nationality&from=FY2025&to=FY2025&custody=N',
  'measures=days_to_closure&by=month',
  'measures=days_to_closure&by=court,fiscal_year',
  'measures=days_waiting',
  'measures=days_waiting&by=court',
  'measures=days_waiting&by=nationality&court=NYC,LOS',
  'measures=days_waiting&by=month',
  'measures=days_waiting&by=month&from=2011-10',
  'measures=days_waiting&by=month&from=2016&court=NYC',
  'measures=days_waiting&by=court,fiscal_year&from=FY2016',
].map((question) => `${question}&case_type=!WHO`)

const [dataDir, ours = '5', theirs = '2'] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('name the data directory')

interface Used {
  readonly cpu: number
  readonly wall: number
  readonly by: string
}

async function least(docket: ReturnType<typeof openDocket>, question: string, times: number): Promise<Used> {
  let best: Used | undefined
  for (let i = 0; i < times; i++) {
    const [cpu, began] = [process.cpuUsage(), performance.now()]
    const { plan } = await docket.run(question)
    const used = process.cpuUsage(cpu)
    const now = { cpu: (used.user + used.system) / 1000, wall: performance.now() - began, by: plan.by }
    if (best === undefined || now.cpu < best.cpu) best = now
  }
  if (best === undefined) throw new Error('ask at least once')
  return best
}

const fast = openDocket({ dataDir, cache: 0, fast: true })
const slow = openDocket({ dataDir, cache: 0, fast: false })
console.log('| question | by | CPU ms | ms | DuckDB, CPU ms | ms | ratio of CPU |\n|---|---|---:|---:|---:|---:|---:|')
for (const question of questions) {
  await fast.run(question)
  const own = await least(fast, question, Number(ours))
  const engine = Number(theirs) === 0 ? undefined : await least(slow, question, Number(theirs))
  const beside = engine === undefined ? ['', '', ''] : [engine.cpu, engine.wall, engine.cpu / own.cpu]
  const cells = [own.cpu, own.wall, ...beside].map((n) => (typeof n === 'number' ? n.toFixed(1) : n))
  console.log(`| \`${question}\` | ${own.by} | ${cells.join(' | ')} |`)
}
await fast.close()
await slow.close()
