import { NotFoundError } from '#errors'
import { ledgerCsv, ledgerTotalsCsv } from '#render'
import { ledgerOf, listRows, parseLedgerQuestion } from '../../../src/query/ledger.ts'
import { explained } from '../../../src/web/explained.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, params, url }) =>
  explained(async () => {
    const { earlier, later, format } = params
    if (format !== 'json' && format !== 'csv')
      throw new NotFoundError(`a comparison of releases is not given as ${format}`, {
        code: 'unknown-format',
        value: format,
        allowed: 'json, csv',
      })
    const { fate, ...which } = parseLedgerQuestion(url.searchParams)
    const ledger = await ledgerOf(locals.service.ledgers, { earlier, later })
    const rows = fate === undefined ? undefined : await listRows(locals.service.ledgers, ledger, fate, which)
    if (format === 'json') return Response.json(rows === undefined ? ledger : { ...ledger, rows })
    const name = ['opendocket', earlier, later, ...(fate === undefined ? [] : [fate])].join('-')
    return new Response(rows === undefined ? ledgerTotalsCsv(ledger) : ledgerCsv(rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}.csv"`,
      },
    })
  })
