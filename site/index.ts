import type { Tool } from '#catalog'
import { pdClosuresTool } from './tools/pd_closures/pd_closures.ts'

/** The tools of the site, in the order of their list. */
export const tools: readonly Tool[] = [pdClosuresTool]
