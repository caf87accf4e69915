import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { fates } from '#catalog'
import { NotFoundError } from '#errors'
import { ledgerOf, listRows, parseLedgerQuestion, parsePair, type QueryService } from '#query'

const counts = { added: z.number(), changed: z.number(), vanished: z.number(), returned: z.number() }
const release = z.object({ id: z.string(), as_of: z.string(), synthetic: z.boolean(), sha256: z.string() })
const parts = z.array(z.object({ part: z.string(), ...counts }))
const ledgerSchema = z
  .object({
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
    rows: z
      .array(
        z.object({
          file: z.string(),
          key: z.string(),
          fate: z.enum(fates),
          court: z.string(),
          month: z.string(),
          columns: z.array(z.string()),
          first: z.string(),
          last: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('Ledger')

const ledgerRoute = createRoute({
  method: 'get',
  path: '/api/v1/releases/{pair}',
  summary: 'What became of every row from one release to a later one: added, changed, vanished, returned',
  description:
    'The pair is written earlier..later. Totals by table, court, month and changed column; with rows= the rows that met a fate as well.',
  request: {
    params: z.object({ pair: z.string().openapi({ example: '2026-09..2026-10' }) }),
    query: z.object({
      rows: z.enum(fates).optional(),
      table: z.string().optional().openapi({ example: 'B_TblProceeding' }),
      limit: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
  },
  responses: {
    200: { description: 'The comparison.', content: { 'application/json': { schema: ledgerSchema } } },
  },
})

async function ledgerBody(service: QueryService, c: Context): Promise<string> {
  const pair = parsePair(c.req.param('pair') ?? '')
  if (pair === undefined) {
    throw new NotFoundError(`this names no two releases: ${c.req.param('pair')}`, {
      code: 'no-such-pair',
      value: c.req.param('pair'),
      allowed: 'earlier..later, such as 2026-09..2026-10',
    })
  }
  const { fate, ...which } = parseLedgerQuestion(new URL(c.req.url).searchParams)
  const ledger = await ledgerOf(service.ledgers, pair)
  if (fate === undefined) return JSON.stringify(ledger)
  return JSON.stringify({ ...ledger, rows: await listRows(service.ledgers, ledger, fate, which) })
}

/** Adds `/api/v1/releases/<earlier>..<later>`; `answer` gives a body its ETag. */
export function addLedger(
  app: OpenAPIHono,
  service: QueryService,
  answer: (c: Context, body: string) => Response,
): void {
  app.openAPIRegistry.registerPath(ledgerRoute)
  app.get('/api/v1/releases/:pair{[^/]+\\.\\.[^/]+}', async (c) => answer(c, await ledgerBody(service, c)))
}
