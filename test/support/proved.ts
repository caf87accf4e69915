import { z } from 'zod'
import { parseReceipt } from '#query'
import type { PageNumber, PageNumbers } from './numbers-on-page.ts'

/** Holds every number of a page against the answer that its receipt speaks of, by the site's own API. */

const cell = z.union([z.number(), z.string(), z.object({ missing: z.string() }), z.null()])
const row = z.record(z.string(), cell)
type Cells = z.infer<typeof row>

interface Answer {
  readonly rows: readonly Cells[]
  readonly totals: Cells
  /** Numbers that the question itself names, and how many rows there are. */
  readonly asked: readonly number[]
  readonly count: number
}

const answerSchema = z.object({ rows: z.array(row), totals: row.nullable(), row_count: z.number() })
const side = z.object({ value: z.number(), count: z.number() })
const comparedSchema = z.object({
  rows: z.array(row),
  from: side,
  to: side,
  difference: z.number(),
  both: z.number(),
  base: z.number().nullable(),
})
const balanceSchema = z.object({
  by: z.string().nullable(),
  lines: z.array(
    z.object({
      code: z.string(),
      before: z.number(),
      now: z.number(),
      residue: z.number(),
      flows: z.record(z.string(), z.number()),
    }),
  ),
})
const count = z.number()
const accountSchema = z.object({
  account: z.object({
    tables: z.array(row),
    checks: z.array(z.object({ message: z.string() })),
    cleaned: z.record(z.string(), count),
    repairs: z.object({ total: count, byKind: z.array(z.object({ kind: z.string(), rows: count })) }),
    rejects: z.object({ total: count }),
  }),
})

/** `1,234`, `−5`, `< 0.1 %`, `35.3 percent` as a number, how exactly it is printed, and whether it is a share. */
function printed(text: string): { n: number; digits: number; share: boolean; below: boolean } {
  const plain = text.replaceAll(',', '').replaceAll('−', '-')
  const [, number = '', decimals = ''] = /(-?\d+(?:\.(\d+))?)/.exec(plain) ?? []
  return { n: Number(number), digits: decimals.length, share: /%|percent/.test(text), below: text.startsWith('<') }
}

/** Whether a number is this value as it is printed. */
function isPrinted(text: string, value: number): boolean {
  const { n, digits, share, below } = printed(text)
  const exact = share ? value * 100 : value
  if (below) return exact > 0 && exact < n
  return Math.abs(exact - n) <= 0.5 * 10 ** -digits + 1e-9
}

function total(rows: readonly Cells[], column: string): number {
  return rows.reduce((n, r) => n + (typeof r[column] === 'number' ? r[column] : 0), 0)
}

/** Answers by receipt: each is verified and asked for once. */
export class Proofs {
  readonly #url: string
  readonly #answers = new Map<string, Promise<Answer>>()

  constructor(url: string) {
    this.#url = url
  }

  /** How many different receipts were verified. */
  get verified(): number {
    return this.#answers.size
  }

  async #json(path: string): Promise<unknown> {
    const response = await fetch(this.#url + path)
    if (!response.ok) throw new Error(`${response.status} at ${path}: ${await response.text()}`)
    return response.json()
  }

  async #ask(receipt: string): Promise<Answer> {
    const verdict = z
      .object({ verdict: z.string(), why: z.string().optional() })
      .parse(await this.#json(`/api/v1/verify?receipt=${encodeURIComponent(receipt)}`))
    if (verdict.verdict !== 'match') throw new Error(`${verdict.verdict}: ${verdict.why}`)
    const { query, release } = parseReceipt(receipt)
    const words = new URLSearchParams(query)
    words.set('release', release)
    if (words.has('compare')) words.delete('compare')
    const at = words.toString()
    if (query.startsWith('compare=')) return this.#compared(at)
    if (words.has('balance')) return this.#balance(at)
    if (words.has('account')) return this.#account(release)
    const { rows, totals, row_count } = answerSchema.parse(await this.#json(`/api/v1/query?${at}`))
    const asked = ['largest', 'limit', 'min'].flatMap((word) => (words.has(word) ? [Number(words.get(word))] : []))
    return { rows, totals: totals ?? {}, asked, count: row_count }
  }

  async #compared(query: string): Promise<Answer> {
    const { rows, from, to, difference, both, base } = comparedSchema.parse(
      await this.#json(`/api/v1/compare?${query}`),
    )
    const told = rows.filter((r) => r['code'] === undefined)
    const totals = {
      from: from.value,
      to: to.value,
      from_count: from.count,
      to_count: to.count,
      value_difference: to.value - from.value,
      difference,
      both,
      only_from: total(told, 'only_from'),
      only_to: total(told, 'only_to'),
      ...(base !== null && { base }),
    }
    return { rows, totals, asked: [], count: rows.length }
  }

