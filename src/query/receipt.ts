import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import type { Catalog, Row } from '#catalog'
import { MismatchError, UsageError } from '#errors'
import { factOf } from './scope.ts'

const prefix = 'od1'

const receiptSchema = z.object({
  /** The normal query. */
  q: z.string().max(20_000),
  /** Release id. */
  r: z.string().max(80),
  /** First 12 digits of the release's sha256. */
  s: z.string(),
  /** First 8 digits of the hash of each measure's definition, in the order of the query. */
  d: z.string(),
  /** First 16 digits of the hash of all rows and totals. */
  v: z.string(),
  /** The number, when the answer is a single one. */
  n: z.number().optional(),
  /** What was carried over from an older release, where it can change the answer: `<release>:<first 12 digits of its sha256>`. */
  c: z.string().max(100).optional(),
})

/** What is needed to re-derive an answer. */
export interface Receipt {
  readonly query: string
  readonly release: string
  readonly sha256: string
  readonly definitions: Readonly<Record<string, string>>
  readonly values: string
  readonly number?: number
  /** `<release>:<sha256>` of the older release from which numbers of the answer were carried over. */
  readonly carried?: string | undefined
  /** One cell of the answer: `receipt#<row>,<measure>`, or `receipt#totals,<measure>`. */
  readonly cell?: { readonly row: number | 'totals'; readonly measure: string }
}

function hash(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')
}

/** The hash of everything that a number rests on: its measure, what that is made of, the fact's SQL, what facts share. */
export function definitionHash(id: string, catalog: Catalog): string {
  const measure = catalog.measures.get(id)
  if (measure === undefined) throw new Error(`unknown measure: ${id}`)
  const parts =
    'of' in measure
      ? [measure.of, ...('per' in measure ? [measure.per] : [])].map((part) => definitionHash(part, catalog))
      : []
  const { name: _, about: __, seeAlso: ___, ...counting } = measure
  const fact = catalog.facts.get(factOf(measure, catalog))
  const references = [...catalog.references].map(([name, rows]) => [name, rows.map((r) => [...r])])
  const shared = hash({ prepare: catalog.prepare.map((p) => p.sql), references })
  return hash({ counting, parts, sql: fact?.sql ?? '', shared }).slice(0, 8)
}

/** The hash of rows and totals, first 16 digits. */
export function hashValues(rows: readonly Row[], totals: Row | null): string {
  return hash({ rows, totals }).slice(0, 16)
}

/** The measures of a query in its normal form, in order. */
function measuresOf(query: string): string[] {
  return (new URLSearchParams(query).get('measures') ?? '').split(',')
}

/** Writes a receipt: `od1…`. */
export function printReceipt(receipt: Receipt): string {
  const { query: q, release: r, sha256, definitions, values: v, number: n, carried: c } = receipt
  const d = measuresOf(q)
    .map((id) => definitions[id] ?? '')
    .join('')
  const text = JSON.stringify({
    q,
    r,
    s: sha256.slice(0, 12),
    d,
    v,
    ...(n !== undefined && { n }),
    ...(c !== undefined && { c }),
  })
  return prefix + deflateRawSync(text, { level: 9 }).toString('base64url')
}

function bad(receipt: string, why: string): UsageError {
  return new UsageError(`this is no receipt: ${why}`, {
    code: 'bad-receipt',
    value: `${receipt.slice(0, 40)}${receipt.length > 40 ? '…' : ''}`,
    allowed: 'a whole text that begins with od1, with #<row>,<measure> or #totals,<measure> behind it for one cell',
    hint: 'copy the receipt again, all of it',
  })
}

/** Reads a receipt. Raises a UsageError when it is damaged. */
export function parseReceipt(text: string): Receipt {
  const [body = '', cell] = text.trim().split('#')
  if (!body.startsWith(prefix) || body.length > 30_000) throw bad(text, 'it does not begin with od1')
  let parsed: z.infer<typeof receiptSchema>
  try {
    const json = inflateRawSync(Buffer.from(body.slice(prefix.length), 'base64url'), {
      maxOutputLength: 100_000,
    }).toString()
    parsed = receiptSchema.parse(JSON.parse(json))
  } catch {
    throw bad(text, 'a part of it is missing or changed')
  }
  const [, row, measure] = /^(\d+|totals),([\w@]+)$/.exec(cell ?? '') ?? []
  if (cell !== undefined && (row === undefined || measure === undefined))
    throw bad(text, `no cell is named by #${cell}`)
  return {
    query: parsed.q,
    release: parsed.r,
    sha256: parsed.s,
    definitions: Object.fromEntries(measuresOf(parsed.q).map((id, i) => [id, parsed.d.slice(8 * i, 8 * i + 8)])),
    values: parsed.v,
    ...(parsed.n !== undefined && { number: parsed.n }),
    ...(parsed.c !== undefined && { carried: parsed.c }),
    ...(row !== undefined && measure !== undefined && { cell: { row: row === 'totals' ? row : Number(row), measure } }),
  }
}

/** What was derived anew for a receipt. */
export interface Rederived {
  readonly rows: readonly Row[]
  readonly totals: Row | null
  readonly definitions: Readonly<Record<string, string>>
}

/** Whether numbers derived anew are those of the receipt. Raises a MismatchError when it names a cell that is not there. */
export function compareReceipt(
  receipt: Receipt,
  { rows, totals, definitions }: Rederived,
):
  | { verdict: 'match'; value?: number }
  | { verdict: 'mismatch'; code: 'definition_changed' | 'other_numbers'; why: string } {
  const { cell } = receipt
  if (hashValues(rows, totals) === receipt.values) {
    const value =
      cell === undefined ? receipt.number : (cell.row === 'totals' ? totals : rows[cell.row])?.[cell.measure]
    if (cell !== undefined && value === undefined) {
      throw new MismatchError(`the answer has no such cell: row ${cell.row}, ${cell.measure}`, {
        code: 'no-such-cell',
        allowed: `rows 0 to ${rows.length - 1}${totals === null ? '' : ' and totals'}; ${Object.keys(rows[0] ?? totals ?? {}).join(', ')}`,
      })
    }
    return { verdict: 'match', ...(typeof value === 'number' && { value }) }
  }
  const changed = Object.entries(receipt.definitions).filter(([id, hash]) => id !== '' && definitions[id] !== hash)
  const why =
    changed.length > 0
      ? `the definition of ${changed.map(([id]) => id).join(', ')} has changed since the receipt was written`
      : 'the same question on the same release gives other numbers than the receipt says; please report this'
  return { verdict: 'mismatch', code: changed.length > 0 ? 'definition_changed' : 'other_numbers', why }
}

/** The question of a receipt, asked of its release whatever is current. */
export function questionOf({ query, release }: Receipt): string {
  return new URLSearchParams(query).has('release') ? query : `${query}&release=${encodeURIComponent(release)}`
}
