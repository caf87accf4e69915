import { Command } from '@commander-js/extra-typings'
import type { Context } from '../context.ts'
import { parsePort, serveUntilStopped } from '../serving.ts'

export function serveCommand(context: Context) {
  return new Command('serve')
    .description('serve the site and the API')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 takes a free one', parsePort, 8080)
    .action((options) => serveUntilStopped(context, options))
}
