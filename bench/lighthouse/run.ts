/**
 * Lighthouse on three pages of a running server: the home page, a tool, a report; on a phone (its own default: slow network,
 * slow processor) and on a desk. Prints a table, the worst of the runs first, and which audits cost points.
 *   npm install --prefix DIR lighthouse          it is no dependency of ours: 200 packages for one measurement
 *   ./bin/opendocket serve --port 8080
 *   node bench/lighthouse/run.ts http://127.0.0.1:8080 DIR [runs] [path …]
 * The browser is the machine's Chromium, or the one named in OPENDOCKET_CHROMIUM.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const bar = 95

const audit = z.object({
  score: z.number().nullable(),
  title: z.string(),
  displayValue: z.string().optional(),
  numericValue: z.number().optional(),
})
const category = z.object({
  score: z.number(),
  auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
})
const lighthouseReport = z.object({
  categories: z.record(z.string(), category),
  audits: z.record(z.string(), audit),
})
type Report = z.infer<typeof lighthouseReport>

const [address, folder, runs = '3', ...named] = process.argv.slice(2)
if (address === undefined || folder === undefined) throw new Error('name the address and the folder of Lighthouse')
const lighthouse = join(folder, 'node_modules/lighthouse/cli/index.js')
if (!existsSync(lighthouse)) throw new Error(`no Lighthouse in ${folder}: npm install --prefix ${folder} lighthouse`)
const paths = named.length > 0 ? named : ['/', '/tools/pd_closures?court=LOS', '/reports/pd_closures?as_of=2012-06-28']
const forms = ['phone', 'desk'] as const

async function measured(path: string, form: (typeof forms)[number]): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      lighthouse,
      new URL(path, address).href,
      '--output=json',
      '--quiet',
      '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
      ...(form === 'desk' ? ['--preset=desktop'] : []),
    ],
    {
      env: { ...process.env, CHROME_PATH: process.env['OPENDOCKET_CHROMIUM'] ?? '/usr/bin/chromium' },
      maxBuffer: 2 ** 27,
    },
  )
  return lighthouseReport.parse(JSON.parse(stdout))
}

const pointsOf = (report: Report, id: string): number => Math.round((report.categories[id]?.score ?? 0) * 100)

const shown = (report: Report, id: string): string => report.audits[id]?.displayValue?.replaceAll('\u00a0', ' ') ?? '–'

/** Audits that count and were not passed whole. */
function costs(report: Report): readonly string[] {
  return categories.flatMap((id) =>
    (report.categories[id]?.auditRefs ?? []).flatMap(({ id: name, weight }) => {
      const found = report.audits[name]
      if (found === undefined || weight === 0 || found.score === null || found.score >= 0.9) return []
      return [`${name} ${found.score} ${found.displayValue ?? ''} (${found.title})`]
    }),
  )
}

console.log(
  `| page | form | ${categories.join(' | ')} | first paint | largest paint | blocked | shift |\n|---|---|${'---:|'.repeat(categories.length + 4)}`,
)
const wrong: string[] = []
for (const path of paths) {
  for (const form of forms) {
    const reports: Report[] = []
    for (let i = 0; i < Number(runs); i++) {
      // Now and then Lighthouse loses its own trace; it asks to be run again.
      reports.push(await measured(path, form).catch(() => measured(path, form)))
    }
    const worst = reports.toSorted((a, b) => pointsOf(a, 'performance') - pointsOf(b, 'performance'))[0]
    if (worst === undefined) continue
    const points = categories.map((id) => Math.min(...reports.map((report) => pointsOf(report, id))))
    const times = [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ]
    console.log(`| ${[`\`${path}\``, form, ...points, ...times.map((id) => shown(worst, id))].join(' | ')} |`)
    wrong.push(...costs(worst).map((one) => `${path}, ${form}: ${one}`))
    if (points.some((each) => each < bar)) process.exitCode = 1
  }
}
if (wrong.length > 0) console.log(`\nWhat cost points:\n${wrong.map((one) => `- ${one}`).join('\n')}`)
