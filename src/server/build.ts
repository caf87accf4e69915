import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { OpendocketError } from '#errors'

export const root = resolve(import.meta.dirname, '../..')

/** Everything whose change makes the built site stale. */
const inputs = [
  'site/**/*',
  'src/{web,render,report,catalog,disclosure}/**/*',
  'src/query/*.ts',
  'src/errors.ts',
  'definitions/**/*.{ts,md}',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

export interface BuildOptions {
  /** Build even when nothing changed. */
  readonly force?: boolean
  /** Hears what is done, a line at a time. */
  readonly say?: (line: string) => void
}

async function fingerprint(): Promise<string> {
  const names: string[] = []
  for await (const entry of glob(inputs, { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.ts$/.test(entry.name)) names.push(join(entry.parentPath, entry.name))
  }
  const hash = createHash('sha256')
  for (const name of names.sort()) hash.update(`${name.slice(root.length)}\0`).update(await readFile(name))
  return hash.digest('hex')
}

const run = promisify(execFile)

/** In a process of its own: the adapter reads the folder that it stands in, and a server has no use for a bundler's memory. */
async function runVite(version: string, out: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  try {
    await run(process.execPath, [vite, 'build', '--logLevel', 'error'], {
      cwd: root,
      env: { ...process.env, OPENDOCKET_BUILD: version, OPENDOCKET_OUT: out },
    })
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').slice(0, 12) : []
    throw new OpendocketError(
      ['The site could not be built.', ...said].join('\n'),
      { code: 'build-failed', value: root, hint: 'run `npx vite build` in the clone to see all of it' },
      { cause: error },
    )
  }
}

/** A build that has run this long was killed. */
const longestBuild = 180_000

/** One build at a time in a clone: another process waits for it and then finds it done. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(root, '.svelte-kit', 'building')
  await mkdir(join(root, '.svelte-kit'), { recursive: true })
  for (;;) {
    const taken = await mkdir(lock).then(
      () => true,
      () => false,
    )
    if (taken) break
    const age = await stat(lock).then(
      (s) => Date.now() - s.mtimeMs,
      () => 0,
    )
    if (age > longestBuild) await rm(lock, { recursive: true, force: true })
    else await setTimeout(150)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

/** Builds that are kept: a server that runs on an older one goes on. */
const kept = 3

async function removeOldBuilds(folder: string): Promise<void> {
  const builds = await Promise.all(
    (await readdir(folder)).map(async (name) => ({
      path: join(folder, name),
      at: (await stat(join(folder, name))).mtimeMs,
    })),
  )
  for (const { path } of builds.toSorted((a, b) => b.at - a.at).slice(kept))
    await rm(path, { recursive: true, force: true })
}

/**
 * Builds the site into a folder of its own below `build/`, unless one made from the very same inputs is there.
 * The folder appears whole or not at all. Answers the folder and whether it had to build.
 */
export async function buildSite(
  options: BuildOptions = {},
): Promise<{ readonly dir: string; readonly built: boolean }> {
  const version = (await fingerprint()).slice(0, 12)
  const folder = join(root, 'build')
  const dir = join(folder, version)
  const isBuilt = (): boolean => existsSync(join(dir, 'handler.js'))
  if (isBuilt() && options.force !== true) return { dir, built: false }
  return alone(async () => {
    if (isBuilt() && options.force !== true) return { dir, built: false }
    options.say?.('Building the site; the next start reuses it')
    const making = `${dir}.new`
    await rm(making, { recursive: true, force: true })
    await runVite(version, making)
    await rm(dir, { recursive: true, force: true })
    await rename(making, dir)
    await removeOldBuilds(folder)
    return { dir, built: true }
  })
}
