import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { NotFoundError, OpendocketError } from '#errors'

/** Where things lie in the data directory. */
export interface Folders {
  readonly root: string
  readonly built: string
  readonly building: string
  readonly lock: string
  readonly published: string
}

/** Where everything of a data directory lies. */
export function folders(root: string): Folders {
  return {
    root,
    built: join(root, 'built'),
    building: join(root, 'building'),
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
  } catch {
    return undefined
  }
  const parsed = publishedSchema.safeParse(JSON.parse(text))
  if (!parsed.success) {
    throw new OpendocketError(`this file cannot be understood: ${path}`, {
      code: 'bad-pointer',
      value: path,
      hint: 'ingest the release again',
    })
  }
  return parsed.data
}

/** Replaces a small file in one step: whoever reads sees the old text or the new one, never a part. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const next = `${path}.${process.pid}.new`
  await writeFile(next, text)
  const file = await open(next, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(next, path)
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
