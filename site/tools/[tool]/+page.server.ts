import { answered } from '../../../src/web/answered.ts'
import { explorerLoad } from '../../../src/web/explorer/load.ts'
import { timeline } from '../../index.ts'
import { findTool } from '../find.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const tool = await answered(() => findTool(params.tool))
  return explorerLoad({ service: locals.service, tool, events: timeline, url, language: locals.language })
}
