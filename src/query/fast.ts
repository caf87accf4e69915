import { Arena, Cubes, Kept, Threads } from '../cubes/index.ts'

/** What counts without the engine, shared by all releases of a service. */
export interface FastPaths {
  readonly threads: Threads
  /** Sums by month. */
  readonly kept: Kept<Int32Array>
}

/** Bytes of columns in memory unless told otherwise. */
const usualColumns = 800 * 2 ** 20
/** Bytes of sums by month in memory. */
const monthsKept = 96 * 2 ** 20

/** Prepares threads and memory; neither takes anything before the first question. */
export function startFast(options: { readonly threads?: number; readonly columns?: number }): FastPaths {
  const arena = new Arena(options.threads ?? 2, options.columns ?? usualColumns)
  return { threads: new Threads(arena), kept: new Kept(monthsKept) }
}

/** The cubes of a build. */
export function openCubes(folder: string, { threads, kept }: FastPaths): Cubes {
  return new Cubes(folder, threads, kept)
}
