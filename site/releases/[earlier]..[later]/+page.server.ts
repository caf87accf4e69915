import { fates, type LedgerTable } from '#catalog'
import { ledgerOf, listRows, parseLedgerQuestion } from '../../../src/query/ledger.ts'
import { answered } from '../../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'

/** Rows that the page lists of each fate; the files hold all. */
const listed = 100

/** The table whose courts, months and rows are shown: the one asked for, else the one from which most rows vanished. */
function chosen(tables: readonly LedgerTable[], asked: string | undefined): LedgerTable | undefined {
  const named = tables.find((t) => t.file === asked || t.table === asked)
  return named ?? tables.toSorted((a, b) => b.rows.vanished - a.rows.vanished || b.rows.changed - a.rows.changed)[0]
}

export const load: PageServerLoad = ({ locals, params, url }) =>
  answered(async () => {
    const ledger = await ledgerOf(locals.service.ledgers, { earlier: params.earlier, later: params.later })
    const asked = parseLedgerQuestion(url.searchParams)
    const table = chosen(ledger.tables, asked.table)
    // A table that there is none of is not passed over: asking for its rows says what there is.
    const file = asked.table ?? table?.file
    const rows = Object.fromEntries(
      await Promise.all(
        fates.map(async (fate) => [
          fate,
          await listRows(locals.service.ledgers, ledger, fate, { table: file, limit: listed }),
        ]),
      ),
    )
    const labels = new Map(
      (await locals.service.values('court', { release: ledger.later.id, language: locals.language })).map((v) => [
        v.code,
        v.label,
      ]),
    )
    return { ledger, table, rows, labels }
  })
