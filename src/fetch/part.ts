import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { cannotWrite } from './problems.ts'
import { rangeCondition, type Version } from './version.ts'

const noteSchema = z.object({
  url: z.string(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  /** Bytes of the whole, where the server told. */
  bytes: z.number().nullable(),
})

type Note = z.infer<typeof noteSchema>

/** A download that broke off and can go on. */
export interface Part {
  readonly version: Version
  /** The place from which to ask for the rest. */
  readonly from: number
  readonly total: number | null
  /** What proves that the rest belongs to it. */
  readonly condition: string
}

export const zipName = 'release.zip'
const noteName = 'part.json'

async function readNote(folder: string): Promise<Note | undefined> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(join(folder, noteName), 'utf8')))
  } catch {
    return undefined
  }
}

/**
 * The download that lies in a folder, if it is of this address and can go on. One that has all its bytes asks for the
 * last one again: so the server says whether it is still the same file.
 */
export async function readPart(folder: string, url: URL): Promise<Part | undefined> {
  const note = await readNote(folder)
  const condition = note === undefined ? undefined : rangeCondition(note)
  if (note?.url !== url.href || condition === undefined) return undefined
  const have = (await stat(join(folder, zipName)).catch(() => undefined))?.size ?? 0
  const from = note.bytes === null ? have : Math.min(have, note.bytes - 1)
  return from > 0 ? { version: note, from, total: note.bytes, condition } : undefined
}

/** Begins a download anew. Its note comes first: a file without one is never gone on with. */
export async function beginPart(folder: string, note: Note | undefined): Promise<void> {
  await dropPart(folder)
  if (note === undefined) return
  const path = join(folder, noteName)
  await writeFile(path, `${JSON.stringify(note)}\n`).catch((cause: unknown) => {
    throw cannotWrite(path, cause, false)
  })
}

/** The zip is whole: no note any more. */
export async function endPart(folder: string): Promise<void> {
  await rm(join(folder, noteName), { force: true })
}

export async function dropPart(folder: string): Promise<void> {
  await rm(join(folder, zipName), { force: true })
  await endPart(folder)
}
