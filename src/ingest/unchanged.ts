import { stat } from 'node:fs/promises'
import { TryAgainError } from '#errors'
import type { Source } from './open.ts'

/** What a file system says of the files of a release; it is another as soon as one of them is written to or replaced. */
export type Mark = string

/** Takes the mark of a release: of the zip, or of every file of the folder. */
export async function markOf(source: Source): Promise<Mark> {
  const info = await stat(source.path, { bigint: true })
  const paths = info.isDirectory() ? source.members.map((member) => member.path) : [source.path]
  const marks: string[] = []
  for (const path of paths) {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
    marks.push([path, dev, ino, size, mtimeNs, ctimeNs].join(' '))
  }
  return marks.join('\n')
}

/** Raises when the release was changed since its mark was taken: what was read is not what it was said to be. */
export async function checkUnchanged(source: Source, before: Mark): Promise<void> {
  const now = await markOf(source).catch(() => '')
  if (now === before) return
  throw new TryAgainError(`the release was changed while it was read: ${source.path}`, {
    code: 'release-changed',
    value: source.path,
    hint: 'wait until it is written whole (is a download still running?) and ingest it again; nothing was published',
  })
}
