import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Power can go at any moment: what is on disk then is what was flushed before. */

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Flushes the names in a folder: files that were made in it, renamed into it or removed from it. */
export async function flushFolder(path: string): Promise<void> {
  await flush(path)
}

/** Flushes the bytes of a file. */
export async function flushFile(path: string): Promise<void> {
  await flush(path)
}

/** Flushes every file below a folder, then the folders, the innermost first. */
export async function flushTree(path: string): Promise<void> {
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) await flushTree(inner)
    else await flushFile(inner)
  }
  await flushFolder(path)
}
