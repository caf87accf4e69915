import { writeFile } from 'node:fs/promises'
import { Command, Option } from '@commander-js/extra-typings'
import { languages } from '#catalog'
import { UsageError } from '#errors'
import type { Result } from '#query'
import { toCsv, toDocument, toTextTable } from '#render'
import type { Context } from '../context.ts'

const formats = ['table', 'json', 'csv', 'xlsx', 'parquet'] as const

async function written(result: Result, format: (typeof formats)[number]): Promise<string | Uint8Array> {
  if (format === 'table') return toTextTable(result)
  if (format === 'csv') return toCsv(result)
  if (format === 'json') return `${JSON.stringify(toDocument(result), null, 2)}\n`
  const files = await import('../../server/result-files.ts')
  return format === 'xlsx' ? files.toXlsx(result) : files.toParquet(result)
}

export function queryCommand(context: Context) {
  return new Command('query')
    .description('answer a query: measures by dimensions under filters, as of a release')
    .argument('<query>', 'the query string, the same as in an address of the site')
    .addOption(new Option('--format <name>', 'how to print it').choices(formats).default('table' as const))
    .addOption(
      new Option('--lang <language>', 'language of labels and notes').choices(languages).default('en' as const),
    )
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to a file')
    .addHelpText(
      'after',
      "\nExamples:\n  opendocket query 'measures=pd_closures&by=court&sort=-pd_closures&limit=10&totals=1'\n  opendocket query 'measures=pending&by=month&court=LOS&from=2011-10' --format csv",
    )
    .action(async (query, options) => {
      const result = await context.open().run(query, options.lang)
      const format = options.json === true ? 'json' : options.format
      if (options.out === undefined && (format === 'xlsx' || format === 'parquet')) {
        throw new UsageError(`${format} goes to a file`, {
          code: 'no-file',
          value: format,
          hint: `name it with --out result.${format}`,
        })
      }
      const content = await written(result, format)
      if (options.out !== undefined) await writeFile(options.out, content)
      else if (typeof content === 'string') context.out(content)
      if (format === 'json') return
      for (const note of result.notes) context.talk(`note: ${note.text}`)
      const { release } = result.origin
      context.talk(`release ${release.id}, as of ${release.as_of} · receipt ${result.receipt}`)
    })
}
