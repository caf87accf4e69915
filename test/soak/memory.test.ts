import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { trials } from '../support/soak.ts'

const folder = mkdtempSync(join(tmpdir(), 'memory-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Peak memory in MiB of a process that writes a release of so many cases. */
function memoryOf(cases: number): number {
  const index = new URL('../../src/simulate/index.ts', import.meta.url).href
  const options = JSON.stringify({
    out: join(folder, `${cases}.zip`),
    scenario: 'national',
    seed: 1,
    cases,
    workers: 2,
  })
  const script = `const { simulate } = await import('${index}'); await simulate(${options}); console.log(process.resourceUsage().maxRSS / 1024)`
  const file = join(folder, 'write.mjs')
  writeFileSync(file, script)
  const { stdout } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
  return Number(stdout)
}

test('writing a national release takes no more memory for ten times the cases', { timeout: 900_000 }, () => {
  const cases = trials(128_000)
  const [one, ten] = [memoryOf(cases), memoryOf(10 * cases)]
  expect(one).toBeGreaterThan(50)
  expect(ten).toBeLessThan(1024)
  expect(ten).toBeLessThan(one * 2)
})
