import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { UnreadableReleaseError } from '#errors'

const accountSchema = z.object({
  file: z.string(),
  rows_in: z.number(),
  rows_loaded: z.number(),
  rows_repaired: z.number(),
  rows_rejected: z.number(),
  rows_expected: z.number().nullable(),
  lines_in: z.number(),
})

const manifestSchema = z.object({
  release: z.object({
    id: z.string(),
    as_of: z.string(),
    synthetic: z.boolean(),
    sha256: z.string(),
    first_month: z.string(),
    published_at: z.string(),
    /** The zip or folder that was read, its name only. */
    source: z.string(),
    bytes: z.number(),
    /** What an older release still had, with that release: how many were kept there, how many found their place here. */
    carried: z
      .object({ release: z.string(), sha256: z.string(), as_of: z.string(), kept: z.number(), used: z.number() })
      .optional(),
  }),
  /** False while only the first numbers are published and the rest is still coming. */
  whole: z.boolean().default(true),
  /** Hash of the definitions that the build rests on. */
  definitions: z.string(),
  tables: z.record(z.string(), accountSchema),
  checks: z.array(
    z.object({
      id: z.string(),
      table: z.string().nullable(),
      level: z.enum(['ok', 'note', 'warn', 'stop']),
      message: z.string(),
      value: z.number().nullable(),
    }),
  ),
  repairs: z.record(z.string(), z.record(z.string(), z.number())),
  /** Files of the build, with the checksum of each. */
  files: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
  /** Seconds until the first numbers were published; null where that was not done apart. */
  first_seconds: z.number().nullable().default(null),
  seconds: z.number(),
  peak_rss_bytes: z.number(),
})

/** What a built release says of itself; lies beside its files as `manifest.json`. */
export type Manifest = z.infer<typeof manifestSchema>

function unreadable(folder: string, code: 'older-build' | 'damaged-build', cause: unknown): UnreadableReleaseError {
  const id = basename(dirname(folder))
  const what = code === 'older-build' ? 'was built by an older version of opendocket' : 'has a damaged manifest'
  const hint = 'ingest it again: opendocket ingest RELEASE.zip'
  return new UnreadableReleaseError(`release ${id} ${what}`, { code, value: id, hint }, { cause })
}

async function readJson(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable(folder, 'damaged-build', cause)
  }
}

/** Reads the manifest of a build. An UnreadableReleaseError says that an older version wrote it, or that it is damaged. */
export async function readManifest(folder: string): Promise<Manifest> {
  const { success, data, error } = manifestSchema.safeParse(await readJson(folder))
  if (success) return data
  throw unreadable(folder, 'older-build', error)
}
