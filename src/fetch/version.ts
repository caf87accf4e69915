/** By what a server tells one state of a file from another, as it sent it. */
export interface Version {
  readonly etag: string | null
  readonly last_modified: string | null
}

export function versionOf(headers: Headers): Version {
  return { etag: headers.get('etag'), last_modified: headers.get('last-modified') }
}

/** EOIR's ETag flips between strong and weak form (Cloudflare): only what stands between the quotes counts. */
function bare(etag: string): string {
  return etag.replace(/^W\//i, '').replace(/^"(.*)"$/, '$1')
}

/** Whether two answers are about the same file. Without anything to tell them by they are not. */
export function sameVersion(a: Version, b: Version): boolean {
  if (a.etag !== null && b.etag !== null) return bare(a.etag) === bare(b.etag)
  return a.last_modified !== null && a.last_modified === b.last_modified
}

/** Asks for the file only if it is another than this one. Both forms of the ETag, for servers that compare letters. */
export function unlessStill(version: Version): Record<string, string> {
  return {
    ...(version.etag !== null && { 'if-none-match': `"${bare(version.etag)}", W/"${bare(version.etag)}"` }),
    ...(version.last_modified !== null && { 'if-modified-since': version.last_modified }),
  }
}

/**
 * What `If-Range` may hold: a strong ETag, else the date (RFC 9110, 13.1.5). Undefined where a download that broke
 * off could not tell whether the rest belongs to it.
 */
export function rangeCondition(version: Version): string | undefined {
  if (version.etag?.startsWith('"') === true) return version.etag
  return version.last_modified ?? undefined
}

/** The day of Last-Modified in UTC, `YYYY-MM-DD`. */
export function dayOf(version: Version): string | undefined {
  const time = Date.parse(version.last_modified ?? '')
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10)
}
