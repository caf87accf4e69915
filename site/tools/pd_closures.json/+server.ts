import { explained } from '../../../src/web/explained.ts'
import { jsonDownload } from '../../../src/web/explorer/download.ts'
import { pdEvents } from '../pd_closures/events.ts'
import { pdClosuresTool } from '../pd_closures/pd_closures.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, url }) =>
  explained(() =>
    jsonDownload({ service: locals.service, tool: pdClosuresTool, events: pdEvents, url, language: locals.language }),
  )
