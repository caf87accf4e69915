import { writeFile } from 'node:fs/promises'
import { Argument, Command, Option } from '@commander-js/extra-typings'
import { languages } from '#catalog'
import { UsageError } from '#errors'
import { printHtml } from '#print'
import type { QueryService } from '#query'
import { type ReportOptions, reportFormats, reports, runReport } from '#report'
import type { Context } from '../context.ts'

async function printedReport(service: QueryService, id: string, options: ReportOptions): Promise<Uint8Array> {
  return printHtml(await runReport(service, id, { ...options, format: 'html' }))
}

function noPlace(): UsageError {
  return new UsageError('a PDF is no text for a terminal', {
    code: 'no-out-file',
    value: '--format pdf',
    allowed: '--format pdf --out FILE',
  })
}

export function reportCommand(context: Context) {
  const ids = reports.map((report) => report.id)
  return new Command('report')
    .description('write a report: sentences, tables and a figure from the numbers, as of any day')
    .addArgument(new Argument('<id>', `which report: ${ids.join(', ')}`))
    .option('--as-of <date>', 'the day of the report (default: the last day of the release)')
    .option('--release <id>', 'the release (default: the current one)')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en' as const))
    .addOption(
      new Option('--format <name>', 'how to write it')
        .choices([...reportFormats, 'pdf'] as const)
        .default('md' as const),
    )
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to a file')
    .addHelpText(
      'after',
      '\nExamples:\n  opendocket report pd_closures --as-of 2012-06-28\n  opendocket report pd_closures --lang es --format html --out informe.html\n  opendocket report pd_closures --format pdf --out report.pdf',
    )
    .action(async (id, options) => {
      const { asOf, release, lang: language } = options
      const format = options.json === true ? 'json' : options.format
      if (format === 'pdf') {
        if (options.out === undefined) throw noPlace()
        await writeFile(options.out, await printedReport(context.open(), id, { asOf, release, language }))
        return
      }
      const text = await runReport(context.open(), id, { asOf, release, language, format })
      if (options.out === undefined) context.out(text)
      else await writeFile(options.out, text)
    })
}
