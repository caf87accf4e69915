import { picture } from '../chart/picture.ts'
import type { Files } from '../files.ts'
import { needed } from './download.ts'
import type { ExplorerInput } from './ground.ts'
import { explorerPage } from './page.ts'

interface Drawn {
  readonly svg: string
  /** The name of the file, without its ending. */
  readonly name: string
}

async function drawn(input: ExplorerInput, ending: string): Promise<Drawn> {
  const url = new URL(input.url)
  url.pathname = url.pathname.slice(0, -ending.length)
  const page = await explorerPage({ ...input, url })
  const { source, receipt } = page.take
  const svg = picture(page.figure, { source, receipt, empty: page.empty?.lines.join(' ') }, input.language)
  return { svg, name: `${input.tool.id}_${page.release.id}` }
}

function fileOf(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `inline; filename="${name}"`,
      'access-control-allow-origin': '*',
    },
  })
}

/** The figure of a view as an SVG that stands alone, with its source line and receipt. */
export async function pictureOf(input: ExplorerInput): Promise<Response> {
  const { svg, name } = await drawn(input, '.svg')
  return fileOf(svg, 'image/svg+xml; charset=utf-8', `${name}.svg`)
}

/** The same as PNG, drawn by the server's own Chromium for readers without scripts. */
export async function drawnPictureOf(input: ExplorerInput, files: Files | undefined): Promise<Response> {
  const { svg, name } = await drawn(input, '.png')
  return fileOf(new Uint8Array(await needed(files).png(svg)), 'image/png', `${name}.png`)
}
