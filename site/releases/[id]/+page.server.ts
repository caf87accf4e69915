import { answered } from '../../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals, params }) =>
  answered(async () => {
    const { id, as_of, synthetic, sha256, whole } = await locals.service.release(params.id)
    const pairs = (await locals.service.ledgers.pairs()).filter((pair) => pair.earlier === id || pair.later === id)
    const { downloads: files } = locals.service
    return {
      pairs,
      files,
      shown: { id, as_of, synthetic, sha256, coming: whole === false },
      account: await locals.service.account(id),
    }
  })
