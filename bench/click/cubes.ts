/**
 * Builds the cubes of a published release into a folder of its own, and says what that took.
 *   node bench/click/cubes.ts DATA_DIR OUT_DIR [fact,fact]
 */
import { mkdir } from 'node:fs/promises'
import { catalog } from '#definitions'
import { openBuilt } from '#engine'
import { releaseLibrary } from '#ingest'
import { buildCubes } from '../../src/cubes/index.ts'

const [dataDir, out, facts] = process.argv.slice(2)
if (dataDir === undefined || out === undefined) throw new Error('name the data directory and a folder for the cubes')
const published = await releaseLibrary(dataDir)()
const build = published?.builds.find((b) => b.info.id === published.current)
if (build === undefined) throw new Error('no release is published there')
await mkdir(out, { recursive: true })
const engine = await openBuilt(build.folder)
console.log('| fact | seconds | CPU s |\n|---|---:|---:|')
for (const fact of facts?.split(',') ?? catalog.facts.keys()) {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await buildCubes(engine, catalog, { folder: out, asOf: build.info.as_of, facts: [fact] })
  const used = process.cpuUsage(cpu)
  const seconds = (performance.now() - began) / 1000
  console.log(`| ${fact} | ${seconds.toFixed(2)} | ${((used.user + used.system) / 1e6).toFixed(2)} |`)
}
engine.close()
console.log(`\npeak memory ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(2)} GB`)
