import { busy, notThere, packedTwice, refused, webPage } from './problems.ts'
import { type Version, versionOf } from './version.ts'

/** What a server offers: the file or a part of it, and what it says of the whole. */
export interface Offer {
  readonly version: Version
  /** Where in the file the bytes that come begin. */
  readonly from: number
  /** Bytes of the whole file, where the server tells. */
  readonly total: number | null
  readonly part: boolean
  /** The server says that it never sends parts. */
  readonly wholeOnly: boolean
}

/** `Retry-After` in milliseconds: a number of seconds or a date. */
function retryAfter(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim()
  if (text === undefined || text === '') return undefined
  if (/^\d+$/.test(text)) return Number(text) * 1000
  const time = Date.parse(text)
  return Number.isNaN(time) ? undefined : Math.max(0, time - now.getTime())
}

function refuseStatus(response: Response, url: URL, now: Date): void {
  const { status } = response
  if (status === 200 || status === 206) return
  if (status === 404 || status === 410) throw notThere(url, status)
  if (status >= 500 || status === 429 || status === 408) throw busy(url, status, retryAfter(response.headers, now))
  throw refused(url, status)
}

function wholeNumber(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** Reads an answer that brings bytes; raises where it brings none, or none of a zip. */
export function readOffer(response: Response, url: URL, now: Date): Offer {
  refuseStatus(response, url, now)
  const { headers } = response
  if (headers.get('content-type')?.startsWith('text/html') === true) throw webPage(url)
  const encoding = headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') throw packedTwice(url, encoding)
  const part = response.status === 206
  const [, start, whole] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers.get('content-range') ?? '') ?? []
  return {
    version: versionOf(headers),
    from: part ? (wholeNumber(start) ?? -1) : 0,
    total: wholeNumber(part ? whole : headers.get('content-length')),
    part,
    wholeOnly: headers.get('accept-ranges') === 'none',
  }
}
