import { writeFile } from 'node:fs/promises'
import { Argument, Command, Option } from '@commander-js/extra-typings'
import { languages } from '#catalog'
import { reportFormats, reports, runReport } from '#report'
import type { Context } from '../context.ts'

export function reportCommand(context: Context) {
  const ids = reports.map((report) => report.id)
  return new Command('report')
    .description('write a report: sentences, tables and a figure from the numbers, as of any day')
    .addArgument(new Argument('<id>', `which report: ${ids.join(', ')}`))
    .option('--as-of <date>', 'the day of the report (default: the last day of the release)')
    .option('--release <id>', 'the release (default: the current one)')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en' as const))
    .addOption(new Option('--format <name>', 'how to write it').choices(reportFormats).default('md' as const))
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to a file')
    .addHelpText(
      'after',
      '\nExamples:\n  opendocket report pd_closures --as-of 2012-06-28\n  opendocket report pd_closures --lang es --format html --out informe.html',
    )
    .action(async (id, options) => {
      const { asOf, release, lang: language } = options
      const format = options.json === true ? 'json' : options.format
      const text = await runReport(context.open(), id, { asOf, release, language, format })
      if (options.out === undefined) context.out(text)
      else await writeFile(options.out, text)
    })
}
