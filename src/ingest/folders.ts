import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { NotFoundError, OpendocketError } from '#errors'
import { flushFolder } from './durable.ts'
import { explained } from './trouble.ts'

/** Where things lie in the data directory. */
export interface Folders {
  readonly root: string
  readonly built: string
  readonly building: string
  /** What became of the rows between releases. */
  readonly ledgers: string
  readonly lock: string
  readonly published: string
}

/** Where everything of a data directory lies. */
export function folders(root: string): Folders {
  return {
    root,
    built: join(root, 'built'),
    building: join(root, 'building'),
    ledgers: join(root, 'ledgers'),
    lock: join(root, 'ingest.lock'),
    published: join(root, 'published.json'),
  }
}

const publishedSchema = z.object({
  current: z.string(),
  /** Release id → folder of its build, below `built/<id>/`. */
  releases: z.record(z.string(), z.object({ build: z.string(), sha256: z.string() })),
})

/** Which releases are published, where, and which one is current. One small file, replaced in one step. */
export type Published = z.infer<typeof publishedSchema>

/** What is published, or undefined when nothing is. */
export async function readPublished(root: string): Promise<Published | undefined> {
  const path = folders(root).published
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    // Only a file that is not there says that nothing is published; one that cannot be read says nothing.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
  return parsePublished(path, text)
}

function parsePublished(path: string, text: string): Published {
  try {
    return publishedSchema.parse(JSON.parse(text))
  } catch (cause) {
    const facts = {
      code: 'bad-pointer',
      value: path,
      allowed: 'the file that an ingest wrote',
      hint: `take it from a backup; without one, move it away and ingest every release again`,
    }
    throw new OpendocketError(`this file cannot be understood: ${path}`, facts, { cause })
  }
}

/**
 * Replaces a small file in one step: whoever reads sees the old text or the new one, never a part. When it is done the
 * new one is on disk, whatever happens to the power.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.${process.pid}.new`
  const file = await open(next, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(next, path)
  await flushFolder(dirname(path))
}

/** Creates the data directory, or says why it cannot be. */
export async function prepareRoot(root: string): Promise<void> {
  const place = folders(root)
  try {
    await mkdir(place.built, { recursive: true })
    await mkdir(place.building, { recursive: true })
    const probe = join(place.building, `.probe-${process.pid}`)
    await writeFile(probe, '')
    await rm(probe)
  } catch (cause) {
    const trouble = await explained(cause, { input: root, dataDir: root, memory: undefined })
    const full = trouble instanceof OpendocketError && trouble.facts.code !== 'not-permitted'
    if (full) throw trouble
    throw new OpendocketError(
      `the data directory cannot be written: ${root}`,
      {
        code: 'data-directory',
        value: root,
        allowed: 'a directory that this user may write to',
        hint: 'name another one with --data DIR or OPENDOCKET_DATA',
      },
      { cause },
    )
  }
}

/** The folder of a published release. */
export function buildFolder(root: string, published: Published, id: string): string {
  const entry = published.releases[id]
  if (entry === undefined) {
    throw new NotFoundError(`no such release: ${id}`, {
      code: 'no-such-release',
      value: id,
      allowed: Object.keys(published.releases).join(', '),
    })
  }
  return join(folders(root).built, id, entry.build)
}
