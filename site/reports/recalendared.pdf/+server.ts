import { buildReport } from '../../../src/report/reports.ts'
import { explained } from '../../../src/web/explained.ts'
import { printedAs } from '../../../src/web/printed.ts'
import { askedOf } from '../asked.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, url }) =>
  explained(async () => {
    // An address that the report cannot answer is told, not printed.
    await buildReport(locals.service, 'recalendared', askedOf(url, locals.language))
    return printedAs('/reports/recalendared', 'opendocket-recalendared', url, locals)
  })
