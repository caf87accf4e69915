import { explorerLoad } from '../../../src/web/explorer/load.ts'
import type { PageServerLoad } from './$types.js'
import { pdEvents } from './events.ts'
import { pdClosuresTool } from './pd_closures.ts'

export const load: PageServerLoad = ({ locals, url }) =>
  explorerLoad({ service: locals.service, tool: pdClosuresTool, events: pdEvents, url, language: locals.language })
