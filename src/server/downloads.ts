import { Readable } from 'node:stream'
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { NotFoundError } from '#errors'
import { type Download, type DownloadKind, downloadKinds, type QueryService } from '#query'

const downloadRoute = createRoute({
  method: 'get',
  path: '/api/v1/releases/{id}/{kind}/{file}',
  summary: 'A file of a release: its tables and facts as Parquet, the log of its ingest as CSV',
  description:
    'Tables stand as they were released, each row that could be loaded. Raw rows in the log are cut after 300 characters. Ranges are served.',
  request: {
    params: z.object({
      id: z.string(),
      kind: z.enum(downloadKinds),
      file: z.string().openapi({ example: 'proceeding.parquet' }),
    }),
  },
  responses: {
    200: { description: 'The file.' },
    206: { description: 'A part of it.' },
    304: { description: 'As known.' },
  },
})

function isKind(text: string): text is DownloadKind {
  return downloadKinds.some((kind) => kind === text)
}

/** The first and last byte that a `Range` asks for; undefined: all of it; null: none that there is. */
function rangeOf(header: string | undefined, bytes: number): readonly [number, number] | undefined | null {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (from === '' && to === '') return undefined
  const first = from === '' ? Math.max(0, bytes - Number(to)) : Number(from)
  const last = from === '' || to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  return first <= last ? [first, last] : null
}

async function respond(c: Context, file: Download): Promise<Response> {
  const etag = `"${file.tag}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-type': file.type,
    'content-disposition': `attachment; filename="${file.name}"`,
    'accept-ranges': 'bytes',
  }
  const known = c.req.header('if-none-match')?.split(',') ?? []
  const range = rangeOf(c.req.header('range'), file.bytes)
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === etag) || range === null) {
    await file.handle.close()
    if (range === null) return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` })
    return c.body(null, 304, headers)
  }
  const [start, end] = range ?? [0, file.bytes - 1]
  const body = Readable.toWeb(file.handle.createReadStream({ start, end }))
  const length = { 'content-length': String(end - start + 1) }
  if (range === undefined) return new Response(body, { status: 200, headers: { ...headers, ...length } })
  const part = { 'content-range': `bytes ${start}-${end}/${file.bytes}` }
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...part } })
}

/** Adds `/api/v1/releases/<id>/tables/<table>.parquet`, `…/facts/<fact>.parquet` and `…/log/<part>.csv`. */
export function addDownloads(app: OpenAPIHono, service: QueryService): void {
  app.openAPIRegistry.registerPath(downloadRoute)
  app.get('/api/v1/releases/:id/:kind/:file', async (c) => {
    const { id, kind, file } = c.req.param()
    const [, name = ''] = (kind === 'log' ? /^(\w+)\.csv$/ : /^(\w+)\.parquet$/).exec(file) ?? []
    if (!isKind(kind)) {
      throw new NotFoundError(`no such address: ${c.req.path}`, {
        code: 'no-such-download',
        value: kind,
        allowed: downloadKinds.join(', '),
      })
    }
    return respond(c, await service.download(kind, name, id))
  })
}
