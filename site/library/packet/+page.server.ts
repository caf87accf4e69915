import { answered } from '../../../src/web/answered.ts'
import { listFor } from '../list.ts'
import type { PageServerLoad } from './$types.js'
import { isFit, packetFor } from './packet.ts'

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => {
    const packet = packetFor(url.searchParams, locals.language)
    const isAsked = packet.entries.length + packet.left.length > 0
    // The list that is chosen from is asked for like any other, without the words of a packet.
    const params = new URLSearchParams(url.searchParams)
    for (const word of ['id', 'title']) params.delete(word)
    return {
      ...packet,
      isAsked,
      origin: url.origin,
      choices: isAsked
        ? []
        : listFor(params)
            .records.filter(isFit)
            .map(({ id, title, issuer }) => ({ id, name: title, issuer })),
    }
  })
