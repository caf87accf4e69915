import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalog, Completeness, Flow } from '#catalog'
import { type Engine, openBuilt } from '#engine'
import type { Cubes } from '../cubes/index.ts'
import { type FastPaths, openCubes } from './fast.ts'
import { provisionalOf } from './provisional.ts'
import type { Carried, ReleaseInfo } from './result.ts'

/** A code of a dimension. */
export interface Member {
  /** The release's own label; empty when it has none. */
  readonly label: string
  /** Whether any fact holds it. */
  readonly used: boolean
}

/** A published release, open for reading. */
export interface OpenRelease {
  readonly info: ReleaseInfo
  readonly folder: string
  readonly engine: Engine
  /** What counts rows without the engine; absent when fast paths are off. */
  readonly cubes?: Cubes | undefined
  /** Facts that are there; those of a release that is still being read come later. */
  readonly facts: ReadonlySet<string>
  /** Dimension → code → what the release knows of it. */
  readonly members: ReadonlyMap<string, ReadonlyMap<string, Member>>
  /** Flows that the release holds no row of. */
  absent(): Promise<ReadonlySet<string>>
}

/** What the manifest of a build says, as far as answering needs it. */
export interface BuildInfo {
  readonly id: string
  readonly as_of: string
  readonly synthetic: boolean
  readonly sha256: string
  readonly first_month: string
  readonly published_at: string
  /** False while only the first numbers are published and the rest is being read. */
  readonly whole?: boolean | undefined
  readonly carried?: Carried | undefined
  readonly completeness?: Completeness | undefined
}

/** A build as answers name it. */
export function infoOf(build: BuildInfo): ReleaseInfo {
  return { ...build, provisional: provisionalOf(build) }
}

async function readMembers(engine: Engine): Promise<Map<string, Map<string, Member>>> {
  const members = new Map<string, Map<string, Member>>()
  for (const row of await engine.query('SELECT dimension, code, label, used FROM reference.member')) {
    const dimension = String(row['dimension'])
    const codes = members.get(dimension) ?? new Map<string, Member>()
    codes.set(String(row['code']), {
      label: row['label'] === null ? '' : String(row['label']),
      used: row['used'] === true,
    })
    members.set(dimension, codes)
  }
  return members
}

async function absentFlows(
  { engine, facts, cubes }: Pick<OpenRelease, 'engine' | 'facts' | 'cubes'>,
  catalog: Catalog,
): Promise<Set<string>> {
  const absent = new Set<string>()
  const flows = [...catalog.measures.values()].filter((m): m is Flow => m.kind === 'flow')
  for (const flow of flows) {
    if (flow.needs === undefined || !facts.has(flow.fact)) continue
    const rows = await cubes?.total(flow.fact, flow.needs)
    if (rows !== undefined) {
      if (rows === 0) absent.add(flow.id)
      continue
    }
    const found = await engine.query(`SELECT 1 AS one FROM facts."${flow.fact}" WHERE ${flow.needs} LIMIT 1`)
    if (found.length === 0) absent.add(flow.id)
  }
  return absent
}

async function factsOf(engine: Engine): Promise<Set<string>> {
  const rows = await engine.query("SELECT view_name FROM duckdb_views() WHERE schema_name = 'facts' AND NOT internal")
  return new Set(rows.map((row) => String(row['view_name'])))
}

/** What the engine may take beside the columns of the cubes; what needs more goes through the disk. */
const usualMemory = '300MB'

/** Opens a build read-only. */
export async function openRelease(
  folder: string,
  build: BuildInfo,
  catalog: Catalog,
  options: { threads?: number; memory?: string; fast?: FastPaths | undefined } = {},
): Promise<OpenRelease> {
  const { fast, ...rest } = options
  const engine = await openBuilt(folder, { memory: usualMemory, temporary: join(tmpdir(), 'opendocket'), ...rest })
  const facts = await factsOf(engine)
  const cubes = fast === undefined ? undefined : openCubes(folder, fast)
  let absent: Promise<Set<string>> | undefined
  return {
    info: infoOf(build),
    folder,
    engine,
    facts,
    cubes,
    members: await readMembers(engine),
    absent: () => {
      absent ??= absentFlows({ engine, facts, cubes }, catalog)
      return absent
    },
  }
}
