import { toJson } from '../../../src/report/json.ts'
import { buildReport } from '../../../src/report/reports.ts'
import { explained } from '../../../src/web/explained.ts'
import { askedOf } from '../asked.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals: { service, language }, url }) =>
  explained(async () => {
    const document = await buildReport(service, 'recalendared', askedOf(url, language))
    return new Response(toJson(document), { headers: { 'content-type': 'application/json; charset=utf-8' } })
  })
