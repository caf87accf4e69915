import { answered } from '../../../src/web/answered.ts'
import { profilePage } from '../../../src/web/profile/load.ts'
import { timeline, tools } from '../../index.ts'
import type { PageServerLoad } from './$types.js'
import { courtProfile } from './court.ts'

export const load: PageServerLoad = async ({ locals, url }) => ({
  profile: await answered(() =>
    profilePage({
      service: locals.service,
      profile: courtProfile,
      tools,
      events: timeline,
      url,
      language: locals.language,
    }),
  ),
})
