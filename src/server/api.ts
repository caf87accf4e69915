import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Catalog, languages, type Measure } from '#catalog'
import { NotFoundError, UsageError } from '#errors'
import type { QueryService } from '#query'
import { toDocument } from '#render'
import { addDownloads } from './downloads.ts'
import { addLedger } from './ledger.ts'
import { problemDetails } from './problem.ts'
import { addProofs } from './proofs.ts'
import { tagged } from './tagged.ts'

const language = z.enum(languages).default('en').openapi({ description: 'Language of labels and notes.' })
const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    value: z.string().optional(),
    allowed: z.string().optional(),
    nearest: z.string().optional(),
    hint: z.string().optional(),
  })
  .openapi('Problem')

const carried = z
  .object({ release: z.string(), sha256: z.string(), as_of: z.string(), kept: z.number(), used: z.number() })
  .optional()
  .openapi({ description: 'What was carried over from an older release that still had it.' })
const cell = z.union([z.number(), z.string(), z.object({ missing: z.string() })])
const row = z.record(z.string(), cell)
const answerSchema = z
  .object({
    query: z.string(),
    release: z.object({
      id: z.string(),
      as_of: z.string(),
      synthetic: z.boolean(),
      sha256: z.string(),
      provisional: z.array(z.string()),
      completeness: z.record(z.string(), z.number().nullable()).openapi({
        description: 'How much of each provisional month is there, from 0 to 1: an estimate; null where there is none.',
      }),
      carried,
    }),
    period: z.object({ from: z.string().nullable(), to: z.string(), since: z.string(), base: z.string() }),
    columns: z.array(
      z.object({ id: z.string(), label: z.string(), kind: z.string(), unit: z.string(), of: z.string().optional() }),
    ),
    labels: z.record(z.string(), z.record(z.string(), z.string())),
    rows: z.array(row),
    row_count: z.number(),
    totals: row.nullable(),
    notes: z.array(z.object({ code: z.string(), text: z.string(), measure: z.string().optional() })),
    definitions: z.record(z.string(), z.string()),
    receipt: z.string(),
  })
  .openapi('Answer')

const problems = {
  400: {
    description: 'What was wrong, what is allowed, the nearest match.',
    content: { 'application/problem+json': { schema: problem } },
  },
  404: { description: 'Not there; what there is.', content: { 'application/problem+json': { schema: problem } } },
}

function json<T extends z.ZodType>(schema: T, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } }
}

const queryRoute = createRoute({
  method: 'get',
  path: '/api/v1/query',
  summary: 'Answer a query',
  description:
    'Measures by dimensions under filters, as of a release. The parameters are those of every page and of the command line; a filter is a dimension with codes.',
  request: {
    query: z
      .object({
        lang: language,
        measures: z.string().openapi({ example: 'pd_closures,pd_share_of_closures' }),
        by: z.string().optional().openapi({ example: 'court' }),
        from: z.string().optional().openapi({ example: '2011-10' }),
        to: z.string().optional().openapi({ example: '2012-06-28' }),
        since: z.string().optional(),
        base: z.string().optional(),
        release: z.string().optional(),
        largest: z.string().optional(),
        min: z.string().optional(),
        sort: z.string().optional().openapi({ example: '-pd_closures' }),
        limit: z.string().optional(),
        totals: z.string().optional().openapi({ example: '1' }),
      })
      .partial({ measures: true })
      .loose(),
  },
  responses: { ...json(answerSchema, 'The answer, with what is needed to re-derive it.'), ...problems },
})

const words = z.object({ en: z.string(), es: z.string() })
const catalogSchema = z.object({
  measures: z.array(
    z.object({
      id: z.string(),
      name: words,
      about: words,
      kind: z.string(),
      unit: z.string(),
      definition: z.record(z.string(), z.unknown()),
    }),
  ),
  dimensions: z.array(z.object({ id: z.string(), name: words, about: words, kind: z.string() })),
  facts: z.array(
    z.object({ id: z.string(), name: words, about: z.string(), dimensions: z.array(z.string()), sql: z.string() }),
  ),
})

const catalogRoute = createRoute({
  method: 'get',
  path: '/api/v1/catalog',
  summary: 'What can be asked, and what it means',
  responses: json(catalogSchema, 'Measures, dimensions and facts with their definitions.'),
})

const releaseSchema = z.object({
  id: z.string(),
  as_of: z.string(),
  synthetic: z.boolean(),
  sha256: z.string(),
  first_month: z.string(),
  published_at: z.string(),
  provisional: z.array(z.string()),
  whole: z.boolean().optional().openapi({ description: 'False while only the first numbers are published.' }),
  carried,
})
const releasesRoute = createRoute({
  method: 'get',
  path: '/api/v1/releases',
  summary: 'Published releases, newest first',
  responses: json(z.object({ current: z.string(), releases: z.array(releaseSchema) }), 'Releases.'),
})

const accountRoute = createRoute({
  method: 'get',
  path: '/api/v1/releases/{id}',
  summary: 'What the ingest did with a release: accounts of all tables, checks, header drift, repairs, rejects',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    ...json(z.object({ release: releaseSchema, account: z.record(z.string(), z.unknown()) }), 'The account.'),
    ...problems,
  },
})

const valuesRoute = createRoute({
  method: 'get',
  path: '/api/v1/values/{dimension}',
  summary: 'Codes of a dimension with their names',
  request: {
    params: z.object({ dimension: z.string() }),
    query: z.object({
      q: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(10_000).optional(),
      within: z.string().optional(),
      release: z.string().optional(),
      lang: language,
    }),
  },
  responses: {
    ...json(
      z.object({ dimension: z.string(), values: z.array(z.object({ code: z.string(), label: z.string() })) }),
      'Values.',
    ),
    ...problems,
  },
})

