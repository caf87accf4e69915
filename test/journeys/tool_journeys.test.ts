import { readFile } from 'node:fs/promises'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'

/** What people come for, each in at most eight actions: with a mouse, by keyboard, without scripts, in Spanish, on a phone. */

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const problems: string[] = []

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(site.url + path)
  if (options.javaScriptEnabled !== false) await page.waitForLoadState('networkidle')
  return page
}

const answer = async (page: Page) => ((await page.getByTestId('answer').textContent()) ?? '').replaceAll('\u00a0', ' ')

describe('with a mouse', () => {
  test('a journalist: how many cases wait in Miami, and the file behind it', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'The backlog of the immigration courts' }).last().click()
    await page.locator('[data-testid=pane1]').getByRole('link', { name: 'Miami' }).click()
    await page.waitForURL(/court=MIA/)
    expect(await answer(page)).toMatch(/^Miami had \d+ pending cases on 30 September 2026/)
    await page.locator('.acts summary', { hasText: 'Download' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.acts a[href*=".xlsx"][href*="court=MIA"]').last().click(),
    ])
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK')
    await page.context().close()
  })

  test('a researcher: two courts side by side, as an index by fiscal year', async () => {
    const page = await open('/tools/filings?court=LOS,MIA')
    await page.locator('.drawline summary').click()
    await page.getByLabel('Compare').selectOption({ label: 'by court' })
    await page.getByLabel('Shown as').selectOption('index')
    await page.getByLabel('By', { exact: true }).selectOption('fiscal_year')
    await page.locator('.drawline button.main').click()
    await page.waitForURL(/split=court/)
    const names = await page.locator('.keys li').allTextContents()
    expect(names).toEqual(['Los Angeles', 'Miami'])
    expect(await page.locator('figcaption').textContent()).toContain('index')
    await page.context().close()
  })

  test('a rival definition is one click away, and says what it counts', async () => {
    const page = await open('/tools/backlog')
    const before = await answer(page)
    await page.locator('.quiet summary', { hasText: 'Definition' }).click()
    await page.getByRole('link', { name: 'Pending (EOIR)' }).click()
    await page.waitForURL(/measure=pending@eoir/)
    expect(await answer(page)).not.toBe(before)
    await page.context().close()
  })

  test('the chart as a PNG, made in the browser', async () => {
    const page = await open('/tools/asylum?court=LOS')
    const drawn: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('.png')) drawn.push(request.url())
    })
    await page.locator('.acts summary', { hasText: 'Download' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PNG' }).click(),
    ])
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(5000)
    expect(drawn, 'asked of the server').toEqual([])
    await page.context().close()
  })

  test('a search finds a court, a definition and a document', async () => {
    const page = await open('/')
    await page.getByRole('searchbox').fill('denver')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=denver/)
    const found = page.getByTestId('found')
    await found.getByRole('link', { name: 'Denver', exact: true }).click()
    await page.waitForURL(/\/tools\/court\?court=DEN/)
    expect(await page.locator('h1').textContent()).toContain('Denver')
    await page.context().close()
  })
})

describe('by keyboard alone', () => {
  test('Enter on a month of the chart looks at that month; back undoes it', async () => {
    const page = await open('/tools/outcomes?from=2014-01&to=2014-06')
    await page.locator('.plot').focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForURL(/from=2014-02&to=2014-02/)
    await page.goBack()
    await page.waitForURL(/from=2014-01&to=2014-06/)
    await page.context().close()
  })

  test('up and down change the line of a chart of several', async () => {
    const page = await open('/tools/filings?court=LOS,MIA&split=court&time=fiscal_year')
    await page.locator('.plot').focus()
    await page.keyboard.press('End')
    const spoken = page.locator('.spoken')
    expect(await spoken.textContent()).toMatch(/^Los Angeles, /)
    await page.keyboard.press('ArrowDown')
    expect(await spoken.textContent()).toMatch(/^Miami, /)
    await page.context().close()
  })
})

describe('with scripts off', () => {
  test('what is counted, how it is drawn, panes and files are links and forms', async () => {
    const page = await open('/tools/asylum', { javaScriptEnabled: false })
    await page.locator('.say summary').first().click()
    await page.locator('.say').getByRole('link', { name: 'asylum grant rate' }).click()
    expect(await answer(page)).toMatch(/asylum grant rate \d/)
    await page.locator('.drawline summary').click()
    await page.getByRole('combobox', { name: 'Draw', exact: true }).selectOption('dots')
    await page.locator('.drawline button.main').click()
    expect(await page.locator('table.dots tbody tr').count()).toBeGreaterThan(10)
    await page.locator('.addpane summary').click()
    await page.locator('.addpane').getByRole('link', { name: 'Custody' }).click()
    expect(await page.locator('.pane').count()).toBe(4)
    expect(new URL(page.url()).search).toContain('measure=asylum_grant_rate')
    await page.context().close()
  })
})

describe('on a phone', () => {
  test('sentence and chart come first; the filters wait in one line, with scripts off too', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await open('/tools/pd_closures?court=LOS', {
        viewport: { width: 360, height: 740 },
        javaScriptEnabled,
      })
      const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0
      expect(await top('[data-testid=answer]')).toBeLessThan(420)
      expect(await top('.chart')).toBeLessThan(700)
      const asked = page.locator('.asked > summary')
      expect((await asked.textContent())?.replaceAll('\u00a0', ' ')).toContain(
        'Los Angeles · October 2011 – 30 September 2026',
      )
      expect(await page.locator('.say').isVisible()).toBe(false)
      await asked.click()
      await page.locator('.say').getByRole('link', { name: 'Remove filter: Court: Los Angeles' }).click()
      await page.waitForURL((url) => url.search === '')
      await page.locator('.asked:not([open])').waitFor()
      await page.context().close()
    }
  })
})

describe('in Spanish, on a phone', () => {
  test('from the court to the sentence, and the language stays', async () => {
    const page = await open('/', { viewport: { width: 360, height: 760 } })
    await page.getByRole('link', { name: 'Español' }).click()
    await page.waitForURL(/\/es$/)
    await page.getByRole('link', { name: 'Cuánto duran los casos' }).last().click()
    await page.waitForURL(/\/es\/tools\/processing_time/)
    expect(await answer(page)).toMatch(/días hasta el cierre en promedio/)
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
    expect(overflow).toBeLessThanOrEqual(0)
    await page.goto('about:blank')
    await page.goto(site.url)
    await page.waitForURL(/\/es$/)
    await page.context().close()
  })

  test('every tool says its answer, in Spanish, without an English word of ours', async () => {
    for (const tool of ['backlog', 'filings', 'outcomes', 'inactive', 'asylum', 'hearings', 'bond', 'representation']) {
      const html = await (await fetch(`${site.url}/es/tools/${tool}`)).text()
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      expect(main, tool).not.toMatch(/>\s*(Chart|Table|Text|Download|Cite|Follow|Embed|Find|Show|drawn as)\s*</)
    }
  })
})

test('no script failed', () => {
  expect(problems).toEqual([])
})
