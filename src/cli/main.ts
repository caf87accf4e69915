import { Command, CommanderError } from '@commander-js/extra-typings'
import { OpendocketError } from '#errors'
import { compareCommand } from './commands/compare.ts'
import { explainCommand } from './commands/explain.ts'
import { ingestCommand } from './commands/ingest.ts'
import { libraryCommand } from './commands/library.ts'
import { queryCommand } from './commands/query.ts'
import { releasesCommand } from './commands/releases.ts'
import { reportCommand } from './commands/report.ts'
import { serveCommand } from './commands/serve.ts'
import { simulateCommand } from './commands/simulate.ts'
import { startCommand } from './commands/start.ts'
import { updateCommand } from './commands/update.ts'
import { verifyCommand } from './commands/verify.ts'
import { type Context, processContext } from './context.ts'

const version = '0.1.0'

const commands = [
  startCommand,
  updateCommand,
  ingestCommand,
  queryCommand,
  reportCommand,
  compareCommand,
  explainCommand,
  verifyCommand,
  releasesCommand,
  libraryCommand,
  serveCommand,
  simulateCommand,
]

/** `--data DIR` may stand before or after the command: it is taken out first. */
function takeData(args: readonly string[]): { data: string | undefined; rest: string[] } {
  const rest: string[] = []
  let data: string | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--data') data = args[++i]
    else if (arg.startsWith('--data=')) data = arg.slice('--data='.length)
    else rest.push(arg)
  }
  return { data, rest }
}

/** A thread that waits for a disk that never answers would keep the process for ever. */
function leaveInAnyCase(): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), 10_000).unref()
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof OpendocketError) {
    process.stderr.write(`${error.explain()}\n`)
    if (error.facts.code === 'stalled') leaveInAnyCase()
    return error.exitCode
  }
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write('\nStopped. Nothing half-done stays.\n')
    return 130
  }
  process.stderr.write(
    `This is a bug in opendocket: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 1
}

/** The whole command line, for a context; nothing runs yet. */
export function createProgram(context: Context) {
  const program = new Command('opendocket')
    .description('numbers of the U.S. immigration courts: each with its definition, base, date, release and receipt')
    .version(version)
    .option(
      '--data <dir>',
      'where releases and people’s things lie (default: OPENDOCKET_DATA, else the XDG data directory)',
    )
  for (const command of commands) program.addCommand(command(context))
  const all = [program, ...program.commands, ...program.commands.flatMap((c) => c.commands)]
  for (const command of all) command.exitOverride().showSuggestionAfterError()
  return program
}

/** Runs the command line and returns the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { data, rest } = takeData(args)
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const context = processContext(() => data, stop.signal)
  try {
    await createProgram(context).parseAsync(rest, { from: 'user' })
    return context.exitCode()
  } catch (error) {
    return report(error)
  } finally {
    await context.close()
  }
}
