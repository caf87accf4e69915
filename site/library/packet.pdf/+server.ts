import { UsageError } from '#errors'
import { explained } from '../../../src/web/explained.ts'
import { printedAs } from '../../../src/web/printed.ts'
import { packetFor } from '../packet/packet.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, url }) =>
  explained(async () => {
    if (packetFor(url.searchParams, locals.language).entries.length === 0) {
      throw new UsageError('a packet without documents', {
        code: 'empty-packet',
        allowed: 'id=… for each verified document of the library',
        hint: 'choose documents on /library/packet',
      })
    }
    return printedAs('/library/packet', 'opendocket-packet', url, locals)
  })
