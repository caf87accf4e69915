/**
 * The click: what is asked when a reader of a tool clicks, from the committed mix (bench/click-mix.json; made by
 * bench/click/mix.ts). No answer is cached. One part, or all of them:
 *   node bench/click/run.ts DATA_DIR [alone|slowest|people|cpu|pending|start|all] [seconds of people] [counts|durations]
 * Clicks on pages that show durations (median, 90th percentile) are a class of their own, left out where `counts` is said; `durations` asks them alone.
 * alone    each click by itself, warm: how long until all its panes are there, by class of click
 * slowest  the slowest clicks by themselves: the least of three, in milliseconds and in milliseconds of processor
 * people   50 people, each a click every 4 s, for 60 s: the same under load
 * cpu      CPU seconds of the mix beside DuckDB's own group-bys for the same statements (every 8th click)
 * pending  pending by court at 60 months' ends
 * start    seconds from `serve` to /readyz, and the memory of a server that answered the mix
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openBuilt } from '#engine'
import { releaseLibrary } from '#ingest'
import { openDocket } from '../../src/server/docket.ts'
import { classOf, click, quantile, readMix, showsDurations } from './clicks.ts'

const [dataDir, part = 'all', seconds = '60', only] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('name the data directory')
const wanted = (name: string): boolean => part === name || part === 'all'
const mix = await readMix()
const clicks = mix.clicks.filter((c) => only === undefined || showsDurations(c) === (only === 'durations'))
console.log(`${clicks.length} of ${mix.clicks.length} clicks`)
const open = (fast: boolean) => openDocket({ dataDir, cache: 0, fast })

function cpuSeconds(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1e6
}

function table(times: ReadonlyMap<string, readonly number[]>): void {
  console.log('| class | clicks | p50 ms | p95 ms | max ms |\n|---|---:|---:|---:|---:|')
  const line = (name: string, values: readonly number[]): void =>
    console.log(
      `| ${name} | ${values.length} | ${[0.5, 0.95, 1].map((q) => quantile(values, q).toFixed(1)).join(' | ')} |`,
    )
  const counted = [...times].filter(([name]) => name !== 'durations')
  for (const [name, values] of [...times].toSorted(([a], [b]) => (a < b ? -1 : 1))) line(name, values)
  line(
    '**all that count rows**',
    counted.flatMap(([, v]) => v),
  )
  line('**all**', [...times.values()].flat())
}

class Times {
  readonly byClass = new Map<string, number[]>()

  add(name: string, ms: number): void {
    this.byClass.set(name, [...(this.byClass.get(name) ?? []), ms])
  }
}

async function alone(): Promise<void> {
  const service = open(true)
  const times = new Times()
  for (const warm of [true, false]) {
    for (const each of clicks) {
      const began = performance.now()
      const results = await click(service, each)
      if (!warm) times.add(classOf(each, results), performance.now() - began)
    }
  }
  console.log('\n## alone\n')
  table(times.byClass)
  console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(2)} GB`)
  await service.close()
}

async function slowest(): Promise<void> {
  const service = open(true)
  for (const each of clicks) await click(service, each)
  const least = new Map<(typeof clicks)[number], { ms: number; cpu: number }>()
  for (let round = 0; round < 3; round++) {
    for (const each of clicks) {
      const [began, before] = [performance.now(), process.cpuUsage()]
      await click(service, each)
      const [ms, used] = [performance.now() - began, cpuSeconds(before) * 1000]
      const known = least.get(each) ?? { ms, cpu: used }
      least.set(each, { ms: Math.min(known.ms, ms), cpu: Math.min(known.cpu, used) })
    }
  }
  const all = [...least].toSorted(([, a], [, b]) => b.ms - a.ms)
  const times = all.map(([, { ms }]) => ms)
  console.log('\n## the slowest clicks, the least of three\n')
  console.log(`p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`)
  console.log(`CPU of all ${(all.reduce((n, [, { cpu: own }]) => n + own, 0) / 1000).toFixed(2)} s\n`)
  console.log('| tool | question | kept | ms | CPU ms |\n|---|---|---:|---:|---:|')
  for (const [{ tool, search, kept }, { ms, cpu: own }] of all.slice(0, 30))
    console.log(`| ${tool} | ${search} | ${kept} | ${ms.toFixed(1)} | ${own.toFixed(1)} |`)
  await service.close()
}

async function people(): Promise<void> {
  const service = open(true)
  for (const each of clicks) await click(service, each)
  const times = new Times()
  const end = performance.now() + Number(seconds) * 1000
  const cpu = process.cpuUsage()
  const began = performance.now()
  const person = async (n: number): Promise<void> => {
    await new Promise((done) => setTimeout(done, (n * 4000) / 50))
    for (let at = n * 7; performance.now() < end; at++) {
      const each = clicks[at % clicks.length]
      if (each === undefined) return
      const asked = performance.now()
      const results = await click(service, each)
      times.add(classOf(each, results), performance.now() - asked)
      await new Promise((done) => setTimeout(done, Math.max(0, 4000 - (performance.now() - asked))))
    }
  }
  await Promise.all(Array.from({ length: 50 }, (_, n) => person(n)))
  console.log('\n## 50 people, a click every 4 s\n')
  table(times.byClass)
  const busy = cpuSeconds(cpu) / ((performance.now() - began) / 1000)
  console.log(
    `\n${busy.toFixed(2)} cores busy; peak memory ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(2)} GB`,
  )
  await service.close()
}

async function cpu(): Promise<void> {
  const service = open(true)
  const published = await releaseLibrary(dataDir ?? '')()
  const folder = published?.builds.find((b) => b.info.id === published.current)?.folder ?? ''
  const engine = await openBuilt(folder)
  const some = clicks.filter((_, i) => i % 8 === 0)
  for (const each of some) await click(service, each)
  let [ours, theirs, statements] = [0, 0, 0]
  for (const each of some) {
    const before = process.cpuUsage()
    const results = await click(service, each)
    const own = cpuSeconds(before)
    if (classOf(each, results) === 'by the engine') continue
    ours += own
    const sql = results.flatMap((r) => r.plan.statements.map((s) => s.sql))
    const engineBefore = process.cpuUsage()
    for (const each of sql) await engine.query(each)
    theirs += cpuSeconds(engineBefore)
    statements += sql.length
  }
  console.log('\n## CPU of the mix (every 8th click)\n')
  console.log(
    `ours, with rows, labels, notes and receipts: ${ours.toFixed(2)} s; DuckDB, ${statements} group-bys alone: ${theirs.toFixed(2)} s; ratio ${(theirs / ours).toFixed(1)}`,
  )
  engine.close()
  await service.close()
}

async function pending(): Promise<void> {
  const service = open(true)
  const { as_of } = await service.release()
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const month = new Date(Date.UTC(Number(as_of.slice(0, 4)), Number(as_of.slice(5, 7)) - 1 - 5 * i, 1))
      .toISOString()
      .slice(0, 7)
    const began = performance.now()
    await service.run(`measures=pending&by=court&to=${month}`)
    times.push(performance.now() - began)
  }
  console.log("\n## pending by court at a month's end\n")
  console.log(
    `p50 ${quantile(times, 0.5).toFixed(1)} ms, max ${Math.max(...times).toFixed(1)} ms, the first ${times[0]?.toFixed(1)} ms`,
  )
  await service.close()
}

async function start(): Promise<void> {
  const began = performance.now()
  const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.ts')
  const server = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', cli, 'serve', '--port', '0', '--data', dataDir ?? ''],
    { env: { ...process.env, NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', 'build', 'compiled') } },
  )
  const url = await new Promise<string>((done, failed) => {
    server.stdout.on('data', (text: Buffer) => done(text.toString().trim()))
    server.on('exit', () => failed(new Error('the server stopped')))
  })
  for (;;) if ((await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true) break
  console.log(
    `\n## start\n\n/readyz after ${((performance.now() - began) / 1000).toFixed(2)} s (the site was built before)`,
  )
  server.removeAllListeners('exit')
  server.kill('SIGINT')
}

if (wanted('alone')) await alone()
if (part === 'slowest') await slowest()
if (wanted('people')) await people()
if (wanted('cpu')) await cpu()
if (wanted('pending')) await pending()
if (wanted('start')) await start()
