import { once } from 'node:events'
import { UsageError } from '#errors'
import { createApi } from '../server/api.ts'
import { buildSite, serve } from '../server/serve.ts'
import type { Context } from './context.ts'

/** A port as written on the command line. */
export function parsePort(text: string): number {
  const n = Number(text)
  if (/^\d{1,5}$/.test(text) && n <= 65_535) return n
  throw new UsageError(`this is no port: ${text}`, { code: 'bad-port', value: text, allowed: '0 to 65535' })
}

/** Serves the site and the API until the process is told to stop; the address is the last line said. */
export async function serveUntilStopped(context: Context, options: { host: string; port: number }): Promise<void> {
  const service = context.open()
  const release = await service.release()
  for (const error of await service.unreadable()) context.talk(error.explain())
  const { dir } = await buildSite({ say: context.talk })
  const serving = await serve({
    service,
    api: createApi(service),
    host: options.host,
    port: options.port,
    buildDir: dir,
  })
  context.talk(
    `Serving release ${release.id}, as of ${release.as_of}${release.synthetic ? ' (synthetic)' : ''}. Ctrl-C stops.`,
  )
  context.out(`${serving.url}\n`)
  if (!context.signal.aborted) await once(context.signal, 'abort')
  await serving.close()
}
