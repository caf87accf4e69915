import { Command } from '@commander-js/extra-typings'
import type { Context } from '../context.ts'
import { comparePublished, publishedSummary, publishedTable } from '../published.ts'

export function verifyCommand(context: Context) {
  return new Command('verify')
    .description('re-derive what a receipt names; without one, print our figures beside published ones')
    .argument('[receipt]', 'od1…, with #<row>,<measure> behind it for one cell')
    .option('--release <id>', 'the release to compare with published figures')
    .option('--json', 'one JSON document')
    .addHelpText('after', '\nExit codes: 0 match, 4 mismatch, 5 cannot (the release is not here)')
    .action(async (receipt, options) => {
      if (receipt === undefined) {
        const figures = await comparePublished(context.open(), options.release)
        context.out(options.json === true ? `${JSON.stringify(figures, null, 2)}\n` : publishedTable(figures))
        context.talk(publishedSummary(figures))
        return
      }
      const found = await context.open().verify(receipt)
      if (options.json === true) context.out(`${JSON.stringify(found, null, 2)}\n`)
      else if (found.verdict === 'match')
        context.out(
          `match: ${found.query}${found.value === undefined ? '' : ` = ${found.value}`} (release ${found.release})\n`,
        )
      else context.out(`${found.verdict}: ${found.why}\n`)
      if (found.verdict !== 'match') context.exit(found.verdict === 'mismatch' ? 4 : 5)
    })
}
