import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catalog } from '#definitions'
import { ingest, LedgerFiles } from '#ingest'
import { simulate } from '../../src/simulate/index.ts'

/**
 * Processor seconds of the ledger beside those of the ingest that it belongs to, at any size; national:
 *   node bench/ledger/run.ts --cases 12800000 --keep DIR
 */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '640000' }, keep: { type: 'string' }, memory: { type: 'string' } },
})
const dir = values.keep ?? join(tmpdir(), 'opendocket-ledger')
await mkdir(dir, { recursive: true })

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const files = [0, 1].map((month) => join(dir, `${values.cases}-${month}.zip`))
const [first = '', next = ''] = files
if (!existsSync(first)) await simulate({ out: first, scenario: 'national', seed: 1, cases: Number(values.cases) })
if (!existsSync(next)) await simulate({ out: next, scenario: 'national', seed: 1, after: first })

const dataDir = join(dir, `data-${values.cases}-${Date.now()}`)
const ids: string[] = []
let cpu = 0
for (const input of files) {
  const before = processorSeconds()
  const { manifest } = await ingest({ catalog, input, dataDir, memory: values.memory })
  cpu = processorSeconds() - before
  ids.push(manifest.release.id)
}
const ledger = await new LedgerFiles(catalog, dataDir).find(ids[0] ?? '', ids[1] ?? '')
if (ledger === undefined) throw new Error('no ledger was made')
const own = ledger.cpu_seconds
process.stdout.write(
  `${JSON.stringify({
    cases: Number(values.cases),
    rows: ledger.tables.reduce((sum, t) => sum + t.after, 0),
    totals: ledger.totals,
    ingest_cpu_seconds: cpu - own,
    ledger_cpu_seconds: own,
    ledger_seconds: ledger.seconds,
    share: own / (cpu - own),
    peak_rss_mb: process.resourceUsage().maxRSS / 1024,
  })}\n`,
)
