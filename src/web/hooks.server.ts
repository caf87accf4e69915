import { randomUUID } from 'node:crypto'
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks'
import { isEmbed, languageOf } from './address.ts'
import { compressed } from './compress.ts'
import { wiring } from './wiring.ts'

export const handle: Handle = async ({ event, resolve }) => {
  const { service, api, files } = wiring()
  event.locals.service = service
  event.locals.api = api
  event.locals.files = files
  event.locals.language = languageOf(event.url.pathname)
  const response = await resolve(event, {
    // Fonts too: they come with the styles, and the page need not be set twice.
    preload: ({ type }) => type === 'js' || type === 'css' || type === 'font',
    transformPageChunk: ({ html }) => html.replace('<html lang="en">', `<html lang="${event.locals.language}">`),
  })
  if (isEmbed(event.url.pathname)) {
    const policy = response.headers.get('content-security-policy')
    if (policy !== null) {
      response.headers.set('content-security-policy', policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'))
    }
  }
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  response.headers.set('cross-origin-opener-policy', 'same-origin')
  return compressed(response, event.request.headers.get('accept-encoding'))
}

/** A bug of ours: the reader gets a reference, the log gets the rest. */
export const handleError: HandleServerError = ({ error, kind }) => {
  if (kind !== 'unknown') return {}
  const reference = randomUUID().slice(0, 8)
  console.error(`[${reference}]`, error)
  return { message: 'Internal error', reference }
}
