import { type Fate, fates, type Ledger, type LedgerLibrary, type LedgerRow, nearest } from '#catalog'
import { NotFoundError, UsageError } from '#errors'

/** Two releases, as an address names them: `2026-09..2026-10`. */
export interface PairName {
  readonly earlier: string
  readonly later: string
}

/** Which rows of a comparison a reader asks for; without `fate` the totals are. */
export interface LedgerQuestion {
  readonly fate: Fate | undefined
  /** A table by its name, as released or ours; undefined = all. */
  readonly table: string | undefined
  readonly limit: number
}

/** Rows that a list gives unless told otherwise, and at most. */
export const ledgerRows = { usual: 1000, most: 100_000 } as const

/** Reads `2026-09..2026-10`; undefined when it does not name two releases. */
export function parsePair(text: string): PairName | undefined {
  const [earlier = '', later = '', rest] = text.split('..')
  return earlier === '' || later === '' || rest !== undefined ? undefined : { earlier, later }
}

function isFate(text: string): text is Fate {
  return fates.some((fate) => fate === text)
}

function limitOf(text: string | null): number {
  if (text === null) return ledgerRows.usual
  const n = Number(text)
  if (/^\d+$/.test(text) && n >= 1 && n <= ledgerRows.most) return n
  throw new UsageError(`this is no number of rows: limit=${text}`, {
    code: 'bad-limit',
    value: text,
    allowed: `1 to ${ledgerRows.most}`,
  })
}

/** Reads `rows=vanished&table=B_TblProceeding&limit=100`. Raises a UsageError for anything else. */
export function parseLedgerQuestion(parameters: URLSearchParams): LedgerQuestion {
  const known = ['rows', 'table', 'limit']
  for (const name of parameters.keys()) {
    if (known.includes(name)) continue
    throw new UsageError(`unknown word: ${name}`, {
      code: 'unknown-word',
      value: name,
      nearest: nearest(name, known),
      allowed: known.join(', '),
    })
  }
  const fate = parameters.get('rows') ?? undefined
  if (fate !== undefined && !isFate(fate)) {
    throw new UsageError(`no row meets this fate: rows=${fate}`, {
      code: 'unknown-fate',
      value: fate,
      nearest: nearest(fate, fates),
      allowed: fates.join(', '),
    })
  }
  return { fate, table: parameters.get('table') ?? undefined, limit: limitOf(parameters.get('limit')) }
}

/** A comparison, or a NotFoundError that says how it is made. */
export async function ledgerOf(library: LedgerLibrary, { earlier, later }: PairName): Promise<Ledger> {
  const found = await library.find(earlier, later)
  if (found !== undefined) return found
  throw new NotFoundError(`these releases have not been compared: ${earlier} and ${later}`, {
    code: 'not-compared',
    value: `${earlier}..${later}`,
    hint: `whoever runs this server can compare them with: opendocket releases compare ${earlier} ${later}`,
  })
}

/** A row of a comparison, with the table it stands in. */
export interface ListedRow extends LedgerRow {
  /** As released. */
  readonly file: string
}

/** The rows of a comparison that met a fate, table by table, by key. */
export async function listRows(
  library: LedgerLibrary,
  ledger: Ledger,
  fate: Fate,
  asked: Omit<LedgerQuestion, 'fate'>,
): Promise<ListedRow[]> {
  const { earlier, later } = ledger
  const files =
    asked.table === undefined ? ledger.tables.filter((t) => t.rows[fate] > 0).map((t) => t.file) : [asked.table]
  const rows: ListedRow[] = []
  for (const table of files) {
    const limit = asked.limit - rows.length
    if (limit <= 0) break
    const found = await library.rows(earlier.id, later.id, { table, fate, limit })
    const file = ledger.tables.find((t) => t.table === table || t.file === table)?.file ?? table
    rows.push(...found.map((row) => ({ file, ...row })))
  }
  return rows
}

/** A server without a data directory has no comparisons. */
export const noLedgers: LedgerLibrary = {
  pairs: async () => [],
  find: async () => undefined,
  rows: async () => [],
}
