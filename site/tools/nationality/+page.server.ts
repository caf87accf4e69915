import { answered } from '../../../src/web/answered.ts'
import { profilePage } from '../../../src/web/profile/load.ts'
import { timeline, tools } from '../../index.ts'
import type { PageServerLoad } from './$types.js'
import { nationalityProfile } from './nationality.ts'

export const load: PageServerLoad = async ({ locals, url }) => ({
  profile: await answered(() =>
    profilePage({
      service: locals.service,
      profile: nationalityProfile,
      tools,
      events: timeline,
      url,
      language: locals.language,
    }),
  ),
})
