import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A real server on this machine whose answers a test lines up; every request is kept. */
export interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly asked: IncomingMessage[]
  /** Answers in order; the last one stays for whatever comes after. */
  answer(...answers: Answer[]): void
}

export async function testServer(): Promise<TestServer> {
  let line: Answer[] = []
  const asked: IncomingMessage[] = []
  const server: Server = createServer((request, response) => {
    asked.push(request)
    const next = line.length > 1 ? line.shift() : line[0]
    if (next === undefined) response.writeHead(500).end()
    else next(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/EOIR%20Case%20Data.zip`,
    asked,
    answer: (...answers) => {
      line = answers
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export interface Served {
  readonly etag?: string
  readonly lastModified?: string
  /** Sends so many bytes of what was asked, then hangs up. */
  readonly breakAfter?: number
  /** Sends so many bytes, then nothing more. */
  readonly stallAfter?: number
  /** Never sends a part. */
  readonly ignoreRange?: boolean
  /** Sends the part that is asked for, whatever If-Range says. */
  readonly ignoreIfRange?: boolean
  /** Says this length instead of the true one. */
  readonly statedLength?: number
  readonly type?: string
  /** Leaves the length out. */
  readonly chunked?: boolean
}

function strong(etag: string | undefined): string | undefined {
  return etag?.startsWith('W/') === true ? undefined : etag
}

function rangeStart(request: IncomingMessage, served: Served): number {
  const [, start] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? []
  const condition = request.headers['if-range']
  const same = condition === strong(served.etag) || condition === served.lastModified
  if (start === undefined || served.ignoreRange === true) return 0
  return same || served.ignoreIfRange === true ? Number(start) : 0
}

function notModified(request: IncomingMessage, { etag, lastModified }: Served): boolean {
  const given = request.headers['if-none-match']
  if (given !== undefined) return etag !== undefined && given.split(', ').includes(etag)
  return lastModified !== undefined && request.headers['if-modified-since'] === lastModified
}

/** A file as a well-behaved server gives it, but for the faults that are named. */
export function file(bytes: Buffer, served: Served = {}): Answer {
  return (request, response) => {
    const about = {
      ...(served.etag !== undefined && { etag: served.etag }),
      ...(served.lastModified !== undefined && { 'last-modified': served.lastModified }),
    }
    if (notModified(request, served)) {
      response.writeHead(304, about).end()
      return
    }
    const start = rangeStart(request, served)
    const body = bytes.subarray(start)
    response.writeHead(start > 0 ? 206 : 200, {
      ...about,
      'content-type': served.type ?? 'application/x-zip-compressed',
      ...(served.chunked !== true && { 'content-length': served.statedLength ?? body.length }),
      ...(start > 0 && { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` }),
    })
    const { breakAfter, stallAfter } = served
    const sent = breakAfter ?? stallAfter
    if (sent === undefined) response.end(body)
    else
      response.write(body.subarray(0, sent), () => breakAfter !== undefined && setTimeout(() => response.destroy(), 50))
  }
}

/** An answer without a file. */
export function status(code: number, headers: Record<string, string> = {}): Answer {
  return (_, response) => void response.writeHead(code, headers).end('no')
}

export function redirect(to: string): Answer {
  return status(302, { location: to })
}
