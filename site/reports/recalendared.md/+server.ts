import { toMarkdown } from '../../../src/report/markdown.ts'
import { buildReport } from '../../../src/report/reports.ts'
import { explained } from '../../../src/web/explained.ts'
import { askedOf } from '../asked.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals: { service, language }, url }) =>
  explained(async () => {
    const document = await buildReport(service, 'recalendared', askedOf(url, language))
    return new Response(toMarkdown(document), { headers: { 'content-type': 'text/markdown; charset=utf-8' } })
  })
