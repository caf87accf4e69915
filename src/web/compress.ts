const text = /^(text\/|application\/(json|javascript|xml|problem\+json|atom\+xml|rss\+xml)|image\/svg)/

/** The same answer, compressed when its reader takes it and it is text. */
export function compressed(response: Response, accept: string | null): Response {
  const type = response.headers.get('content-type') ?? ''
  // A part of a file is a part of its own bytes.
  if (response.status === 206) return response
  if (response.body === null || response.headers.has('content-encoding') || !text.test(type)) return response
  if (accept === null || !/\bgzip\b/.test(accept)) return response
  const headers = new Headers(response.headers)
  headers.set('content-encoding', 'gzip')
  headers.append('vary', 'accept-encoding')
  headers.delete('content-length')
  return new Response(response.body.pipeThrough(new CompressionStream('gzip')), {
    status: response.status,
    statusText: response.statusText,
    headers,
  })
}
