import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { isLanguage, type Language, languages } from '#catalog'
import { UsageError } from '#errors'
import type { BalanceSheet, QueryService } from '#query'
import { toComparedDocument } from '#render'
import { tagged } from './tagged.ts'

const count = z.number()
const compared = z.object({
  query: z.string(),
  from: z.object({ id: z.string(), name: z.string(), value: z.number(), count }),
  to: z.object({ id: z.string(), name: z.string(), value: z.number(), count }),
  difference: count,
  both: count,
  base: z.number().nullable(),
  unit: z.string(),
  rows: z.array(
    z.object({
      reason: z.string(),
      text: z.string(),
      code: z.string().optional(),
      label: z.string().optional(),
      only_from: count,
      only_to: count,
      difference: count,
    }),
  ),
  receipt: z.string(),
})

const compareRoute = createRoute({
  method: 'get',
  path: '/api/v1/compare',
  summary: 'Lead from one definition to another',
  description:
    'Two measures, filters and a period. Each row is a reason for which things are counted by one and not by the other; the differences of the rows without a code sum to the difference.',
  request: {
    query: z
      .object({
        measures: z.string().openapi({ example: 'closures,closures@eoir' }),
        by: z.string().optional().openapi({ example: 'court' }),
        from: z.string().optional(),
        to: z.string().optional(),
        release: z.string().optional(),
      })
      .loose(),
  },
  responses: { 200: { description: 'The bridge.', content: { 'application/json': { schema: compared } } } },
})

const balanceSchema = z.object({
  balance: z.string(),
  by: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      before: count,
      flows: z.record(z.string(), count),
      now: count,
      residue: count,
    }),
  ),
  receipt: z.string(),
})

const balanceRoute = createRoute({
  method: 'get',
  path: '/api/v1/balance',
  summary: 'What came to a stock, what left it, and what does not add up',
  request: {
    query: z.object({
      balance: z.string().optional().openapi({ example: 'docket' }),
      by: z.string().optional().openapi({ example: 'court' }),
      from: z.string().optional(),
      to: z.string().optional(),
      release: z.string().optional(),
    }),
  },
  responses: { 200: { description: 'A line each.', content: { 'application/json': { schema: balanceSchema } } } },
})

function languageOf(text: string | undefined): Language {
  if (text === undefined || isLanguage(text)) return text ?? 'en'
  throw new UsageError(`unknown language: ${text}`, {
    code: 'unknown-language',
    value: text,
    allowed: languages.join(', '),
  })
}

function balanceDocument({ question, lines, labels, receipt, release }: BalanceSheet) {
  const { balance, by, from, to } = question
  const { id, as_of, synthetic, sha256 } = release
  return {
    balance: balance.id,
    by: by ?? null,
    from,
    to,
    lines: lines.map((line) => ({ ...line, label: labels[line.code] ?? line.code })),
    release: { id, as_of, synthetic, sha256 },
    receipt,
  }
}

/** What of an address is the question itself. */
function questionOf(url: string): string {
  const parameters = new URL(url).searchParams
  parameters.delete('lang')
  return parameters.toString()
}

/** Adds bridges between definitions and balances to the API. */
export function addProofs(app: OpenAPIHono, service: QueryService): void {
  app.openAPIRegistry.registerPath(compareRoute)
  app.get('/api/v1/compare', async (c) => {
    const found = await service.compare(questionOf(c.req.url), languageOf(c.req.query('lang')))
    return tagged(c, JSON.stringify(toComparedDocument(found)))
  })
  app.openAPIRegistry.registerPath(balanceRoute)
  app.get('/api/v1/balance', async (c) => {
    const sheet = await service.balance(questionOf(c.req.url), languageOf(c.req.query('lang')))
    return tagged(c, JSON.stringify(balanceDocument(sheet)))
  })
}
