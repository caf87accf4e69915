import { get, type IncomingMessage } from 'node:http'
import type { Browser, Page, Route } from 'playwright-core'
import { TryAgainError } from '#errors'
import { chromiumPath, NotInstalledError } from './chromium.ts'
import { fontFaces } from './fonts.ts'

/** A page that a server of this machine has. */
export interface PrintedPage {
  /** As the reader addressed it: what the page says of its own address comes out right. */
  readonly url: URL
  /** Where it is really fetched, and nothing else is: `127.0.0.1:8080`. */
  readonly server: string
}

/** So many wait for their turn; one more is sent away. */
const mostWaiting = 4
/** Milliseconds for a page to load, with all that belongs to it. */
const patience = 30_000

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** One Chromium at a time: each takes a core and some hundred megabytes. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) {
    throw new TryAgainError('too many files are being printed', {
      code: 'busy-printing',
      allowed: `${mostWaiting} at a time`,
      hint: 'ask again in a minute, or print the page from your browser',
    })
  }
  waiting++
  const before = last
  const mine = before.catch(() => undefined).then(work)
  last = mine
  try {
    return await mine
  } finally {
    waiting--
  }
}

/** Root must do without the sandbox of Chromium; what is printed is our own, and without scripts. */
function asRoot(): boolean {
  return process.getuid?.() === 0
}

async function started(executablePath: string): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  try {
    return await chromium.launch({
      executablePath,
      chromiumSandbox: !asRoot(),
      // What is not answered by us is not answered at all.
      args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'],
    })
  } catch (cause) {
    throw new NotInstalledError(
      `this is no Chromium that starts: ${executablePath}`,
      { code: 'no-chromium', value: executablePath, hint: 'try it by hand, or name another in OPENDOCKET_CHROMIUM' },
      { cause },
    )
  }
}

/** Does something with a fresh page without scripts, and ends its Chromium. */
async function onPage(work: (page: Page) => Promise<Uint8Array>): Promise<Uint8Array> {
  const browser = await started(chromiumPath())
  try {
    const page = await browser.newPage({ javaScriptEnabled: false, colorScheme: 'light', deviceScaleFactor: 2 })
    page.setDefaultTimeout(patience)
    return await work(page)
  } finally {
    await browser.close()
  }
}

function printed(open: (page: Page) => Promise<void>): Promise<Uint8Array> {
  return onPage(async (page) => {
    await open(page)
    return page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  })
}

/** What the server of this machine answers when it is addressed as the reader addressed it. */
async function answerOf(asked: URL, server: string): Promise<{ status: number; contentType: string; body: Buffer }> {
  const headers = { host: asked.host, 'x-forwarded-proto': asked.protocol.replace(':', '') }
  const response = await new Promise<IncomingMessage>((done, failed) => {
    const signal = AbortSignal.timeout(patience)
    get(`http://${server}${asked.pathname}${asked.search}`, { headers, signal }, done).on('error', failed)
  })
  const pieces: Buffer[] = []
  for await (const piece of response) pieces.push(Buffer.from(piece))
  const contentType = response.headers['content-type'] ?? 'application/octet-stream'
  return { status: response.statusCode ?? 500, contentType, body: Buffer.concat(pieces) }
}

/** Answers what a page asks for. A page that is gone by then, or a server that is silent, breaks nothing else: the page does not load. */
async function answer(route: Route, host: string, server: string): Promise<void> {
  try {
    const asked = new URL(route.request().url())
    if (asked.host === host) await route.fulfill(await answerOf(asked, server))
    else await route.abort()
  } catch {
    await route.abort().catch(() => undefined)
  }
}

/**
 * A page of a server of this machine as a tagged PDF with bookmarks. Whatever the page asks for is asked of that server alone.
 * Raises a NotInstalledError without Chromium, a TryAgainError when too many are waiting.
 */
export function printPage({ url, server }: PrintedPage): Promise<Uint8Array> {
  return inTurn(() =>
    printed(async (page) => {
      await page.route('**/*', (route) => answer(route, url.host, server))
      const loaded = await page.goto(url.href, { waitUntil: 'load' })
      if (loaded?.ok() !== true) throw new Error(`${url.pathname} answered ${loaded?.status() ?? 'nothing'}`)
    }),
  )
}

/** A whole document as a tagged PDF with bookmarks; it can fetch nothing. Raises as `printPage`. */
export function printHtml(html: string): Promise<Uint8Array> {
  return inTurn(() => printed((page) => page.setContent(html, { waitUntil: 'load' })))
}

/** A standing drawing (SVG) as a PNG of twice its size; it can fetch nothing. Raises as `printPage`. */
export function drawPicture(svg: string): Promise<Uint8Array> {
  return inTurn(() =>
    onPage(async (page) => {
      await page.setContent(`<!doctype html><style>${fontFaces()}body{margin:0}svg{display:block}</style>${svg}`)
      return page.locator('body > svg').screenshot({ animations: 'disabled' })
    }),
  )
}
