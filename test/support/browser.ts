import { type Browser, chromium } from 'playwright-core'
import { chromiumPath } from '#print'

/** Starts the Chromium of the machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] })
}
