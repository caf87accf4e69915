import { Command, Option } from '@commander-js/extra-typings'
import { languages } from '#catalog'
import { toComparedDocument, toComparedTable } from '#render'
import type { Context } from '../context.ts'

export function compareCommand(context: Context) {
  return new Command('compare')
    .description('lead from one definition to another: what is counted by one and not by the other, and why')
    .argument('<measure>', 'a measure')
    .argument('<other>', 'another definition of it, or any count of the same things')
    .argument('[query]', 'filters, a period, and `by` for a dimension to tell it by')
    .addOption(new Option('--lang <language>', 'language of reasons').choices(languages).default('en' as const))
    .option('--json', 'one JSON document')
    .addHelpText(
      'after',
      "\nExamples:\n  opendocket compare closures closures@eoir 'from=FY2012&to=FY2012'\n  opendocket compare pending pending@quick 'court=LOS'",
    )
    .action(async (from, to, query, options) => {
      const words = new URLSearchParams(query ?? '')
      words.set('measures', `${from},${to}`)
      const compared = await context.open().compare(words.toString(), options.lang)
      if (options.json === true) {
        context.out(`${JSON.stringify(toComparedDocument(compared), null, 2)}\n`)
        return
      }
      context.out(toComparedTable(compared))
      for (const note of compared.notes) context.talk(`note: ${note.text}`)
      context.talk(`release ${compared.release.id}, as of ${compared.release.as_of} · receipt ${compared.receipt}`)
    })
}
