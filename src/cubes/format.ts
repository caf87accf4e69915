import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** Rows of a block: what the kernel counts at once, and what is left out when no row of it can match. */
export const blockRows = 8192

/** Raised when the files change, so that those of before are not read. */
export const form = 1

const columnSchema = z.object({
  /** A group of dimensions (`g0`), or a date. */
  id: z.string(),
  /** Name of the file beside `cube.json`: codes, one after the other, little-endian. */
  file: z.string(),
  /** Bytes a row. */
  width: z.union([z.literal(1), z.literal(2)]),
  /** Rows of each code, for a group; nothing for a date. */
  rows: z.array(z.number()),
})

const cubeSchema = z.object({
  form: z.literal(form),
  fact: z.string(),
  rows: z.number(),
  /** The last day that the release covers; nothing after it was kept. */
  as_of: z.string(),
  columns: z.array(columnSchema),
  /** Date columns of the fact, kept as `d0`, `d1` …: when a row counts, when it stops, by when it is settled, from when its days are counted. */
  dates: z.array(z.string()),
  /** Dimension → its codes, the column that holds it, and for each code of that column the place of its own in `codes`. */
  dimensions: z.record(
    z.string(),
    z.object({ codes: z.array(z.string()), column: z.string(), of: z.array(z.number()) }),
  ),
  /** Conditions of measures, a bit each: which column tells them, and the bits for each of its codes. */
  conditions: z.object({ sql: z.array(z.string()), column: z.string(), bits: z.array(z.number()) }),
  /**
   * Counts by month, condition and code of a column: where they lie in `months.bin`, compressed. After the conditions
   * comes one more count for intervals: that of all beginnings.
   */
  months: z.object({
    first: z.number(),
    count: z.number(),
    parts: z.array(z.object({ column: z.string(), condition: z.number(), at: z.number(), bytes: z.number() })),
  }),
})

/** What answers clicks on one fact; stands as `cube.json` in `cubes/<fact>/` of a build. */
export type Cube = z.infer<typeof cubeSchema>
export type CubeColumn = z.infer<typeof columnSchema>

export function cubeFolder(build: string, fact: string): string {
  return join(build, 'cubes', fact)
}

/** Reads the description of a cube; undefined when there is none that this version can read. */
export async function readCube(folder: string): Promise<Cube | undefined> {
  const text = await readFile(join(folder, 'cube.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : cubeSchema.safeParse(JSON.parse(text)).data
}
