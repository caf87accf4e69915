import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** Answers with a strong ETag, or 304 when the reader has it. */
export function tagged(c: Context, body: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-type': 'application/json; charset=utf-8',
  }
  const known = c.req.header('if-none-match')
  if (known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) === true)
    return c.body(null, 304, headers)
  return c.body(body, 200, headers)
}
