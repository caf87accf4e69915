import { type Catalog, type Gate, type Language, type LedgerLibrary, nearest } from '#catalog'
import { NotFoundError, type OpendocketError, UsageError } from '#errors'
import { answer, type Counted, statementsOf } from './answer.ts'
import { AnswerCache } from './cache.ts'
import { carriedMark, carriedOtherwise, touchedBy } from './carried.ts'
import { checkCounted } from './counted.ts'
import type { BalanceSheet, Compared, ProvedAccount } from './derived.ts'
import { type Download, type DownloadKind, downloadsOf, openDownload } from './downloads.ts'
import { type FastPaths, startFast } from './fast.ts'
import { fold, labelOf } from './labels.ts'
import { noLedgers } from './ledger.ts'
import { notesOf } from './notes.ts'
import { parseQuery, printQuery } from './parse.ts'
import { provedAccount, provedBalance, provedComparison, rederive } from './proof.ts'
import { releaseFor } from './provisional.ts'
import { buildNamed, type Releases, whyNotHere } from './published.ts'
import type { Query } from './query.ts'
import { compareReceipt, definitionHash, hashValues, parseReceipt, printReceipt, questionOf } from './receipt.ts'
import { infoOf, type OpenRelease, openRelease } from './release.ts'
import type { ReleaseInfo, Result, ResultColumn } from './result.ts'
import type { QueryService, Value, ValuesOptions, Verification } from './service.ts'

export type { Releases } from './published.ts'

export interface ServiceOptions {
  readonly catalog: Catalog
  /** Asked anew for every query; cheap when nothing changed. */
  readonly releases: () => Promise<Releases | undefined>
  /** Disclosure control: every answer passes it. */
  readonly gate: Gate
  /** Comparisons of releases; none without. */
  readonly ledgers?: LedgerLibrary
  readonly threads?: number
  readonly memory?: string
  /** Answers kept; 0 keeps none. */
  readonly cache?: number
  /** False asks everything of the engine: no counts by month, no scans. */
  readonly fast?: boolean
  /** Bytes that columns of facts may take in memory. */
  readonly columns?: number
}

class Service implements QueryService {
  readonly catalog: Catalog
  readonly ledgers: LedgerLibrary
  readonly downloads: QueryService['downloads']
  readonly #options: ServiceOptions
  /** By folder of the build. A build that is no longer published is closed when its last question is answered. */
  readonly #open = new Map<string, { release: Promise<OpenRelease>; users: number }>()
  readonly #answers: AnswerCache<Counted>
  readonly #hashes = new Map<string, string>()
  readonly #fast: FastPaths | undefined

  constructor(options: ServiceOptions) {
    this.catalog = options.catalog
    this.ledgers = options.ledgers ?? noLedgers
    this.downloads = downloadsOf(options.catalog)
    this.#options = options
    this.#answers = new AnswerCache(options.cache ?? 500)
    if (options.fast !== false) this.#fast = startFast(options)
  }

