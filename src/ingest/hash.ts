import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Catalog } from '#catalog'
import type { Source } from './open.ts'

async function hashFile(path: string, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20, signal })) {
    if (!Buffer.isBuffer(piece)) continue
    hash.update(piece)
    onBytes(piece.length)
  }
  return hash.digest('hex')
}

/** The sha256 of a zip; of a folder, that of its files' names and hashes. */
export async function hashSource(
  source: Source,
  onBytes: (bytes: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<string> {
  if ((await stat(source.path)).isFile()) return hashFile(source.path, onBytes, signal)
  const hash = createHash('sha256')
  for (const member of source.members.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(`${member.name} ${await hashFile(member.path, onBytes, signal)}\n`)
  }
  return hash.digest('hex')
}

export { hashFile }

/** Raised when the form of a build changes, so that old builds are made anew. */
const buildForm = 6

/** The hash of everything that a build rests on: how tables are read, what facts judge. */
export function hashDefinitions(catalog: Catalog): string {
  const parts = {
    buildForm,
    tables: [...catalog.tables.values()],
    facts: [...catalog.facts.values()],
    dimensions: [...catalog.dimensions.values()],
    prepare: catalog.prepare,
    release: catalog.release,
    carry: catalog.carry,
    references: [...catalog.references],
  }
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
