import { picture } from '../chart/picture.ts'
import type { ExplorerInput } from './ground.ts'
import { explorerPage } from './page.ts'

/** The figure of a view as an SVG that stands alone, with its source line and receipt. */
export async function pictureOf(input: ExplorerInput): Promise<Response> {
  const url = new URL(input.url)
  url.pathname = url.pathname.replace(/\.svg$/, '')
  const page = await explorerPage({ ...input, url })
  const { source, receipt } = page.take
  return new Response(picture(page.figure, { source, receipt }, input.language), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-disposition': `inline; filename="${input.tool.id}_${page.release.id}.svg"`,
      'access-control-allow-origin': '*',
    },
  })
}
