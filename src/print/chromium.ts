import { existsSync } from 'node:fs'
import { OpendocketError } from '#errors'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Something that this machine lacks and opendocket does not bring. */
export class NotInstalledError extends OpendocketError {
  override readonly exitCode = 69
  override readonly status = 501
}

/** The Chromium of the machine: the one that is named, else the first in its usual places. Raises a NotInstalledError. */
export function chromiumPath(named = process.env['OPENDOCKET_CHROMIUM'], usual: readonly string[] = places): string {
  const found = named === undefined ? usual.find((place) => existsSync(place)) : existsSync(named) ? named : undefined
  if (found !== undefined) return found
  throw new NotInstalledError('no Chromium is installed here', {
    code: 'no-chromium',
    value: named,
    allowed: usual.join(', '),
    hint: 'install one (apt-get install chromium) or name it in OPENDOCKET_CHROMIUM; without it, print the page from any browser',
  })
}
