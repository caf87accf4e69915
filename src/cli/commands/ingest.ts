import { Command } from '@commander-js/extra-typings'
import { catalog } from '#definitions'
import { type IngestOutcome, ingest } from '#ingest'
import { textTable } from '#render'
import type { Context } from '../context.ts'
import { ingestTalk } from '../progress.ts'
import { parseThreads } from '../threads.ts'

/** The one document that `--json` ends with. */
function document({ manifest, built }: IngestOutcome) {
  const { release, tables, checks, repairs, first_seconds, seconds, peak_rss_bytes } = manifest
  const { id, as_of, synthetic, sha256 } = release
  return {
    release: { id, as_of, synthetic, sha256 },
    tables,
    checks,
    repairs,
    built,
    first_seconds,
    seconds,
    peak_rss_bytes,
  }
}

function accounts({ manifest }: IngestOutcome): string {
  const number = (n: number | null): string => (n === null ? '–' : n.toLocaleString('en'))
  const rows = Object.entries(manifest.tables)
    .filter(([, a]) => a.rows_in > 0)
    .toSorted(([, a], [, b]) => b.rows_in - a.rows_in)
    .map(([name, a]) => [
      name,
      ...[a.rows_in, a.rows_loaded, a.rows_repaired, a.rows_rejected, a.rows_expected, a.lines_in].map(number),
    ])
  return textTable(['table', 'rows in', 'loaded', 'repaired', 'rejected', 'Count.txt', 'lines'], rows, [
    false,
    true,
    true,
    true,
    true,
    true,
    true,
  ])
}

function sayOutcome(context: Context, outcome: IngestOutcome): void {
  const { release, checks, seconds } = outcome.manifest
  const label = `release ${release.id}, as of ${release.as_of}${release.synthetic ? ', synthetic' : ''}`
  if (!outcome.built) {
    context.talk(`Already published: ${label}. Nothing to do.`)
    return
  }
  context.out(accounts(outcome))
  const { carried } = release
  if (carried !== undefined)
    context.talk(
      `${catalog.carry?.name.en ?? ''} carried over from release ${carried.release}: ${carried.used.toLocaleString('en')} of ${carried.kept.toLocaleString('en')}, those whose end still stands.`,
    )
  for (const check of checks) if (check.level !== 'ok') context.talk(`${check.level}: ${check.message}`)
  context.talk(`Published ${label}, in ${seconds.toFixed(1)} s. Every row is loaded or rejected, and accounted for.`)
}

export function ingestCommand(context: Context) {
  return new Command('ingest')
    .description('read a release into numbers: every row loaded or rejected, and accounted for')
    .argument('<release>', 'the zip that EOIR publishes, or a folder with its files')
    .option('--id <id>', 'name of the release (default: year and month of the folder inside, such as 2026-10)')
    .option('--as-of <date>', 'last date that the release covers (default: the last plausible date in it)')
    .option('--threads <n>', 'threads of the engine', parseThreads)
    .option('--memory <size>', 'most memory to take, such as 2GB; of less than 1GB the program itself may take more')
    .option('--first-numbers', 'publish the first numbers before the whole, also of a small release')
    .option('--accept-repairs', 'go on when more rows are repaired or rejected than is usual')
    .option('--no-carry', 'take nothing over from older releases that this one lacks (PD terminations, code I)')
    .option('--json', 'end with one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  opendocket ingest "EOIR Case Data.zip"\n  opendocket ingest release.zip --id 2026-10 --json\n\nExit codes: 0 published, 1 not readable or no room, 3 checks failed (not published), 5 no such file,\n75 another ingest runs, a disk hangs, or the release was changed meanwhile',
    )
    .action(async (release, options) => {
      const outcome = await ingest({
        catalog,
        input: release,
        dataDir: context.dataDir(),
        id: options.id,
        asOf: options.asOf,
        threads: options.threads,
        memory: options.memory,
        acceptRepairs: options.acceptRepairs,
        twoLanesFrom: options.firstNumbers === true ? 0 : undefined,
        carry: options.carry,
        onEvent: ingestTalk(context),
        signal: context.signal,
      })
      if (options.json === true) context.out(`${JSON.stringify(document(outcome), null, 2)}\n`)
      else sayOutcome(context, outcome)
    })
}
