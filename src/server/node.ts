import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

function headersOf(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (name.startsWith(':') || value === undefined) continue
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one)
  }
  return headers
}

/** A request of Node's http server as a web `Request`. Reads no body: what is answered here is asked with GET or HEAD. */
export function webRequest(incoming: IncomingMessage, origin: string): Request {
  return new Request(new URL(incoming.url ?? '/', origin), {
    method: incoming.method ?? 'GET',
    headers: headersOf(incoming),
  })
}

/** Sends a web `Response` through Node's http server. */
export async function send(response: Response, outgoing: ServerResponse, head = false): Promise<void> {
  outgoing.statusCode = response.status
  response.headers.forEach((value, name) => {
    outgoing.setHeader(name, value)
  })
  if (response.body === null || head) {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  await pipeline(Readable.from(response.body), outgoing)
}
