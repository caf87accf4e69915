import type { QueryService } from '../../src/query/service.ts'
import { answered } from '../../src/web/answered.ts'
import { problemOf } from '../../src/web/problem.ts'
import type { PageServerLoad } from './$types.js'

/** The current release, unless this version cannot read it. */
async function currentId(service: QueryService): Promise<string | undefined> {
  if ((await service.unreadable()).length === 0) return (await service.release()).id
  return (await service.release().catch(() => undefined))?.id
}

export const load: PageServerLoad = ({ locals }) =>
  answered(async () => ({
    pairs: await locals.service.ledgers.pairs(),
    current: await currentId(locals.service),
    unreadable: (await locals.service.unreadable()).flatMap((error) => problemOf(error, locals.language) ?? []),
    releases: (await locals.service.releases()).map(({ id, as_of, synthetic, sha256, published_at, whole }) => ({
      id,
      as_of,
      synthetic,
      sha256,
      published_at,
      coming: whole === false,
    })),
  }))
