import script from '../help/keep.js?raw'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = () =>
  new Response(script, {
    headers: { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' },
  })
