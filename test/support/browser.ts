import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome']

/** Starts the Chromium of the machine. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env['OPENDOCKET_CHROMIUM']
  const executablePath = named ?? places.find((place) => existsSync(place))
  if (executablePath === undefined) {
    throw new Error('No Chromium here. Install one (apt-get install chromium) or name it in OPENDOCKET_CHROMIUM.')
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}
