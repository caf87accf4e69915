import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Catalog, fates, type Ledger, type LedgerAsk, type LedgerLibrary, type LedgerRow, nearest } from '#catalog'
import { dialect, openEngine } from '#engine'
import { NotFoundError } from '#errors'
import { folders, readPublished } from '../folders.ts'
import { isCompared, notCompared, pairFolder, pairOf } from './chain.ts'
import { changesPath } from './compare.ts'

const counts = { added: z.number(), changed: z.number(), vanished: z.number(), returned: z.number() }
const release = z.object({ id: z.string(), as_of: z.string(), synthetic: z.boolean(), sha256: z.string() })
const parts = z.array(z.object({ part: z.string(), ...counts }))
const ledgerSchema = z.object({
  earlier: release,
  later: release,
  history: z.array(z.string()),
  totals: z.object(counts),
  tables: z.array(
    z.object({
      table: z.string(),
      file: z.string(),
      key: z.array(z.string()),
      before: z.number(),
      after: z.number(),
      rows: z.object(counts),
      columns: z.record(z.string(), z.number()),
      not_compared: z.array(z.string()),
      courts: parts,
      months: parts,
    }),
  ),
  seconds: z.number(),
  cpu_seconds: z.number(),
})

/** Reads a comparison from its folder. */
export async function readLedger(folder: string): Promise<Ledger> {
  return ledgerSchema.parse(JSON.parse(await readFile(join(folder, 'ledger.json'), 'utf8')))
}

const fateSchema = z.enum(fates)

/** The comparisons kept in a data directory. */
export class LedgerFiles implements LedgerLibrary {
  readonly #catalog: Catalog
  readonly #dataDir: string

  constructor(catalog: Catalog, dataDir: string) {
    this.#catalog = catalog
    this.#dataDir = dataDir
  }

  async pairs(): Promise<{ earlier: string; later: string }[]> {
    const names = await readdir(folders(this.#dataDir).ledgers).catch(() => [])
    const found: { earlier: string; later: string }[] = []
    for (const name of names.toSorted().toReversed()) {
      const [earlier = '', later = ''] = name.split('..')
      if ((await this.#folder(earlier, later).catch(() => undefined)) !== undefined) found.push({ earlier, later })
    }
    return found
  }

  async find(earlier: string, later: string): Promise<Ledger | undefined> {
    const folder = await this.#folder(earlier, later)
    return folder === undefined ? undefined : readLedger(folder)
  }

  async rows(earlier: string, later: string, ask: LedgerAsk): Promise<LedgerRow[]> {
    const folder = await this.#folder(earlier, later)
    if (folder === undefined) throw notCompared(earlier, later)
    const core = [...this.#catalog.tables.values()].filter((t) => t.kind === 'core')
    const table = core.find((t) => t.file === ask.table || t.id === ask.table)
    if (table === undefined) {
      const names = core.map((t) => t.file)
      throw new NotFoundError(`the ledger has no such table: ${ask.table}`, {
        code: 'unknown-table',
        value: ask.table,
        nearest: nearest(ask.table, names),
        allowed: names.join(', '),
      })
    }
    const engine = await openEngine({ path: ':memory:', threads: 1, memory: '256MB' })
    try {
      const rows = await engine.query(
        `SELECT CAST(k AS VARCHAR) AS k, fate, court, month, columns, first, last
         FROM read_parquet(${dialect.text(changesPath(folder, table.id))}) r WHERE fate = $1 ORDER BY r.k LIMIT ${ask.limit}`,
        [ask.fate],
      )
      const text = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise)
      return rows.map((row) => ({
        key: text(row['k'], ''),
        fate: fateSchema.parse(row['fate']),
        court: text(row['court'], 'none'),
        month: text(row['month'], 'none'),
        columns: text(row['columns'], '')
          .split(',')
          .filter((c) => c !== ''),
        first: text(row['first'], ask.fate === 'added' ? later : ''),
        last: text(row['last'], ask.fate === 'vanished' ? earlier : later),
      }))
    } finally {
      engine.close()
    }
  }

  async #folder(earlier: string, later: string): Promise<string | undefined> {
    const published = await readPublished(this.#dataDir)
    if (published === undefined) return undefined
    const pair = await pairOf(this.#dataDir, published, [earlier, later])
    return isCompared(this.#dataDir, pair) ? pairFolder(this.#dataDir, pair) : undefined
  }
}
