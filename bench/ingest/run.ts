/**
 * How long an ingest takes beside the floor, on a national release with real dirt and its clean twin, one after the other.
 *   node bench/ingest/run.ts --cases N [--keep DIR] [--memory 4GB]
 * With --keep the zips stay, to be measured again, and so does what was built, in DIR/data.
 * Ends with a table in Markdown. Processes on the same machine disturb the seconds; CPU seconds suffer less.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { simulate } from '../../src/simulate/index.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '128000' },
    keep: { type: 'string' },
    memory: { type: 'string', default: '4GB' },
  },
})
const cases = Number(values.cases)
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'bench-ingest-'))
mkdirSync(folder, { recursive: true })

interface Run {
  readonly seconds: number
  readonly cpu: number
  readonly rss: number
  readonly built: number
  readonly bytes?: number
  readonly rows?: number
  /** Seconds and CPU seconds to the first numbers. */
  readonly first?: readonly [number, number]
  readonly stages?: readonly (readonly [string, number, number])[]
}

/** Bytes below a folder, a file with two names once; what vanishes meanwhile counts nothing. */
function sizeOf(path: string): number {
  if (!existsSync(path)) return 0
  const files = new Map<number, number>()
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const info = entry.isFile() ? statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false }) : undefined
    if (info !== undefined) files.set(info.ino, info.size)
  }
  return [...files.values()].reduce((sum, size) => sum + size, 0)
}

/** Runs a script in a process of its own and watches how much disk it takes. */
function run(script: string, watched: string, ...args: string[]): Promise<Run & { readonly disk: number }> {
  let disk = 0
  const watch = setInterval(() => {
    disk = Math.max(disk, sizeOf(watched))
  }, 200)
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [join(import.meta.dirname, script), ...args], (error, out) => {
      clearInterval(watch)
      if (error !== null) reject(error)
      else resolve({ ...(JSON.parse(out.trim().split('\n').at(-1) ?? '') as Run), disk })
    })
  })
}

async function released(name: string, dirt: { dirt?: number }): Promise<string> {
  const out = join(folder, `${name}-${cases}.zip`)
  if (!existsSync(out)) await simulate({ out, scenario: 'national', seed: 1, cases, ...dirt })
  return out
}

const dirty = await released('national', {})
const clean = await released('clean', { dirt: 0 })

const floorFolder = join(folder, 'floor')
mkdirSync(floorFolder, { recursive: true })
const floor = await run('floor.ts', floorFolder, clean, floorFolder)
rmSync(floorFolder, { recursive: true })
const data = join(folder, 'data')
const ours = await run('ours.ts', join(data, 'building'), dirty, data, values.memory)
if (values.keep === undefined) rmSync(folder, { recursive: true })

const text = floor.bytes ?? 0
const rows = ours.rows ?? 0
const size = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`
const share = (a: number, b: number): string => (a / b).toFixed(2)
const [first, firstCpu] = ours.first ?? [0, 0]
const line = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`
const speed = (seconds: number): (string | number)[] => [
  (text / seconds / 1e6).toFixed(0),
  Math.round(rows / seconds).toLocaleString('en'),
]
console.log(
  [
    `${cases.toLocaleString('en')} cases, ${rows.toLocaleString('en')} rows, ${size(text)} of text`,
    '',
    line('', 'seconds', '× floor', 'CPU s', '× floor', 'MB/s', 'rows/s', 'peak memory', 'temporary disk', 'built'),
    line('---', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:', '---:'),
    line(
      'floor',
      floor.seconds.toFixed(1),
      1,
      floor.cpu.toFixed(1),
      1,
      ...speed(floor.seconds),
      size(floor.rss),
      '',
      size(floor.built),
    ),
    line(
      'first numbers',
      first.toFixed(1),
      share(first, floor.seconds),
      firstCpu.toFixed(1),
      share(firstCpu, floor.cpu),
      '',
      '',
      '',
      '',
      '',
    ),
    line(
      'the whole',
      ours.seconds.toFixed(1),
      share(ours.seconds, floor.seconds),
      ours.cpu.toFixed(1),
      share(ours.cpu, floor.cpu),
      ...speed(ours.seconds),
      size(ours.rss),
      size(Math.max(0, ours.disk - ours.built)),
      size(ours.built),
    ),
    '',
    `Stages, seconds (CPU): ${(ours.stages ?? []).map(([stage, at, cpu]) => `${stage} at ${at.toFixed(1)} (${cpu.toFixed(1)})`).join(', ')}`,
  ].join('\n'),
)
