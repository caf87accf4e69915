import { writeFile } from 'node:fs/promises'
import { Command, Option } from '@commander-js/extra-typings'
import { languages } from '#catalog'
import type { Result } from '#query'
import { toCsv, toDocument, toTextTable } from '#render'
import type { Context } from '../context.ts'

const writers = {
  table: toTextTable,
  csv: toCsv,
  json: (result: Result) => `${JSON.stringify(toDocument(result), null, 2)}\n`,
} as const

export function queryCommand(context: Context) {
  return new Command('query')
    .description('answer a query: measures by dimensions under filters, as of a release')
    .argument('<query>', 'the query string, the same as in an address of the site')
    .addOption(
      new Option('--format <name>', 'how to print it')
        .choices(['table', 'json', 'csv'] as const)
        .default('table' as const),
    )
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
      const text = writers[format](result)
      if (options.out === undefined) context.out(text)
      else await writeFile(options.out, text)
      if (format === 'json') return
      for (const note of result.notes) context.talk(`note: ${note.text}`)
      const { release } = result.origin
      context.talk(`release ${release.id}, as of ${release.as_of} · receipt ${result.receipt}`)
    })
}
