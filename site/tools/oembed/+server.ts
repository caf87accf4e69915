import { UsageError } from '#errors'
import { languageOf, pathIn } from '../../../src/web/address.ts'
import { explained } from '../../../src/web/explained.ts'
import { toolIn } from '../../../src/web/explorer/take.ts'
import { findTool } from '../find.ts'
import type { RequestHandler } from './$types.js'

function addressIn(text: string | null, origin: string): URL {
  const address = text === null ? null : URL.parse(text, origin)
  if (address !== null && address.origin === origin && toolIn(address.pathname) !== undefined) return address
  throw new UsageError('This address cannot be embedded.', {
    code: 'not-embeddable',
    value: text ?? '(none)',
    allowed: `the address of a tool of this site: ${origin}/tools/pd_closures?court=LOS`,
  })
}

function sizeOf(text: string | null, usual: number): number {
  const asked = Number(text)
  return Number.isInteger(asked) && asked >= 200 && asked < usual ? asked : usual
}

/** How other sites embed a view (oembed.com): `?url=` is the address of the view. */
export const GET: RequestHandler = ({ url }) =>
  explained(async () => {
    if (url.searchParams.get('format') === 'xml') return new Response('Only JSON is given.\n', { status: 501 })
    const address = addressIn(url.searchParams.get('url'), url.origin)
    const language = languageOf(address.pathname)
    const tool = findTool(toolIn(address.pathname) ?? '')
    const [width, height] = [
      sizeOf(url.searchParams.get('maxwidth'), 860),
      sizeOf(url.searchParams.get('maxheight'), 460),
    ]
    const source = `${url.origin}${pathIn(`/tools/${tool.id}/embed`, language)}${address.search}`
    const safe = source.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
    const title = tool.title[language]
    return Response.json(
      {
        version: '1.0',
        type: 'rich',
        provider_name: 'opendocket',
        provider_url: url.origin,
        title,
        width,
        height,
        cache_age: 3600,
        html: `<iframe src="${safe}" title="${title}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
      },
      { headers: { 'access-control-allow-origin': '*' } },
    )
  })
