import { explained } from '../../src/web/explained.ts'
import { eventsFor, readAsked } from '../calendar/collection.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ url }) =>
  explained(async () => {
    const events = eventsFor(readAsked(url.searchParams))
    return new Response(`${JSON.stringify({ count: events.length, events }, null, 2)}\n`, {
      headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
    })
  })
