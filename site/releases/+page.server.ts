import { answered } from '../../src/web/answered.ts'
import type { PageServerLoad } from './$types.js'

export const load: PageServerLoad = ({ locals }) =>
  answered(async () => ({
    pairs: await locals.service.ledgers.pairs(),
    current: (await locals.service.release()).id,
    releases: (await locals.service.releases()).map(({ id, as_of, synthetic, sha256, published_at }) => ({
      id,
      as_of,
      synthetic,
      sha256,
      published_at,
    })),
  }))
