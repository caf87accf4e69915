import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { profiles, tools } from '../../site/index.ts'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'
import { isSoak } from '../support/soak.ts'

/** No page has a barrier: by the rules of axe, by its width, and by what a screen reader is told of it. */

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const pd = '/tools/pd_closures'

/** The pages that most readers see, held against the rules in every language with every width and every scheme. */
const core = [
  '/',
  '/tools',
  '/methods',
  '/methods/pd_closures',
  pd,
  `${pd}?court=LOS&rate=both`,
  `${pd}?chart=table`,
  `${pd}?pick=nationality&q=mex`,
  `${pd}?court=nope`,
]

/** All the others; those of the library are held by its own tests. */
const further = [
  ...[...tools, ...profiles].map(({ id }) => `/tools/${id}`).filter((path) => path !== pd),
  '/?q=denver',
  '/tools/judges/help',
  '/tools/court?court=LOS',
  `${pd}?chart=text&court=LOS`,
  '/tools/bond?court=HLG&nationality=CH&from=2013-01&to=2013-02',
  '/tools/asylum?split=court&chart=table',
  '/tools/asylum?split=court&drawn=multiples',
  '/tools/asylum?measure=asylum_grant_rate&drawn=dots',
  '/tools/backlog?drawn=map',
  '/tools/backlog/embed?split=court',
  '/reports',
  '/reports/pd_closures?as_of=2013-06-30',
  '/reports/recalendared',
  '/methods/pending',
  '/methods/closures/compare',
  '/releases',
  '/releases/RELEASE',
  '/releases/RELEASE/balance',
  '/verify',
  '/verify?receipt=RECEIPT',
  '/nowhere',
]

const current = z.object({ current: z.string() })
const answered = z.object({ receipt: z.string() })

async function filled(path: string): Promise<string> {
  if (path.includes('RELEASE')) {
    const releases = current.parse(await (await fetch(`${site.url}/api/v1/releases`)).json())
    return path.replace('RELEASE', releases.current)
  }
  if (!path.includes('RECEIPT')) return path
  const answer = await fetch(`${site.url}/api/v1/query?measures=filings&by=court&from=2014&to=2014&totals=1`)
  return path.replace('RECEIPT', encodeURIComponent(answered.parse(await answer.json()).receipt))
}

/** Any two of language, width and scheme meet in the first four; all three of them only in a soak. */
const settings = [
  ['', 1280, 'light', true],
  ['/es', 360, 'dark', true],
  ['', 360, 'light', false],
  ['/es', 1280, 'dark', false],
  ['', 1280, 'dark', false],
  ['', 360, 'dark', false],
  ['/es', 1280, 'light', false],
  ['/es', 360, 'light', false],
] as const

const inLanguage = (prefix: string, path: string) => (prefix + path).replace(/^\/es\/(?=\?|$)/, '/es')

describe.each(isSoak ? settings : settings.slice(0, 4))('“%s”, %i px, %s', (prefix, width, colorScheme, isFirst) => {
  test('no violation, and no page is wider than its window', { timeout: 600_000 }, async () => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    const wrong: string[] = []
    for (const path of isFirst || isSoak ? [...core, ...further] : core) {
      await page.goto(site.url + inLanguage(prefix, await filled(path)))
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      wrong.push(...violations.map((v) => `${path} ${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`))
      const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
      if (overflow > 0) wrong.push(`${path} is ${overflow} px wider than the window`)
    }
    await context.close()
    expect(wrong).toEqual([])
  })
})

/** What a screen reader is told, in its order: role and name, an item a line. */
async function told(page: Page, selector: string): Promise<string> {
  return page.locator(selector).first().ariaSnapshot()
}

describe('what a screen reader is told of a tool', () => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage()
    await page.goto(`${site.url}/tools/pd_closures?court=LOS&from=2014-01&to=2014-06`)
    await page.waitForSelector('.plot[tabindex]')
  })
  afterAll(() => page?.close())

  test('one heading, then the filters with their ways out, then the answer', async () => {
    const lines = (await told(page, 'main')).split('\n').map((line) => line.trim())
    const place = (said: string) => lines.findIndex((line) => line.includes(said))
    const order = [
      place('heading "Cases closed by prosecutorial discretion" [level=1]'),
      place('group "What is counted"'),
      place('link "Remove filter: Court: Los Angeles"'),
      place('Los Angeles recorded'),
      place('region "PD closures by month"'),
      place('region "Court"'),
    ]
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(lines.filter((line) => line.includes('[level=1]'))).toHaveLength(1)
  })

  test('the chart has one stop, says what it shows and how it is walked', async () => {
    const chart = await told(page, 'section.figure figure')
    expect(chart).toMatch(/application "PD closures by month.*The highest value was in .*Left and right arrows/)
  })

  test('a pane is a table with a caption, heads that say how it is sorted, and rows named by their heads', async () => {
    const pane = await told(page, '[data-testid=pane1]')
    expect(pane).toMatch(/table "Court: \d+ rows, sorted by PD closures"/)
    expect(pane).toMatch(/columnheader "PD closures[^"]*descending"/)
    expect(pane).toMatch(/row "All courts /)
    expect(pane).toMatch(/rowheader "Los Angeles[^"]*chosen LOS"/)
  })

  test('controls have names of their own', async () => {
    const names = z.array(z.string()).parse(
      await page.evaluate(`[...document.querySelectorAll('main :is(input, select, button, summary)')]
        .filter((control) => control.checkVisibility() && control.type !== 'hidden')
        .map((control) => (control.getAttribute('aria-label') ?? '') + (control.labels?.[0]?.textContent ?? '') + control.textContent.trim())`),
    )
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => name === '')).toEqual([])
  })

  test('a change of the view is spoken', async () => {
    await page.locator('.plot').focus()
    await page.keyboard.press('Home')
    expect(await told(page, 'section.figure')).toMatch(/January 2014: \d+/)
  })
})
