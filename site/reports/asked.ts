import type { Language } from '#catalog'
import { UsageError } from '#errors'
import type { ReportOptions } from '../../src/report/pd_closures/ask.ts'

const words = ['as_of', 'release']

/** Reads the address of a report. A word that it does not know is an error, so that a typing error is not ignored. */
export function askedOf(url: URL, language: Language): ReportOptions {
  for (const name of url.searchParams.keys()) {
    if (words.includes(name)) continue
    throw new UsageError(`unknown parameter: ${name}`, {
      code: 'unknown-parameter',
      value: name,
      allowed: words.join(', '),
    })
  }
  const get = (name: string): string | undefined => url.searchParams.get(name)?.trim() || undefined
  return { asOf: get('as_of'), release: get('release'), language }
}
