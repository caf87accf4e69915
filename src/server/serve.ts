import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { OpendocketError, UsageError } from '#errors'
import type { QueryService } from '../query/service.ts'
import { compressed } from '../web/compress.ts'
import type { Files } from '../web/files.ts'
import { send, webRequest } from './node.ts'

export { buildSite } from './build.ts'

/** Anything that answers web requests: the Hono app of `api.ts`. */
export interface Api {
  fetch(request: Request): Response | Promise<Response>
}

export interface ServeOptions {
  readonly service: QueryService
  readonly api: Api
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** The folder that `buildSite` made. */
  readonly buildDir: string
}

export interface Serving {
  readonly url: string
  close(): Promise<void>
}

/** Files that only the server can write; what writes them is loaded when it is first asked for. `own`: where it listens. */
function filesOf(own: () => string): Files {
  return {
    xlsx: async (sheets) => (await import('./result-files.ts')).toWorkbook(sheets),
    parquet: async (result) => (await import('./result-files.ts')).toParquet(result),
    png: async (svg) => (await import('#print')).drawPicture(svg),
    pdf: async (url) => (await import('#print')).printPage({ url, server: own() }),
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

const machinePaths = /^\/(api\/|healthz$|readyz$)/

function handlerIn(module: unknown): Handler | undefined {
  if (typeof module !== 'object' || module === null || !('handler' in module)) return undefined
  const { handler } = module
  if (typeof handler !== 'function') return undefined
  return (request, response, next) => {
    Reflect.apply(handler, undefined, [request, response, next])
  }
}

/** Loads the built site. What it needs from us must hang on `globalThis` before. */
async function loadSite(buildDir: string): Promise<Handler> {
  process.env['PROTOCOL_HEADER'] ??= 'x-forwarded-proto'
  const file = join(buildDir, 'handler.js')
  const unreadable = (cause: unknown) =>
    new OpendocketError(
      `The built site in ${buildDir} could not be read.`,
      { code: 'build-unreadable', value: file, hint: 'delete that folder and start again: it will be built anew' },
      { cause },
    )
  const module: unknown = await import(pathToFileURL(file).href).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  const handler = handlerIn(module)
  if (handler === undefined) throw unreadable(undefined)
  return handler
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const value = `${host}:${port}`
  if (error.code === 'EADDRINUSE') {
    return new UsageError(`Port ${port} is in use by another program.`, {
      code: 'port-in-use',
      value,
      allowed: 'any free port from 1024 to 65535, or 0 for one that is free',
      hint: `try --port ${port + 1}, or stop the other program`,
    })
  }
  if (error.code === 'EACCES') {
    return new UsageError(`This user may not listen on port ${port}.`, {
      code: 'port-forbidden',
      value,
      allowed: 'ports from 1024 to 65535',
      hint: 'try --port 8080',
    })
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new UsageError(`${host} is no address of this machine.`, {
      code: 'host-unknown',
      value,
      allowed: '127.0.0.1 (this machine only) or 0.0.0.0 (everyone who can reach it)',
      hint: 'try --host 127.0.0.1',
    })
  }
  return error
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(portError(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      if (address === null || typeof address === 'string') fail(new Error('no address'))
      else done(address)
    })
  })
}

/** Under which address this machine itself reaches a server that listens there. */
function reachedAt(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

async function answerByApi(api: Api, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const web = webRequest(request, `http://${request.headers.host ?? 'localhost'}`)
  await send(compressed(await api.fetch(web), web.headers.get('accept-encoding')), response, request.method === 'HEAD')
}

function failed(response: ServerResponse, error: unknown): void {
  console.error(error)
  if (response.headersSent) return void response.destroy()
  response.statusCode = 500
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  response.end('Something broke on our side. The data are safe.\n')
}

/** Serves the site and the API until closed. */
export async function serve(options: ServeOptions): Promise<Serving> {
  Reflect.set(globalThis, Symbol.for('opendocket.service'), options.service)
  Reflect.set(globalThis, Symbol.for('opendocket.api'), options.api)
  let own = ''
  const files = filesOf(() => own)
  Reflect.set(globalThis, Symbol.for('opendocket.files'), files)
  const site = await loadSite(options.buildDir)
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    if (machinePaths.test(path)) {
      answerByApi(options.api, request, response).catch((error: unknown) => failed(response, error))
      return
    }
    request.headers['x-forwarded-proto'] ??= 'http'
    site(request, response, () => {
      response.statusCode = 404
      response.end()
    })
  })
  const address = await listen(server, options.host, options.port)
  own = `${reachedAt(options.host)}:${address.port}`
  return {
    url: `http://${nameOf(options.host)}:${address.port}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error === undefined ? done() : fail(error)))
        server.closeAllConnections()
      }),
  }
}
