import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const tool = '/tools/pd_closures'
const problems: string[] = []

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  await page.goto(site.url + path)
  if (options.javaScriptEnabled !== false) await page.waitForSelector('.acts > button')
  return page
}

const answerSchema = z.object({
  rows: z.array(z.record(z.string(), z.unknown())),
  totals: z.record(z.string(), z.unknown()),
})

async function api(query: string): Promise<z.infer<typeof answerSchema>> {
  const response = await fetch(`${site.url}/api/v1/query?${query}`)
  expect(response.status, query).toBe(200)
  return answerSchema.parse(await response.json())
}

const number = (text: string | null) => Number((text ?? '').replace(/[^\d]/g, ''))

/** The first number of every row of a pane, by code. */
async function paneCounts(page: Page, pane: number): Promise<Record<string, number>> {
  const rows = await page.locator(`[data-testid=pane${pane}] tbody tr[data-code]`).all()
  const pairs = await Promise.all(
    rows.map(async (row) => [
      await row.getAttribute('data-code'),
      number(await row.locator('td').first().textContent()),
    ]),
  )
  return Object.fromEntries(pairs)
}

async function total(page: Page, pane: number): Promise<number> {
  return number(await page.locator(`[data-testid=pane${pane}] tr.total td`).first().textContent())
}

/** Every number that a pane shows is the API's. */
async function expectPane(page: Page, pane: number, query: string, dimension: string): Promise<void> {
  const answer = await api(`measures=pd_closures&by=${dimension}&from=2011-10&totals=1&${query}`)
  const counts = new Map(answer.rows.map((row) => [row[dimension], row['pd_closures']]))
  for (const [code, count] of Object.entries(await paneCounts(page, pane))) {
    expect(count, `${dimension} ${code}`).toBe(counts.get(code) ?? 0)
  }
  expect(await total(page, pane)).toBe(answer.totals['pd_closures'])
}

const spoken = async (page: Page) => ((await page.locator('.spoken').textContent()) ?? '').replaceAll('\u00a0', ' ')

const settled = (page: Page, search: RegExp) => page.waitForURL(search)