const verifyRoute = createRoute({
  method: 'get',
  path: '/api/v1/verify',
  summary: 'Re-derive what a receipt names',
  request: { query: z.object({ receipt: z.string().optional(), cell: z.string().optional() }) },
  responses: {
    ...json(
      z.object({
        verdict: z.enum(['match', 'mismatch', 'cannot']),
        query: z.string().optional(),
        release: z.string().optional(),
        value: z.number().optional(),
        why: z.string().optional(),
        code: z.string().optional().openapi({ description: 'What kind of why.', example: 'definition_changed' }),
      }),
      'match, mismatch (and why), or cannot.',
    ),
    ...problems,
  },
})

/** The part of a measure that decides what it counts. */
function definitionOf(measure: Measure): Record<string, unknown> {
  const { name: _, about: __, ...rest } = measure
  return rest
}

function catalogDocument(catalog: Catalog): z.infer<typeof catalogSchema> {
  return {
    measures: [...catalog.measures.values()].map((m) => ({
      id: m.id,
      name: m.name,
      about: m.about,
      kind: m.kind,
      unit: m.unit,
      definition: definitionOf(m),
    })),
    dimensions: [...catalog.dimensions.values()].map(({ id, name, about, kind }) => ({ id, name, about, kind })),
    facts: [...catalog.facts.values()].map(({ id, name, about, dimensions, sql }) => ({
      id,
      name,
      about,
      dimensions: [...dimensions],
      sql,
    })),
  }
}

/** The query string without the parameters that are not the question's. */
function questionOf(url: string): string {
  const parameters = new URL(url).searchParams
  parameters.delete('lang')
  return parameters.toString()
}

/** The API as a web application: `app.request('/api/v1/query?…')` answers without a port. */
export function createApi(service: QueryService): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return
      const issue = result.error.issues[0]
      throw new UsageError(`${issue?.path.join('.') ?? 'a parameter'}: ${issue?.message ?? 'not understood'}`, {
        code: 'bad-parameter',
        value: String(issue?.path.at(-1) ?? ''),
      })
    },
  })
  app.use('*', async (c, next) => {
    await next()
    c.res.headers.set('access-control-allow-origin', '*')
    c.res.headers.set('x-content-type-options', 'nosniff')
  })
  app.onError((error) => {
    const details = problemDetails(error)
    if (details.status === 500) console.error(error)
    const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'access-control-allow-origin': '*' }
    return new Response(JSON.stringify(details), { status: details.status, headers })
  })
  app.notFound((c) => {
    const details = problemDetails(
      new NotFoundError(`no such address: ${new URL(c.req.url).pathname}`, {
        code: 'no-such-address',
        allowed:
          '/api/v1/query, /api/v1/catalog, /api/v1/releases, /api/v1/values/<dimension>, /api/v1/compare, /api/v1/balance, /api/v1/verify, /api/v1/openapi.json',
      }),
    )
    return c.body(JSON.stringify(details), 404, { 'content-type': 'application/problem+json; charset=utf-8' })
  })
  // These answer with their bodies' text so that one ETag covers them; the schemas above document them.
  app.openAPIRegistry.registerPath(queryRoute)
  app.get('/api/v1/query', async (c) => {
    const lang = language.safeParse(c.req.query('lang') ?? undefined)
    if (!lang.success)
      throw new UsageError(`unknown language: ${c.req.query('lang')}`, {
        code: 'unknown-language',
        value: c.req.query('lang'),
        allowed: languages.join(', '),
      })
    return tagged(c, JSON.stringify(toDocument(await service.run(questionOf(c.req.url), lang.data))))
  })
  app.openapi(catalogRoute, (c) => c.json(catalogDocument(service.catalog), 200))
  app.openapi(releasesRoute, async (c) => {
    const releases = await service.releases()
    return c.json(
      {
        current: (await service.release()).id,
        releases: releases.map((r) => ({ ...r, provisional: [...r.provisional] })),
      },
      200,
    )
  })
  addLedger(app, service, tagged)
  addDownloads(app, service)
  app.openAPIRegistry.registerPath(accountRoute)
  app.get('/api/v1/releases/:id', async (c) => {
    const release = await service.release(c.req.param('id'))
    return tagged(c, JSON.stringify({ release, account: await service.account(release.id) }))
  })
  app.openapi(valuesRoute, async (c) => {
    const { q, limit, within, release, lang } = c.req.valid('query')
    const { dimension } = c.req.valid('param')
    const values = await service.values(dimension, {
      language: lang,
      ...(q !== undefined && { search: q }),
      ...(limit !== undefined && { limit }),
      ...(within !== undefined && { within }),
      ...(release !== undefined && { release }),
    })
    return c.json({ dimension, values: [...values] }, 200)
  })
  app.openapi(verifyRoute, async (c) => {
    const { receipt, cell: part } = c.req.valid('query')
    if (receipt === undefined)
      throw new UsageError('no receipt to verify', {
        code: 'no-receipt',
        allowed: '/api/v1/verify?receipt=od1…',
        hint: 'for one cell add &cell=<row>,<measure>',
      })
    return c.json(await service.verify(part === undefined ? receipt : `${receipt}#${part}`), 200)
  })
  addProofs(app, service)
  app.doc31('/api/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'opendocket',
      version: '1',
      description: 'Numbers of the U.S. immigration courts, each with its definition, base, date, release and receipt.',
    },
  })
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => c.text(`ready: release ${(await service.release()).id}\n`))
  return app
}
