/**
 * The click as a reader has it: in a browser, from the press of the mouse to the frame in which the sentence, the chart and all
 * panes show the new view. Thirty clicks of six kinds on five tools; the server answers nothing from a cache. Everything is
 * clicked twice: the first time reads columns from disk, the second is what goes on.
 *   node bench/click/browser.ts DATA_DIR [rounds]
 * Prints p50, p95 and the longest, and where the time goes: before the request, server, transfer, and from there to the frame.
 */
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { createApi } from '../../src/server/api.ts'
import { openDocket } from '../../src/server/docket.ts'
import { buildSite, serve } from '../../src/server/serve.ts'
import { launchBrowser } from '../../test/support/browser.ts'
import { quantile } from './clicks.ts'

const [dataDir, rounds = '2'] = process.argv.slice(2)
if (dataDir === undefined) throw new Error('name the data directory')

const tools = ['pd_closures', 'backlog', 'filings', 'outcomes', 'asylum'] as const

/** Runs in the page: waits for the next press, then for the frame that shows what came of it. */
const watch = `void (globalThis.seen = new Promise((done, failed) => {
  setTimeout(() => failed(new Error('nothing came of a click on ' + before)), 20_000)
  const before = location.href
  let began
  const begin = (event) => { began ??= event.timeStamp }
  for (const kind of ['pointerdown', 'change']) addEventListener(kind, begin, { capture: true, once: true })
  performance.clearResourceTimings()
  const observer = new MutationObserver(() => {
    if (began === undefined || location.href === before || document.querySelector('.explorer.busy') !== null) return
    observer.disconnect()
    const changed = performance.now()
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => {
        const painted = performance.now()
        const asked = performance.getEntriesByType('resource').filter((entry) => entry.name.includes('__data.json')).at(-1)
        done({
          whole: painted - began,
          before: asked.requestStart - began,
          server: asked.responseStart - asked.requestStart,
          transfer: asked.responseEnd - asked.responseStart,
          script: changed - asked.responseEnd,
          paint: painted - changed,
          bytes: asked.encodedBodySize,
        })
      }
      channel.port2.postMessage(undefined)
    })
  })
  observer.observe(document.querySelector('main'), { subtree: true, childList: true, characterData: true, attributes: true })
}))`

const parts = ['whole', 'before', 'server', 'transfer', 'script', 'paint', 'bytes'] as const
const seenSchema = z.record(z.enum(parts), z.number())
interface Seen extends z.infer<typeof seenSchema> {
  /** The address that the click led to. */
  readonly address: string
}

const row = (pane: number, at: number) => `[data-testid=pane${pane}] tbody tr[data-code]:not(.on) >> nth=${at} >> a`

/** Kinds of clicks, in the order in which they follow each other on a tool. What `open` opens is not part of the click. */
const kinds: readonly {
  readonly name: string
  readonly open?: string
  readonly act: (page: Page) => Promise<unknown>
}[] = [
  { name: 'a row of the first pane', act: (page) => page.click(row(1, 0)) },
  { name: 'a row of the second pane', act: (page) => page.click(row(2, 1)) },
  { name: 'another dimension in a pane', act: (page) => page.selectOption('[data-testid=pane3] select', { index: 5 }) },
  {
    name: 'another period',
    open: '.say details:has(input[name=from]) > summary >> nth=0',
    act: (page) => page.click('details[open] .list a >> nth=-2'),
  },
  { name: 'a filter removed', act: (page) => page.click('.say .x >> nth=0') },
  { name: 'a row of the third pane', act: (page) => page.click(row(3, 0)) },
]

async function clicked(page: Page, kind: (typeof kinds)[number]): Promise<Seen> {
  if (kind.open !== undefined) await page.click(kind.open)
  await page.waitForLoadState('networkidle')
  await page.evaluate(watch)
  await kind.act(page)
  const seen = seenSchema.parse(await page.evaluate('seen'))
  const { pathname, search } = new URL(page.url())
  return { ...seen, address: pathname + search }
}

function printed(title: string, all: readonly (readonly [string, Seen])[]): void {
  const line = (name: string, seen: readonly Seen[]): string => {
    const of = (part: (typeof parts)[number], q: number): string =>
      quantile(
        seen.map((each) => each[part]),
        q,
      ).toFixed(part === 'bytes' ? 0 : 1)
    const middles = parts.slice(1).map((part) => of(part, 0.5))
    return `| ${[name, seen.length, of('whole', 0.5), of('whole', 0.95), of('whole', 1), ...middles].join(' | ')} |`
  }
  console.log(
    `\n${title}\n\n| click | n | p50 ms | p95 ms | max ms | p50: before | server | transfer | script | paint | bytes |\n|---|${'---:|'.repeat(10)}`,
  )
  for (const { name } of kinds) {
    const own = all.flatMap(([kind, seen]) => (kind === name ? [seen] : []))
    if (own.length > 0) console.log(line(name, own))
  }
  console.log(
    line(
      '**all**',
      all.map(([, seen]) => seen),
    ),
  )
  const slowest = all.toSorted(([, a], [, b]) => b.whole - a.whole).slice(0, 5)
  console.log('\nThe slowest: ms, of which server, address')
  for (const [, { whole, server, address }] of slowest)
    console.log(`- ${whole.toFixed(0)}, ${server.toFixed(0)}, \`${address}\``)
}

const service = openDocket({ dataDir, cache: 0 })
const [{ dir }, browser] = await Promise.all([buildSite(), launchBrowser()])
const site = await serve({ service, api: createApi(service), host: '127.0.0.1', port: 0, buildDir: dir })
for (let round = 1; round <= Number(rounds); round++) {
  const all: (readonly [string, Seen])[] = []
  for (const tool of tools) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${site.url}/tools/${tool}`, { waitUntil: 'networkidle' })
    for (const kind of kinds) all.push([kind.name, await clicked(page, kind)])
    await page.close()
  }
  printed(`Round ${round}`, all)
}
await browser.close()
await site.close()
await service.close()
