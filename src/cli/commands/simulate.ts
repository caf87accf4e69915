import { Command, Option } from '@commander-js/extra-typings'
import { UsageError } from '#errors'
import type { Context } from '../context.ts'
import { ProgressLine } from '../progress.ts'

function number(name: string, text: string, least: number, most: number): number {
  const n = Number(text)
  if (Number.isFinite(n) && n >= least && n <= most) return n
  throw new UsageError(`this is no number for --${name}: ${text}`, {
    code: 'bad-number',
    value: text,
    allowed: `from ${least} to ${most}`,
  })
}

export function simulateCommand(context: Context) {
  return new Command('simulate')
    .description('write a synthetic release in EOIR’s format, and beside it what a correct ingest must count')
    .argument('<out>', 'the zip to write; the truth goes to <out>.truth.json')
    .addOption(
      new Option('--scenario <name>', 'what to imitate')
        .choices(['sample', 'july-2012', 'national'] as const)
        .default('sample' as const),
    )
    .option('--cases <n>', 'number of cases (sample, national)', (n) => number('cases', n, 100, 20_000_000))
    .option('--seed <n>', 'the same seed gives the same release', (n) => number('seed', n, 0, 2 ** 32 - 1), 1)
    .option('--as-of <date>', 'last date that the release covers (sample, national)')
    .option('--dirt <rate>', 'share of rows with a defect; 0 for none', (n) => number('dirt', n, 0, 0.5))
    .option('--after <previous.zip>', 'write the release of the month after this one (national)')
    .option('--json', 'end with one JSON document')
    .action(async (out, options) => {
      const { json, ...wanted } = options
      const line = new ProgressLine(context)
      const { simulate } = await import('../../simulate/index.ts')
      const done = await simulate({ out, ...wanted }, { progress: (at, total, label) => line.draw(at, total, label) })
      line.clear()
      if (json === true) context.out(`${JSON.stringify(done, null, 2)}\n`)
      else
        context.talk(
          `Wrote ${done.out}: ${done.rows.toLocaleString('en')} synthetic rows in ${done.seconds.toFixed(1)} s. The truth is in ${done.truth}.`,
        )
    })
}
