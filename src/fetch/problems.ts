import { NotFoundError, OpendocketError, TryAgainError, UsageError } from '#errors'

const otherAddress = 'EOIR links the release from justice.gov/eoir/foia-library-0; name another address with --url'
const later = 'run it again later; what has arrived is kept where the server allows to go on from there'

/** Trouble that may be gone in a moment: worth another try within the same run. */
export class PassingTrouble extends TryAgainError {
  /** How long the server asks to wait, in milliseconds. */
  readonly wait: number | undefined

  constructor(message: string, facts: { code: string; url: URL; wait?: number | undefined }, options?: ErrorOptions) {
    super(message, { code: facts.code, value: facts.url.href, hint: later }, options)
    this.wait = facts.wait
  }
}

/** A number of bytes as people say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`
}

/** The innermost reason of an error: `fetch failed` alone says nothing. */
function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause !== undefined) return reason(error.cause)
  return error.message === '' && 'code' in error ? String(error.code) : error.message
}

export function badAddress(text: string, why: string): UsageError {
  return new UsageError(`this address cannot be used: ${text} (${why})`, {
    code: 'bad-address',
    value: text,
    allowed: 'an http or https address, without user name and password',
  })
}

export function badRedirect(url: URL, why: string): OpendocketError {
  return new OpendocketError(`the server sends us on, and not where we may go: ${why}`, {
    code: 'bad-redirect',
    value: url.href,
    allowed: 'at most 3 redirects, to http or https addresses, never from https to http',
    hint: otherAddress,
  })
}

export function networkTrouble(url: URL, cause: unknown): PassingTrouble {
  return new PassingTrouble(`the connection broke off: ${reason(cause)}`, { code: 'network', url }, { cause })
}

export function brokeOff(url: URL, got: number, stated: number): PassingTrouble {
  return new PassingTrouble(`the download ended early: ${got} of ${stated} bytes`, { code: 'broke-off', url })
}

export function stalled(url: URL, patience: number): PassingTrouble {
  return new PassingTrouble(`the server sent nothing for ${patience / 1000} s`, { code: 'stalled', url })
}

export function busy(url: URL, status: number, wait: number | undefined): PassingTrouble {
  const when = wait === undefined ? '' : `, and asks to come back in ${Math.ceil(wait / 1000)} s`
  return new PassingTrouble(`the server cannot answer now: HTTP ${status}${when}`, { code: 'server-busy', url, wait })
}

export function partsDoNotFit(url: URL): PassingTrouble {
  return new PassingTrouble('the server sent a part of the file where the whole was asked for', {
    code: 'parts-do-not-fit',
    url,
  })
}

export function notThere(url: URL, status: number): NotFoundError {
  return new NotFoundError(`there is no release at this address: ${url.href} (HTTP ${status})`, {
    code: 'no-release-there',
    value: url.href,
    hint: otherAddress,
  })
}

export function refused(url: URL, status: number): OpendocketError {
  return new OpendocketError(`the server refuses to give the release: ${url.href} (HTTP ${status})`, {
    code: 'server-refused',
    value: url.href,
    hint: `open the address in a browser to see why; ${otherAddress}`,
  })
}

export function webPage(url: URL): OpendocketError {
  return new OpendocketError(`a web page came instead of a zip: ${url.href}`, {
    code: 'web-page',
    value: url.href,
    allowed: "EOIR's monthly zip",
    hint: `open the address in a browser to see what it says; ${otherAddress}`,
  })
}

export function notWhole(url: URL, why: string): OpendocketError {
  return new OpendocketError(`what arrived is not a whole zip: ${why}: ${url.href}`, {
    code: 'not-a-whole-zip',
    value: url.href,
    allowed: "EOIR's monthly zip, whole",
    hint: 'nothing of it was kept; the next update downloads it anew',
  })
}

export function packedTwice(url: URL, encoding: string): OpendocketError {
  return new OpendocketError(`the server packs the zip once more on its way (${encoding}): ${url.href}`, {
    code: 'packed-twice',
    value: url.href,
    allowed: 'the zip as it lies on the server',
    hint: otherAddress,
  })
}

export function noRoom(folder: string, needed: number, free: number): OpendocketError {
  return new OpendocketError(
    `the disk has no room for the release: ${sizeWords(needed)} still to come, ${sizeWords(free)} free: ${folder}`,
    {
      code: 'disk-full',
      value: folder,
      hint: 'make room, or name another data directory with --data DIR; fewer old zips are kept with --keep N',
    },
  )
}

/** The words for a file that cannot be written; a full disk has its own. */
export function cannotWrite(path: string, cause: unknown, kept: boolean): OpendocketError {
  const full = cause instanceof Error && 'code' in cause && ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(cause.code))
  const what = full ? 'the disk is full' : `the download cannot be written (${reason(cause)})`
  const fate = kept ? 'What has arrived is kept: the next update goes on from there.' : 'Nothing of it was kept.'
  return new OpendocketError(
    `${what}: ${path}\n${fate}`,
    {
      code: full ? 'disk-full' : 'cannot-write',
      value: path,
      hint: full ? 'make room, or name another data directory with --data DIR' : 'name another one with --data DIR',
    },
    { cause },
  )
}
