import { answered } from '../../../src/web/answered.ts'
import { reportPage } from '../shown.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => reportPage('recalendared', locals.service, locals.language, url))
