import { badAddress, badRedirect } from './problems.ts'

/** Where EOIR puts its release each month; it was `FOIA-TRAC-Report.zip` until August 2025. */
export const eoirAddress = 'https://fileshare.eoir.justice.gov/EOIR%20Case%20Data.zip'

const schemes = ['http:', 'https:']

/** An address as a person wrote it, made exact. */
export function parseAddress(text: string): URL {
  const url = URL.parse(text)
  if (url === null) throw badAddress(text, 'it is no URL')
  if (!schemes.includes(url.protocol)) throw badAddress(text, `${url.protocol} is not for downloads`)
  if (url.username !== '' || url.password !== '') throw badAddress(url.host, 'it holds a user name or a password')
  url.hash = ''
  return url
}

/** Where a redirect leads. */
export function nextAddress(from: URL, location: string | null): URL {
  const next = URL.parse(location ?? '', from.href)
  if (location === null || next === null) throw badRedirect(from, `no address is given: ${from.href}`)
  if (!schemes.includes(next.protocol)) throw badRedirect(from, `${from.href} → ${next.href}`)
  if (from.protocol === 'https:' && next.protocol === 'http:')
    throw badRedirect(from, `from https to http: ${from.href} → ${next.href}`)
  if (next.username !== '' || next.password !== '')
    throw badRedirect(from, `to an address with a password: ${next.host}`)
  return next
}
