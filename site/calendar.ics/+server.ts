import { explained } from '../../src/web/explained.ts'
import { feed, readAsked } from '../calendar/collection.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, url }) =>
  explained(async () => feed(readAsked(url.searchParams), url.origin, locals.language))
