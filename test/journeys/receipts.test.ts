import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { numbersOnPage } from '../support/numbers-on-page.ts'
import { Proofs } from '../support/proved.ts'
import { type RunningSite, startSite } from '../support/site.ts'
import { random, seed } from '../support/soak.ts'

/** Every number on every page, in both languages, has its receipt, and `verify` agrees with each. */

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Of pages that are alike (one a measure, one a document) so many are read; all of them in a soak. */
const most = process.env['OPENDOCKET_SOAK'] === '1' ? 10_000 : 3

/** Views that no link without a script leads to. */
const further = [
  '/tools/pd_closures?chart=table&rate=both',
  '/tools/pd_closures?chart=text&court=LOS',
  '/tools/pd_closures?court=LOS,NYC&nationality=MX&from=2012&to=2013',
  '/tools/asylum?measure=asylum_grant_rate&drawn=dots',
  '/tools/backlog?drawn=map&court=!LOS',
  '/tools/filings?split=nationality&time=fiscal_year&chart=table',
  '/tools/outcomes?split=outcome_group&drawn=multiples&time=calendar_year',
  '/tools/processing_time?court=MIA&chart=text&panes=court,custody,nationality,represented',
  '/tools/bond?court=HLG&nationality=CH&from=2013-01&to=2013-02',
  '/tools/hearings/embed?court=LOS',
  '/tools/court?court=LOS',
  '/tools/nationality?nationality=MX',
  '/reports/pd_closures?as_of=2013-06-30',
  '/methods/represented_share/compare',
  '/methods/pending/compare?with=pending@quick&by=court',
  '/methods/closures/compare?by=court&court=LOS',
  '/releases/2026-10-synthetic/balance?from=FY2013&to=FY2014',
]

function kindOf(path: string): string {
  return path
    .replace(/\?.*/, '')
    .replace(/^\/es(?=\/|$)/, '')
    .replace(/\/(methods|library|releases)\/[^/]+/, '/$1/*')
    .replace(/\/tools\/[^/]+\/help/, '/tools/*/help')
}

/** Pages that links of the site lead to. */
async function linksOn(page: Page): Promise<string[]> {
  const all = await page.$$eval('a[href]', (links) => links.map((link) => link.getAttribute('href') ?? ''))
  return all.flatMap((href) => {
    const url = new URL(href, page.url())
    const isPage = url.origin === site.url && !url.pathname.startsWith('/api') && !/\.\w+$/.test(url.pathname)
    return isPage ? [url.pathname] : []
  })
}

async function crawl(page: Page, visit: (path: string) => Promise<void>): Promise<number> {
  const next = random(seed)
  const queue = ['/', '/es', ...further, ...further.map((path) => `/es${path}`)]
  const seen = new Set<string>()
  const kinds = new Map<string, number>()
  while (queue.length > 0) {
    // Draw from what waits, so that pages that are alike are not always the first of their list.
    const [path = '/'] = queue.splice(queue.length > 40 ? Math.floor(next() * queue.length) : 0, 1)
    const kind = kindOf(path)
    const count = kinds.get(kind) ?? 0
    if (seen.has(path) || (count >= most * 2 && !further.some((f) => path.endsWith(f)))) continue
    seen.add(path)
    const response = await page.goto(site.url + path)
    if (!(response?.headers()['content-type'] ?? '').includes('html')) continue
    kinds.set(kind, count + 1)
    expect(response?.status(), path).toBe(200)
    await visit(path)
    queue.push(...(await linksOn(page)))
  }
  expect([...kinds.keys()]).toEqual(
    expect.arrayContaining([
      '/',
      '/tools',
      '/reports/pd_closures',
      '/releases/*',
      '/releases/*/balance',
      '/methods/*',
      '/methods/*/compare',
      '/library/*',
      '/calendar',
    ]),
  )
  return seen.size
}

const isSource = (source: string): boolean =>
  /^https:\/\//.test(source) ||
  /^release [\w-]+$/.test(source) ||
  existsSync(join(import.meta.dirname, '../..', source))

test('every number on every page carries a receipt that bears it out', { timeout: 3_600_000 }, async () => {
  const context = await browser.newContext({ javaScriptEnabled: true })
  const page = await context.newPage()
  const proofs = new Proofs(site.url)
  const wrong: string[] = []
  let numbers = 0
  const pages = await crawl(page, async (path) => {
    const found = await numbersOnPage(page)
    numbers += found.proved.length
    for (const { text, around } of found.bare) wrong.push(`${path}: ${text} in “${around}” carries no receipt`)
    for (const what of found.miscounted) wrong.push(`${path}: ${what}`)
    for (const source of found.sources) if (!isSource(source)) wrong.push(`${path}: no such source: ${source}`)
    for (const number of found.proved) {
      const what = await proofs.wrong(number, found)
      if (what !== undefined) wrong.push(`${path}: ${what}`)
    }
  })
  console.info(`${numbers} numbers on ${pages} pages, ${proofs.verified} receipts verified`)
  expect(wrong.slice(0, 40)).toEqual([])
  expect(numbers).toBeGreaterThan(1000)
})

test('the rule tells numbers from dates, names, controls, counts and sources', async () => {
  const page = await browser.newPage()
  await page.setContent(`<main>
    <p>On 28 June 2012 and in FY2013, by 2012-06, 12,345 cases were pending, <code>17</code> of form I-589, see sha256.</p>
    <p>Al 28 de junio de 2012 había −7.5 % menos.</p>
    <p data-receipt="od1x">Of these <b data-cell="#0,pending">88</b>.</p>
    <p data-counts="li">3 items</p><ul><li>a</li><li>b</li></ul>
    <p data-source="https://trac.syr.edu/">Others say 99.</p>
    <select><option>5</option></select>
  </main>`)
  const found = await numbersOnPage(page)
  expect(found.bare.map((n) => n.text)).toEqual(['12,345', '−7.5 %'])
  expect(found.proved).toMatchObject([{ text: '88', receipt: 'od1x', cell: '#0,pending' }])
  expect(found.miscounted).toEqual(['3 items said, 2 of li there'])
  expect(found.sources).toEqual(['https://trac.syr.edu/'])
  const wrong = await new Proofs(site.url).wrong(
    { ...found.proved[0], text: '88', around: '', rows: false, over: '', less: '', cell: '', receipt: 'od1x' },
    found,
  )
  expect(wrong).toContain('this is no receipt')
  await page.close()
})

test('a number that is not what its receipt says is found', async () => {
  const { receipt } = z
    .object({ receipt: z.string() })
    .parse(await (await fetch(`${site.url}/api/v1/query?measures=filings&by=court`)).json())
  const page = { proved: [], bare: [], miscounted: [], sources: [], listed: {} }
  const number = { around: '', rows: false, over: '', less: '', receipt, cell: '#0,filings' }
  const proofs = new Proofs(site.url)
  const value = z
    .object({ value: z.number() })
    .parse(
      await (await fetch(`${site.url}/api/v1/verify?receipt=${encodeURIComponent(receipt)}&cell=0,filings`)).json(),
    ).value
  expect(await proofs.wrong({ ...number, text: String(value) }, page)).toBeUndefined()
  expect(await proofs.wrong({ ...number, text: String(value + 1) }, page)).toContain(`holds ${value}`)
  expect(await proofs.wrong({ ...number, cell: '', text: '987,654,321' }, page)).toContain('stands nowhere')
})