  async releases(): Promise<readonly ReleaseInfo[]> {
    return ((await this.#options.releases())?.builds ?? []).map((build) => infoOf(build.info))
  }

  async unreadable(): Promise<readonly OpendocketError[]> {
    return (await this.#options.releases())?.unreadable ?? []
  }

  async release(id?: string): Promise<ReleaseInfo> {
    return this.#with(await this.#build(id), async (r) => r.info)
  }

  async statements(query: string): Promise<readonly string[]> {
    const parsed = parseQuery(query, this.catalog)
    return statementsOf(parsed, this.catalog, await this.release(parsed.release)).map(({ sql }) => sql)
  }

  async withRelease<T>(id: string | undefined, use: (release: OpenRelease) => Promise<T>): Promise<T> {
    return this.#with(await this.#build(id), use)
  }

  account(id?: string): Promise<ProvedAccount> {
    return provedAccount(this, id)
  }

  download(kind: DownloadKind, id: string, release?: string): Promise<Download> {
    return this.withRelease(release, (open) => openDownload(open, this.catalog, kind, id))
  }

  async compare(query: string, language: Language = 'en'): Promise<Compared> {
    return provedComparison(this, query, language)
  }

  balance(query: string, language: Language = 'en'): Promise<BalanceSheet> {
    return provedBalance(this, query, language)
  }

  async run(query: Query | string, language: Language = 'en'): Promise<Result> {
    const parsed = typeof query === 'string' ? parseQuery(query, this.catalog) : query
    return this.#with(await this.#build(parsed.release), (release) => this.#answer(parsed, release, language))
  }

  async values(dimension: string, options: ValuesOptions = {}): Promise<readonly Value[]> {
    const definition = this.catalog.dimensions.get(dimension)
    if (definition === undefined) {
      const all = [...this.catalog.dimensions.keys()]
      throw new NotFoundError(`unknown dimension: ${dimension}`, {
        code: 'unknown-dimension',
        value: dimension,
        nearest: nearest(dimension, all),
        allowed: all.join(', '),
      })
    }
    return this.#with(await this.#build(options.release), async (release) => {
      const language = options.language ?? 'en'
      const wanted = fold(options.search ?? '')
      const within = options.within === undefined ? undefined : `${options.within}.`
      return [...(release.members.get(dimension) ?? [])]
        .filter(([, member]) => member.used)
        .map(([code, { label }]) => ({ code, label: labelOf(definition, code, label, language) }))
        .filter(
          (v) =>
            (within === undefined || v.code.startsWith(within)) &&
            (fold(v.label).includes(wanted) || fold(v.code).includes(wanted)),
        )
        .toSorted((a, b) => a.label.localeCompare(b.label, language))
        .slice(0, options.limit ?? 10_000)
    })
  }

  async verify(text: string): Promise<Verification> {
    const receipt = parseReceipt(text)
    const published = await this.#options.releases()
    const build = published?.builds.find((b) => b.info.id === receipt.release)
    if (build === undefined)
      return { verdict: 'cannot', code: 'release_not_here', why: whyNotHere(published, receipt.release) }
    const about = { query: questionOf(receipt), release: receipt.release }
    if (!build.info.sha256.startsWith(receipt.sha256)) {
      return {
        verdict: 'cannot',
        code: 'other_file',
        why: `the release published here as ${receipt.release} is another file (sha256 ${build.info.sha256.slice(0, 16)}…, the receipt's ${receipt.sha256}…)`,
      }
    }
    const compared = compareReceipt(receipt, await rederive(this, receipt))
    const otherwise = compared.verdict === 'mismatch' ? carriedOtherwise(receipt, build.info.carried) : undefined
    return otherwise === undefined
      ? { ...about, ...compared }
      : { verdict: 'cannot', code: 'carried_otherwise', why: otherwise }
  }

  /** Closes every release. */
  async close(): Promise<void> {
    for (const { release } of this.#open.values()) await closeRelease(await release)
    this.#open.clear()
    await this.#fast?.threads.close()
  }

  async #build(id: string | undefined): Promise<Releases['builds'][number]> {
    return buildNamed(await this.#options.releases(), id)
  }

  /** Uses a release; it stays open while anyone uses it, and as long as it is published. */
  async #with<T>(build: Releases['builds'][number], use: (release: OpenRelease) => Promise<T>): Promise<T> {
    const entry = this.#open.get(build.folder) ?? { release: this.#openBuild(build), users: 0 }
    this.#open.set(build.folder, entry)
    entry.users++
    try {
      // What is known of the growth of recent months comes with later releases.
      return await use({ ...(await entry.release), info: infoOf(build.info) })
    } finally {
      entry.users--
      await this.#closeUnpublished()
    }
  }

  #openBuild(build: Releases['builds'][number]): Promise<OpenRelease> {
    const { threads, memory } = this.#options
    const opening = openRelease(build.folder, build.info, this.catalog, {
      ...(threads !== undefined && { threads }),
      ...(memory !== undefined && { memory }),
      fast: this.#fast,
    })
    opening.catch(() => this.#open.delete(build.folder))
    return opening
  }

  async #closeUnpublished(): Promise<void> {
    const published = new Set((await this.#options.releases())?.builds.map((b) => b.folder))
    for (const [folder, entry] of this.#open) {
      if (published.has(folder) || entry.users > 0) continue
      this.#open.delete(folder)
      entry.release.then(closeRelease).catch(() => undefined)
    }
  }

  async #answer(query: Query, release: OpenRelease, language: Language): Promise<Result> {
    const began = performance.now()
    checkCounted(query.measures, this.catalog, release)
    checkCodes(query, this.catalog, release)
    const normal = printQuery(query)
    const context = {
      catalog: this.catalog,
      engine: release.engine,
      cubes: release.cubes,
      release: release.info,
      absent: await release.absent(),
    }
    const make = (): Promise<Counted> => answer(query, context)
    const counted = await (this.#options.cache === 0 ? make() : this.#answers.get(`${release.folder} ${normal}`, make))
    const { rows, totals } = this.#options.gate({
      by: query.by,
      filtered: query.filters.map((f) => f.dimension),
      rows: counted.rows,
      totals: counted.totals,
    })
    const definitions = Object.fromEntries(query.measures.map((id) => [id, this.#hash(id)]))
    const { scope } = counted
    const seen = releaseFor(release.info, query.measures, this.catalog)
    let receipt: string | undefined
    return {
      query: normal,
      columns: columnsOf(query, this.catalog, language),
      labels: labelsOf(query, rows, this.catalog, release, language),
      rows,
      totals,
      row_count: counted.rowCount,
      notes: notesOf(scope, context.absent, seen, language),
      // Written when it is read: many an answer is only drawn.
      get receipt() {
        receipt ??= printReceipt({
          query: normal,
          release: release.info.id,
          sha256: release.info.sha256,
          definitions,
          values: hashValues(rows, totals),
          carried: touchedBy(scope).length === 0 ? undefined : carriedMark(release.info.carried),
          ...singleNumber(rows, query),
        })
        return receipt
      },
      origin: {
        release: seen,
        definitions,
        ...(scope.from !== undefined && { from: scope.from }),
        to: scope.to,
        since: scope.since,
        base: scope.base,
      },
      plan: {
        by: [...new Set(counted.statements.map((s) => s.step.by))].join(', '),
        statements: counted.statements.map(({ statement, step }) => ({ sql: statement.sql, parameters: [], ...step })),
        milliseconds: performance.now() - began,
      },
      language,
    }
  }

  #hash(id: string): string {
    const known = this.#hashes.get(id) ?? definitionHash(id, this.catalog)
    this.#hashes.set(id, known)
    return known
  }
}

async function closeRelease(release: OpenRelease): Promise<void> {
  await release.cubes?.close()
  release.engine.close()
}

function singleNumber(rows: Result['rows'], query: Query): { number?: number } {
  const [id, another] = query.measures
  const value = id === undefined ? undefined : rows[0]?.[id]
  return rows.length === 1 && another === undefined && typeof value === 'number' ? { number: value } : {}
}

/** A filter's codes must be known to the release, so that a typing error is not answered with zero. */
function checkCodes(query: Query, catalog: Catalog, release: OpenRelease): void {
  for (const filter of query.filters) {
    const definition = catalog.dimensions.get(filter.dimension)
    const members = release.members.get(filter.dimension)
    const held = (code: string): boolean =>
      code === 'none' || members?.has(code) === true || Object.hasOwn(definition?.names ?? {}, code)
    const unknown = filter.values.filter((value) => !held(value))
    if (unknown.length === 0) continue
    const known = [...new Set([...(members?.keys() ?? []), ...Object.keys(definition?.names ?? {}), 'none'])]
    for (const value of unknown) {
      const wild = definition?.wildcard === true && value.startsWith('*.')
      if (wild && known.some((code) => code.endsWith(value.slice(1)))) continue
      const label = [...(members ?? [])].find(([, member]) => fold(member.label) === fold(value))
      throw new UsageError(`unknown ${filter.dimension}: ${value}`, {
        code: 'unknown-code',
        value,
        nearest: label?.[0] ?? nearest(value, known),
        allowed:
          known.length <= 40
            ? known.join(', ')
            : `one of ${known.length} codes; see /api/v1/values/${filter.dimension}`,
      })
    }
  }
}

function columnsOf(query: Query, catalog: Catalog, language: Language): ResultColumn[] {
  const columns: ResultColumn[] = query.by.map((id) => ({
    id,
    label: catalog.dimensions.get(id)?.name[language] ?? id,
    kind: 'dimension',
    unit: '',
  }))
  for (const id of query.measures) {
    const measure = catalog.measures.get(id)
    if (measure === undefined) continue
    const { kind, unit } = measure
    const unitOf = (part: string): string => catalog.measures.get(part)?.unit ?? ''
    const label = measure.name[language]
    columns.push({ id, label, kind, unit, ...(measure.estimate === true && { estimate: true }) })
    for (const [suffix, words, partUnit] of companions(
      kind,
      unit,
      kind === 'rate' ? [unitOf(measure.of), unitOf(measure.per)] : [],
    ))
      columns.push({ id: `${id}${suffix}`, label: `${label}: ${words[language]}`, kind, unit: partUnit, of: id })
  }
  return columns
}

type Companion = readonly [suffix: string, words: { en: string; es: string }, unit: string]

function companions(kind: ResultColumn['kind'], unit: string, parts: readonly string[]): readonly Companion[] {
  if (kind === 'rate') {
    return [
      ['_numerator', { en: 'numerator', es: 'numerador' }, parts[0] ?? ''],
      ['_denominator', { en: 'base', es: 'base' }, parts[1] ?? ''],
    ]
  }
  if (kind !== 'duration') return []
  return [
    ['_median', { en: 'median', es: 'mediana' }, unit],
    ['_p90', { en: '90th percentile', es: 'percentil 90' }, unit],
    ['_n', { en: 'number', es: 'número' }, 'cases'],
  ]
}

function labelsOf(
  query: Query,
  rows: Result['rows'],
  catalog: Catalog,
  release: OpenRelease,
  language: Language,
): Result['labels'] {
  const labels: Record<string, Record<string, string>> = {}
  const add = (dimension: string, code: string): void => {
    const definition = catalog.dimensions.get(dimension)
    if (definition === undefined || definition.kind === 'time') return
    const names = labels[dimension] ?? {}
    names[code] ??= labelOf(definition, code, release.members.get(dimension)?.get(code)?.label, language)
    labels[dimension] = names
  }
  for (const row of rows) for (const id of query.by) add(id, String(row[id]))
  for (const filter of query.filters) for (const value of filter.values) add(filter.dimension, value)
  return labels
}

/** Opens the service that answers queries over the published releases. */
export function openService(options: ServiceOptions): QueryService & { close(): Promise<void> } {
  return new Service(options)
}
