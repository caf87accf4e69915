import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { OpendocketError } from '#errors'

export const root = resolve(import.meta.dirname, '../..')

/** Everything whose change makes the built site stale. */
const inputs = [
  'site/**/*',
  'src/{web,render,report,catalog,disclosure}/**/*',
  'src/query/{query,result,service}.ts',
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

async function storedFingerprint(file: string): Promise<string | undefined> {
  return existsSync(file) ? (await readFile(file, 'utf8')).trim() : undefined
}

/**
 * Builds the site into `build/`, unless what lies there was made from the very same inputs.
 * Answers the folder and whether it had to build.
 */
export async function buildSite(options: BuildOptions = {}): Promise<{ readonly dir: string; readonly built: boolean }> {
  const dir = join(root, 'build')
  const mark = join(dir, '.inputs')
  const now = await fingerprint()
  const ready = existsSync(join(dir, 'handler.js')) && (await storedFingerprint(mark)) === now
  if (ready && options.force !== true) return { dir, built: false }
  options.say?.('building the site')
  process.env['OPENDOCKET_BUILD'] = now.slice(0, 12)
  try {
    const { build } = await import('vite')
    await build({ root, logLevel: 'error', configFile: join(root, 'vite.config.ts') })
  } catch (error) {
    throw new OpendocketError(
      'The site could not be built.',
      { code: 'build-failed', value: dir, hint: 'run `npx vite build` in the clone to see all of it' },
      { cause: error },
    )
  }
  await mkdir(dir, { recursive: true })
  await writeFile(mark, `${now}\n`)
  return { dir, built: true }
}
