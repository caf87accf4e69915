import script from '../help/worker.js?raw'
import type { RequestHandler } from './$types.js'

/** A worker has a policy of its own: it may ask this server, and nothing else. */
export const GET: RequestHandler = () =>
  new Response(script, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
      'cache-control': 'no-cache',
    },
  })