  async #balance(query: string): Promise<Answer> {
    const { lines } = balanceSchema.parse(await this.#json(`/api/v1/balance?${query}`))
    const rows = lines.map(({ flows, ...rest }) => ({ ...rest, ...flows }))
    return { rows, totals: {}, asked: [], count: rows.length }
  }

  async #account(release: string): Promise<Answer> {
    const { account } = accountSchema.parse(await this.#json(`/api/v1/releases/${release}`))
    const { tables, checks, cleaned, repairs, rejects } = account
    const sums = ['rows_in', 'rows_loaded', 'rows_repaired', 'rows_rejected'].map((id) => [id, total(tables, id)])
    const totals = {
      ...Object.fromEntries(sums),
      ...cleaned,
      repairs: repairs.total,
      rejects: rejects.total,
      ...Object.fromEntries(repairs.byKind.map(({ kind, rows }) => [`repair_${kind}`, rows])),
    }
    const rows = [...tables, ...checks.map(({ message }) => ({ message }))]
    return { rows, totals, asked: [], count: Math.max(repairs.total, rejects.total, rows.length) }
  }

  answer(receipt: string): Promise<Answer> {
    const known = this.#answers.get(receipt) ?? this.#ask(receipt)
    this.#answers.set(receipt, known)
    return known
  }

  /** The value of one cell: `<receipt>#<row>,<column>`. */
  async #cell(named: string): Promise<number | undefined> {
    const [receipt = '', place = ''] = named.split('#')
    const { rows, totals } = await this.answer(receipt)
    const [at = '', column = ''] = place.split(',')
    const value = (at === 'totals' ? totals : rows[Number(at)])?.[column]
    return typeof value === 'number' ? value : undefined
  }

  async #somewhere(number: PageNumber, receipts: readonly string[]): Promise<boolean> {
    const { n } = printed(number.text)
    for (const receipt of receipts) {
      const { rows, totals, asked, count: many } = await this.answer(receipt)
      if (asked.includes(n) || (number.rows && n <= many)) return true
      for (const cells of [totals, ...rows])
        for (const value of Object.values(cells)) {
          if (typeof value === 'number' && isPrinted(number.text, value)) return true
          if (typeof value === 'string' && value.includes(number.text)) return true
        }
    }
    return false
  }

  /** What is wrong with a number of a page; undefined when its receipt bears it out. */
  async wrong(number: PageNumber, page: PageNumbers): Promise<string | undefined> {
    const { text, around, receipt, over, less, cell: place } = number
    const say = (what: string): string => `${text} in “${around}”: ${what}`
    const [id = '', at] = place.split('#')
    const receipts = receipt.split(' ')
    const named =
      at !== undefined
        ? `${id === '' ? receipts[0] : page.listed[id]}#${at}`
        : receipt.includes('#')
          ? receipt
          : undefined
    try {
      if (named === undefined) {
        return (await this.#somewhere(number, receipts))
          ? undefined
          : say('stands nowhere in the answer of its receipt')
      }
      const [, point = ''] = named.split('#')
      const value = await this.#cell(named)
      if (value === undefined) return say(`there is no number at ${point}`)
      const base = over === '' ? 1 : await this.#cell(over)
      if (base === undefined) return say('there is no number to divide by')
      const taken = less === '' ? 0 : await this.#cell(less)
      if (taken === undefined) return say('there is no number to take from it')
      return isPrinted(text, (value - taken) / base) ? undefined : say(`${point} holds ${(value - taken) / base}`)
    } catch (error) {
      return say(error instanceof Error ? error.message : String(error))
    }
  }
}
