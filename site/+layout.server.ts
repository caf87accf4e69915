import type { ReleaseInfo } from '../src/query/result.ts'
import type { QueryService } from '../src/query/service.ts'
import { languageOf, plainPath } from '../src/web/address.ts'
import { fixed } from '../src/web/explorer/take.ts'
import { problemOf } from '../src/web/problem.ts'
import { qrOf } from '../src/web/qr.ts'
import type { LayoutServerLoad } from './$types.js'
import { profiles } from './index.ts'

const rooms = ['tools', 'reports', 'library', 'calendar', 'queries', 'data', 'methods', 'releases'] as const
export type Room = (typeof rooms)[number]

const pages = Object.keys(import.meta.glob('./*/+page.svelte'))

/** The rooms that have a page of their own. */
const open = rooms.filter((room) => pages.includes(`./${room}/+page.svelte`))

async function currentRelease(service: QueryService, id: string | null): Promise<ReleaseInfo | undefined> {
  try {
    return await service.release(id ?? undefined)
  } catch (error) {
    if (problemOf(error) === undefined) throw error
    return undefined
  }
}

/** The address that stands for a page and all views of it. Each court and nationality has a profile of its own. */
function canonical(url: URL): string {
  const path = plainPath(url.pathname)
  const own = profiles.find(({ id }) => path === `/tools/${id}`)?.dimension
  const member = own === undefined ? null : url.searchParams.get(own)
  return url.origin + url.pathname + (member === null ? '' : `?${own}=${encodeURIComponent(member)}`)
}

/** The address that a printed page bears: where numbers stand on it, with their release fixed. */
function onPaper(url: URL, release: ReleaseInfo | undefined): string {
  const bearsNumbers = /^\/(tools|reports)\/[a-z_]+$/.test(plainPath(url.pathname))
  return bearsNumbers && release !== undefined ? fixed(url, url.search, release.id) : url.href
}

export const load: LayoutServerLoad = async ({ locals, url }) => {
  const release = await currentRelease(locals.service, url.searchParams.get('release'))
  const address = onPaper(url, release)
  return {
    // Read from the address, so that the layout is made anew when the language changes without a reload.
    language: languageOf(url.pathname),
    canonical: canonical(url),
    paper: { address, qr: qrOf(address) },
    rooms: open,
    release: release === undefined ? undefined : { id: release.id, as_of: release.as_of, synthetic: release.synthetic },
  }
}
