import type { Catalog, Language } from '#catalog'
import { readAccount } from './account.ts'
import { balanceOf, balanceRows, parseBalance, printBalance } from './balance.ts'
import { compare, parseComparison, printComparison } from './compare.ts'
import {
  type BalanceSheet,
  type Compared,
  type Covered,
  coveredAccount,
  coveredComparison,
  type ProvedAccount,
} from './derived.ts'
import { labelOf } from './labels.ts'
import { parseQuery } from './parse.ts'
import type { Query } from './query.ts'
import { definitionHash, hashValues, printReceipt, type Receipt, type Rederived } from './receipt.ts'
import type { OpenRelease } from './release.ts'
import type { ReleaseInfo, Result } from './result.ts'

/** What answers that are no plain queries are made with. */
export interface ProofWorld {
  readonly catalog: Catalog
  run(query: Query | string, language?: Language): Promise<Result>
  /** Uses a release while it is open. */
  withRelease<T>(id: string | undefined, use: (release: OpenRelease) => Promise<T>): Promise<T>
}

function label(catalog: Catalog, release: OpenRelease, dimension: string, code: string, language: Language): string {
  const definition = catalog.dimensions.get(dimension)
  if (definition === undefined || definition.kind === 'time') return code
  return labelOf(definition, code, release.members.get(dimension)?.get(code)?.label, language)
}

function prove(world: ProofWorld, query: string, info: ReleaseInfo, covered: Covered, measures: readonly string[]) {
  const definitions = Object.fromEntries(measures.map((id) => [id, definitionHash(id, world.catalog)]))
  const values = hashValues(covered.rows, covered.totals)
  return printReceipt({ query, release: info.id, sha256: info.sha256, definitions, values })
}

/** What an ingest did with a release, with its proof. */
export function provedAccount(world: ProofWorld, id: string | undefined): Promise<ProvedAccount> {
  return world.withRelease(id, async ({ engine, info }) => {
    const account = await readAccount(engine)
    return { ...account, receipt: prove(world, 'account=1', info, coveredAccount(account), []) }
  })
}

/** A comparison with its proof. */
export function provedComparison(world: ProofWorld, text: string, language: Language): Promise<Compared> {
  const { catalog } = world
  const query = parseComparison(text, catalog)
  return world.withRelease(query.release, async (release) => {
    const { info, engine } = release
    const found = await compare(
      query,
      {
        catalog,
        language,
        run: (q) => world.run(q, language),
        rows: (sql) => engine.query(sql),
        label: (dimension, code) => label(catalog, release, dimension, code, language),
      },
      info,
    )
    const { notes, origin } = await world.run({ ...query, by: [] }, language)
    const { from, to, base } = origin
    return {
      ...found,
      notes,
      language,
      release: info,
      receipt: prove(world, printComparison(query), info, coveredComparison(found), query.measures),
      period: { ...(from !== undefined && { from }), to, base },
    }
  })
}

/** The lines of a balance with their proof. */
export function provedBalance(world: ProofWorld, text: string, language: Language): Promise<BalanceSheet> {
  const { catalog } = world
  return world.withRelease(new URLSearchParams(text).get('release') ?? undefined, async (release) => {
    const { info } = release
    const question = parseBalance(text, catalog, info)
    const { balance, by, from, to } = question
    const lines = await balanceOf(world, balance, { from, to, release: info.id, ...(by !== undefined && { by }) })
    const measures = [balance.stock, ...balance.arrivals, ...balance.exits]
    const covered = { rows: balanceRows(lines, by), totals: null }
    const labels = lines.map(({ code }) => [code, by === undefined ? '' : label(catalog, release, by, code, language)])
    return {
      question,
      lines,
      labels: Object.fromEntries(labels),
      release: info,
      receipt: prove(world, printBalance(question), info, covered, measures),
    }
  })
}

/** The numbers that a receipt speaks of, derived anew. */
export async function rederive(world: ProofWorld, { query, release }: Receipt): Promise<Rederived> {
  const { catalog } = world
  const words = new URLSearchParams(query)
  words.set('release', release)
  const at = words.toString()
  const measures = (words.get('measures')?.split(',') ?? []).filter((id) => catalog.measures.has(id))
  const definitions = Object.fromEntries(measures.map((id) => [id, definitionHash(id, catalog)]))
  if (words.has('account')) return { ...coveredAccount(await provedAccount(world, release)), definitions }
  if (words.has('compare')) return { ...coveredComparison(await provedComparison(world, at, 'en')), definitions }
  if (words.has('balance')) {
    const { lines, question } = await provedBalance(world, at, 'en')
    return { rows: balanceRows(lines, question.by), totals: null, definitions }
  }
  const { rows, totals } = await world.run({ ...parseQuery(query, catalog), release })
  return { rows, totals, definitions }
}
