import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { ingest, readManifest, readPublished } from '#ingest'
import { hashFile } from '../../src/ingest/hash.ts'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { buildHandRelease } from '../hand-release/build.ts'
import { Dice } from '../support/dice.ts'
import { canMount, mountCopy, mountImage, mountMemory } from '../support/disk.ts'
import { sayTrials, seed, trials } from '../support/soak.ts'

const shared = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
const folder = mkdtempSync(join(shared, 'disks-'))
const base = join(folder, 'base')
const next = join(folder, 'next.zip')
const disk = join(folder, 'disk')
const data = join(disk, 'data')
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.ts')
const question = 'measures=filings,closures,pending&by=court'
const mountable = canMount(join(folder, 'probe'))
let before = ''
let after = ''

beforeAll(async () => {
  const hand = join(folder, 'before.zip')
  await buildHandRelease(hand)
  await ingest({ catalog, input: hand, dataDir: base, acceptRepairs: true })
  before = await answerOf(base)
  await simulate({ out: next, scenario: 'sample', seed: 5, cases: 300 })
  const other = join(folder, 'other')
  await ingest({ catalog, input: next, dataDir: other, acceptRepairs: true })
  after = await answerOf(other)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function answerOf(dataDir: string): Promise<string> {
  const service = openDocket({ dataDir, cache: 0 })
  try {
    return JSON.stringify((await service.run(question)).rows)
  } finally {
    await service.close()
  }
}

interface Running {
  readonly child: ChildProcess
  /** Everything said so far. */
  readonly talk: () => string
  readonly ended: Promise<number | null>
  /** Waits until something is said, or the end. */
  said(words: string): Promise<void>
}

function start(...more: string[]): Running {
  const child = spawn(process.execPath, [cli, 'ingest', next, '--data', data, '--accept-repairs', ...more], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  let talk = ''
  child.stderr?.on('data', (text: Buffer) => {
    talk += text.toString()
  })
  const ended = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : null))
  return {
    child,
    talk: () => talk,
    ended,
    said: async (words) => {
      while (!talk.includes(words) && child.exitCode === null) await sleep(2)
    },
  }
}

/** Every file of every published release is what its manifest says, and its numbers are right. */
async function expectSound(dataDir: string, right: readonly string[]): Promise<string> {
  const published = await readPublished(dataDir)
  for (const [id, { build }] of Object.entries(published?.releases ?? {})) {
    const inside = join(dataDir, 'built', id, build)
    const { files } = await readManifest(inside)
    for (const [path, { sha256 }] of Object.entries(files))
      expect([path, await hashFile(join(inside, path), () => undefined)]).toEqual([path, sha256])
  }
  const answer = await answerOf(dataDir)
  expect(right).toContain(answer)
  return answer
}

/** What a failed ingest left is gone after the next one. */
async function expectMended(): Promise<void> {
  const run = start()
  expect([await run.ended, run.talk()]).toEqual([0, expect.stringMatching(/Published|Already published/)])
  expect(
    readdirSync(data)
      .filter((name) => name !== 'ledgers')
      .toSorted(),
  ).toEqual(['building', 'built', 'completeness.json', 'published.json'])
  expect(readdirSync(join(data, 'building'))).toEqual([])
  await expectSound(data, [after])
}

describe.runIf(mountable)('whatever the disk does, the published release stays and the reason is said', () => {
  test('full, at any point', async () => {
    const n = trials(20)
    sayTrials('full disks', n)
    const memory = mountMemory(disk, 256)
    const seen = { published: 0, before: 0, midway: 0 }
    try {
      for (let i = 0; i < n; i++) {
        rmSync(data, { recursive: true, force: true })
        cpSync(base, data, { recursive: true })
        memory.leave(Math.floor(((i + 0.5) / n) * 9e6))
        const run = start()
        const code = await run.ended
        if (code !== 0) {
          expect([code, run.talk()]).toEqual([1, expect.stringMatching(/the disk (is full|has no room)/)])
          expect(run.talk()).not.toContain('bug in opendocket')
          expect(run.talk()).toContain('--data')
          expect(readdirSync(join(data, 'building'))).toEqual([])
        }
        seen[code === 0 ? 'published' : run.talk().includes('has no room') ? 'before' : 'midway']++
        await expectSound(data, code === 0 ? [after] : [before])
        memory.leave(100e6)
        await expectMended()
      }
    } finally {
      memory.unmount()
    }
    console.info(`full disks: ${JSON.stringify(seen)}`)
  }, 3_600_000)

  test('failing, from any moment on', async () => {
    const n = trials(20)
    sayTrials('failing disks', n)
    const dice = new Dice(seed)
    const holder = mountMemory(join(folder, 'holder'), 256)
    let failed = 0
    try {
      for (let i = 0; i < n; i++) {
        holder.leave(100e6)
        const failing = mountImage(disk, join(folder, 'holder', 'failing.img'), 96)
        try {
          cpSync(base, data, { recursive: true })
          failing.freeze()
          failing.thaw()
          const run = start()
          await run.said('Reading')
          await sleep(dice.below(800))
          // The image lies on a disk without room: its blocks cannot be written, and the kernel says EIO.
          holder.leave(dice.below(40) * 4096)
          const code = await run.ended
          expect(run.talk()).not.toContain('bug in opendocket')
          if (code !== 0) failed++
          if (code !== 0)
            expect([code, run.talk()]).toEqual([
              1,
              expect.stringMatching(/a disk failed|cannot be written|the disk is full/),
            ])
          expect(await answerOf(data)).toBe(code === 0 ? after : before)
        } finally {
          failing.unmount()
        }
      }
    } finally {
      holder.unmount()
    }
    console.info(`failing disks: ${failed} of ${n} ingests failed, each with the reason`)
    expect(failed).toBeGreaterThan(0)
  }, 3_600_000)

  test('without power, at any moment', async () => {
    const n = trials(20)
    sayTrials('power cuts', n)
    const dice = new Dice(seed + 1)
    const copy = join(folder, 'copy.img')
    const looked = join(folder, 'looked')
    const seen = { before: 0, after: 0 }
    for (let i = 0; i < n; i++) {
      const powered = mountImage(disk, join(folder, 'powered.img'), 96)
      try {
        cpSync(base, data, { recursive: true })
        // The base was published long ago.
        powered.freeze()
        powered.thaw()
        const run = start()
        // Most cuts fall where the release becomes the published one, one in five after the ingest said that it is.
        await run.said(i % 2 === 0 ? 'Publishing' : 'Reading')
        if (i % 5 === 4) await run.ended
        else await sleep(dice.below(i % 2 === 0 ? 200 : 2000))
        run.child.kill('SIGSTOP')
        powered.copyTo(copy)
        const done = run.talk().includes('Published release')
        run.child.kill('SIGKILL')
        await run.ended
        const cut = mountCopy(looked, copy)
        try {
          const answer = await expectSound(join(looked, 'data'), done ? [after] : [before, after])
          seen[answer === after ? 'after' : 'before']++
        } finally {
          cut.unmount()
        }
      } finally {
        powered.unmount()
      }
    }
    console.info(`power cuts: ${JSON.stringify(seen)} of ${n} are what was published before or after; nothing else`)
  }, 3_600_000)

  test('silent: it is said what waits, and the ingest ends', async () => {
    const silent = mountImage(disk, join(folder, 'silent.img'), 96)
    try {
      cpSync(base, data, { recursive: true })
      const script = `
        const { ingest } = await import('${new URL('../../src/ingest/index.ts', import.meta.url).href}')
        const { catalog } = await import('${new URL('../../definitions/index.ts', import.meta.url).href}')
        process.stdout.write('ready')
        await ingest({ catalog, input: ${JSON.stringify(next)}, dataDir: ${JSON.stringify(data)}, patience: 3 }).catch((error) => {
          process.stdout.write(error.explain())
        })`
      const file = join(folder, 'silent.mjs')
      writeFileSync(file, script)
      const child = spawn(process.execPath, [file], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let talk = ''
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (text: Buffer) => {
          talk += text.toString()
        })
      const ended = once(child, 'exit')
      while (!talk.includes('ready')) await sleep(5)
      await sleep(200)
      silent.freeze()
      const began = Date.now()
      while (!talk.includes('nothing was read or written') && Date.now() - began < 30_000) await sleep(50)
      silent.thaw()
      expect(talk).toContain('nothing was read or written for 3 seconds')
      expect(talk).toContain('a disk does not answer')
      await ended
      await expectSound(data, [before])
      await expectMended()
    } finally {
      silent.unmount()
    }
  }, 120_000)
})
