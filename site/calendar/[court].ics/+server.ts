import { explained } from '../../../src/web/explained.ts'
import { courtOf, feed, readAsked } from '../collection.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, params, url }) =>
  explained(async () =>
    feed({ ...readAsked(url.searchParams), court: courtOf(params.court) }, url.origin, locals.language),
  )