describe('the PD tool', () => {
  test('from a question to a file: every number agrees with the API', async () => {
    const page = await open(tool)
    await expectPane(page, 1, '', 'court')

    await page.locator('[data-testid=pane1]').getByRole('link', { name: 'Los Angeles' }).click()
    await settled(page, /court=LOS/)
    await expectPane(page, 1, '', 'court')
    await expectPane(page, 2, 'court=LOS', 'hearing_location')
    await expectPane(page, 3, 'court=LOS', 'nationality')
    expect(await page.locator('[data-testid=pane1] tr.on').getAttribute('data-code')).toBe('LOS')
    expect(await page.locator('[data-testid=pane1] tr[data-code]').count()).toBeGreaterThan(5)

    const location = page.locator('[data-testid=pane2] tbody tr[data-code]').first()
    const code = (await location.getAttribute('data-code')) ?? ''
    await location.getByRole('link').click()
    await settled(page, /hearing_location=/)
    await expectPane(page, 3, `court=LOS&hearing_location=${code}`, 'nationality')

    await page.locator('[data-testid=pane2] select').selectOption({ label: 'Nationality' })
    await settled(page, /panes=court,nationality,nationality/)
    await expectPane(page, 2, `court=LOS&hearing_location=${code}`, 'nationality')

    await page.locator('.say summary', { hasText: 'cases pending on' }).click()
    await page.getByLabel('Base date', { exact: true }).fill('2012-09-30')
    await page.locator('.say details[open] button.main').click()
    await settled(page, /base=2012-09-30/)
    const based = await api(`measures=pending_at_base&court=LOS&hearing_location=${code}&base=2012-09-30&totals=1`)
    const printed = page.locator('[data-testid=pane3] tr.total td').nth(1)
    expect(number(await printed.textContent())).toBe(based.totals['pending_at_base'])

    const link = (await page.getByTestId('copy-link').getAttribute('href')) ?? ''
    const again = await open(link)
    expect(await again.getByTestId('answer').textContent()).toBe(await page.getByTestId('answer').textContent())
    expect(await paneCounts(again, 2)).toEqual(await paneCounts(page, 2))

    await again.locator('.acts summary', { hasText: 'Download' }).click()
    const [download] = await Promise.all([
      again.waitForEvent('download'),
      again.locator('.acts a[href*=".csv"][href$="pane=2"]').click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
    expect(lines[0]).toContain('nationality,nationality_name,pd_closures,pd_closures_status,pending_at_base')
    const file = new Map(lines.slice(1).map((line) => [line.split(',')[0], line]))
    for (const [nationality, count] of Object.entries(await paneCounts(again, 2))) {
      expect(file.get(nationality)).toMatch(new RegExp(`,${count},,\\d`))
    }
    await page.context().close()
    await again.context().close()
  })

  test('back undoes the last filter, without a reload', async () => {
    const page = await open(tool)
    await page.evaluate("document.body.setAttribute('data-same', 'yes')")
    await page.locator('[data-testid=pane1] tbody a').first().click()
    await settled(page, /court=/)
    await page.locator('[data-testid=pane3] tbody a').first().click()
    await settled(page, /nationality=/)
    await page.goBack()
    await page.waitForURL((url) => !url.search.includes('nationality'))
    expect(page.url()).toMatch(/court=/)
    await page.locator('[data-testid=pane3] tr.on').waitFor({ state: 'detached' })
    expect(await page.evaluate("document.body.getAttribute('data-same')")).toBe('yes')
    await page.context().close()
  })

  test('the chart is walked with the keyboard and speaks each month', async () => {
    const page = await open(`${tool}?from=2014-01&to=2014-06`)
    await page.locator('.plot').focus()
    await page.keyboard.press('Home')
    expect(await spoken(page)).toMatch(/January 2014: \d/)
    await page.keyboard.press('ArrowRight')
    expect(await spoken(page)).toMatch(/February 2014: \d+, [+\u2212]?\d+( \([^)]*\))? on the period before/)
    await page.keyboard.press('End')
    expect(await spoken(page)).toMatch(/June 2014/)
    await page.keyboard.press('Escape')
    expect(await spoken(page)).toBe('')
    await page.context().close()
  })

  test('what cannot be asked is explained, in both languages', async () => {
    const cases = [
      ['?court=LSO', 400, '<code>LOS</code></a>'],
      ['?cort=LOS', 400, 'court'],
      ['?from=2011-13', 400, ''],
      ['?rate=pd_share', 400, 'pd_share_of'],
      ['?panes=judge', 400, ''],
      ['?base=yesterday', 400, ''],
    ] as const
    for (const [search, status, nearest] of cases) {
      for (const language of ['', '/es']) {
        const response = await fetch(site.url + language + tool + search)
        expect(response.status, search).toBe(status)
        expect(await response.text(), search).toContain(nearest)
      }
    }
    expect((await fetch(`${site.url}/nothing`)).status).toBe(404)
    expect((await fetch(`${site.url}${tool}.csv?pane=9`)).headers.get('content-type')).toContain('problem+json')
  })
})

describe('with scripts off', () => {
  test('it reads, filters, searches and downloads', async () => {
    const page = await open(tool, { javaScriptEnabled: false })
    await page.locator('[data-testid=pane1]').getByRole('link', { name: 'Los Angeles' }).click()
    expect(page.url()).toContain('court=LOS')
    await expectPane(page, 3, 'court=LOS', 'nationality')

    await page.locator('.say summary', { hasText: 'any nationality' }).click()
    const menu = page.locator('.say details[open]')
    await menu.getByRole('searchbox').fill('mex')
    await menu.getByRole('button', { name: 'Find' }).click()
    await page.getByRole('checkbox', { name: 'Mexico' }).check()
    await page.locator('.say details[open] button.main').click()
    expect(new URL(page.url()).search).toBe('?court=LOS&nationality=MX')
    await expectPane(page, 2, 'court=LOS&nationality=MX', 'hearing_location')

    await page.locator('[data-testid=pane2] select').selectOption({ label: 'Custody' })
    await page.locator('[data-testid=pane2] noscript button, [data-testid=pane2] .dim button').click()
    await expectPane(page, 2, 'court=LOS&nationality=MX', 'custody')

    await page.getByRole('link', { name: 'Table' }).click()
    expect(await page.locator('.months tbody tr').count()).toBeGreaterThan(100)
    await page.context().close()
  })
})

test('no script failed and nothing was blocked', () => {
  expect(problems).toEqual([])
})
