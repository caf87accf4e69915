import { Command, Option } from '@commander-js/extra-typings'
import { fates, type Ledger } from '#catalog'
import { catalog } from '#definitions'
import { NotFoundError } from '#errors'
import { compareReleases, folders, LedgerFiles, pairOf, readPublished, takeLock } from '#ingest'
import { ledgerOf, listRows, parseLedgerQuestion } from '#query'
import { ledgerCsv, textTable } from '#render'
import type { Context } from '../context.ts'

interface CompareOptions {
  readonly rows?: string | undefined
  readonly table?: string | undefined
  readonly limit?: string | undefined
  readonly threads?: number | undefined
  readonly memory?: string | undefined
  readonly json?: true | undefined
}

/** Compares two published releases, unless that was done. */
async function compared(context: Context, ids: readonly [string, string], options: CompareOptions): Promise<Ledger> {
  const dataDir = context.dataDir()
  const published = await readPublished(dataDir)
  if (published === undefined)
    throw new NotFoundError('no release is published yet', {
      code: 'no-release',
      value: dataDir,
      hint: 'ingest one: opendocket ingest RELEASE.zip',
    })
  const pair = await pairOf(dataDir, published, ids)
  const library = new LedgerFiles(catalog, dataDir)
  const known = await library.find(...ids)
  if (known !== undefined) return known
  const unlock = await takeLock(folders(dataDir).lock)
  try {
    await compareReleases(pair, {
      catalog,
      dataDir,
      threads: options.threads,
      memory: options.memory,
      signal: context.signal,
      onPair: (name) => context.talk(`Comparing releases ${name}`),
    })
  } finally {
    unlock()
  }
  return ledgerOf(library, { earlier: ids[0], later: ids[1] })
}

function totals(ledger: Ledger): string {
  const number = (n: number): string => n.toLocaleString('en')
  const line = (name: string, t: Pick<Ledger['tables'][number], 'before' | 'after' | 'rows'>): string[] => [
    name,
    number(t.before),
    ...fates.map((fate) => number(t.rows[fate])),
    number(t.after),
  ]
  const sum = (of: 'before' | 'after'): number => ledger.tables.reduce((all, t) => all + t[of], 0)
  const rows = [
    ...ledger.tables.map((t) => line(t.file, t)),
    line('all', { before: sum('before'), after: sum('after'), rows: ledger.totals }),
  ]
  return textTable(['table', 'before', ...fates, 'after'], rows, [false, true, true, true, true, true, true])
}

async function run(context: Context, ids: readonly [string, string], options: CompareOptions): Promise<void> {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries({ rows: options.rows, table: options.table, limit: options.limit }))
    if (value !== undefined) asked.set(name, value)
  const { fate, ...which } = parseLedgerQuestion(asked)
  const ledger = await compared(context, ids, options)
  if (fate === undefined) {
    context.out(options.json === true ? `${JSON.stringify(ledger, null, 2)}\n` : totals(ledger))
    return
  }
  const rows = await listRows(new LedgerFiles(catalog, context.dataDir()), ledger, fate, which)
  context.out(options.json === true ? `${JSON.stringify(rows, null, 2)}\n` : ledgerCsv(rows))
}

/** `opendocket releases compare A B`. */
export function compareCommand(context: Context) {
  return new Command('compare')
    .description('what became of every row from one release to a later one: added, changed, vanished, returned')
    .argument('<earlier>', 'id of the earlier release')
    .argument('<later>', 'id of the later release')
    .addOption(new Option('--rows <fate>', 'list the rows that met this fate, as CSV').choices(fates))
    .option('--table <name>', 'only of this table: B_TblProceeding')
    .option('--limit <n>', 'at most so many rows (default 1000)')
    .option('--threads <n>', 'threads of the engine', (n) => Math.max(1, Number.parseInt(n, 10) || 2))
    .option('--memory <size>', 'most memory to take, such as 2GB; of less than 1GB the program itself may take more')
    .option('--json', 'one JSON document')
    .addHelpText(
      'after',
      '\nReleases next to each other are compared when they are ingested; any two can be compared here, and the page\n/releases/EARLIER..LATER then shows it.\n\nExamples:\n  opendocket releases compare 2026-09 2026-10\n  opendocket releases compare 2026-09 2026-10 --rows vanished --table B_TblProceeding',
    )
    .action((earlier, later, options) => run(context, [earlier, later], options))
}
