import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'

/** The jobs that each reader must finish in under two minutes: by keyboard, on a phone's width, in both languages. */
let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const languages = [
  ['en', ''],
  ['es', '/es'],
] as const

async function open(path: string, scripts = true): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled: scripts })
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

/** Walks with the tab key to a link or field, and says where it landed. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector).first()
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
  }
  throw new Error(`The tab key does not reach ${selector}.`)
}

async function follow(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

async function fits(page: Page): Promise<void> {
  const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(over).toBeLessThanOrEqual(0)
}

describe.each(languages)('%s', (language, base) => {
  it('an attorney finds the authority to close in force today, with a citation to paste', async () => {
    const page = await open(`${base}/library`)
    await tabTo(page, '#q')
    await page.keyboard.type('administrative closure rule 8 CFR 1003.18')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    await fits(page)
    await follow(page, 'a[href*="/library/ecfr-1003-18"]')
    expect(await page.locator('.banner.fine').textContent()).toMatch(language === 'en' ? /^In force on/ : /^Vigente el/)
    expect(await page.locator('.citeline').textContent()).toContain('1003.18')
    await fits(page)
    // The record of the court: of the cases once closed, how many are back.
    await follow(page, `a[href="${base}/tools/inactive?measure=recalendared_share"]`)
    expect(await page.locator('main').textContent()).toContain('Los Angeles')
    await fits(page)
    await page.context().close()
  })

  it('an attorney asks what was in force on the day of a hearing', async () => {
    const page = await open(`${base}/library/bia-avetisyan-2012?on=2019-01-01`)
    expect(await page.locator('.banner').textContent()).toContain('Castro-Tum')
    await page.locator('#on').fill('2012-06-01')
    await tabTo(page, '.datepick button')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await page.locator('.banner').textContent()).toMatch(language === 'en' ? /^In force on/ : /^Vigente el/)
    await page.context().close()
  })

  it('a representative finds the handout in the language of the client, and it fits one printed page', async () => {
    const page = await open(`${base}/library`)
    await follow(page, `a[href="${base}/library/help"]`)
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await fits(page)
    const twin = language === 'en' ? '/es/library/help' : '/library/help'
    await follow(page, `a[href="${twin}"]`)
    expect(await page.locator('html').getAttribute('lang')).not.toBe(language)
    await fits(page)
    const pdf = await page.pdf({ format: 'Letter' })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1)
    await page.context().close()
  })

  it('a manager sees what changed', async () => {
    const page = await open(`${base}/library`)
    await follow(page, `a[href="${base}/library/changes"]`)
    expect(await page.locator('.records > li').count()).toBeGreaterThan(10)
    await fits(page)
    // Of the last week: nothing, or what is newer than the day that was asked.
    const week = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10)
    await page.locator('#since').fill(week)
    await tabTo(page, '.datepick button')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await page.locator('#since').inputValue()).toBe(week)
    expect(await page.locator('.answer').textContent()).not.toBe('')
    await page.context().close()
  })

  it('a journalist finds a number with its date, base and source', async () => {
    const page = await open(`${base}/library`)
    await follow(page, `a[href="${base}/library/review_2012"]`)
    const text = await page.locator('main').textContent()
    for (const figure of ['4,403', '4,585', '298,173']) expect(text).toContain(figure)
    await fits(page)
    // Behind the agency's figure its source; beside it the court records, with a receipt.
    await follow(page, `a[href="${base}/tools/pd_closures?from=2011-10&to=2012-07"]`)
    expect(await page.locator('[data-receipt]').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('a person without a lawyer learns what an outcome means, with scripts off', async () => {
    const page = await open(`${base}/library/help`, false)
    await follow(page, `a[href="${base}/library/outcomes"]`)
    expect(await page.locator('main').textContent()).toContain(
      language === 'en' ? 'Not legal advice' : 'No es asesoría legal',
    )
    await fits(page)
    await page.context().close()
  })

  it('a worksheet keeps its ticks on the device and sends none', async () => {
    const page = await open(`${base}/library/factors?on=2012-06-01`)
    const sent: string[] = []
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
    await page.getByRole('button').nth(1).waitFor()
    await tabTo(page, 'input[value="m19-09-community-ties"]')
    await page.keyboard.press('Space')
    await page.reload()
    await page.getByRole('button').nth(1).waitFor()
    expect(await page.locator('input[value="m19-09-community-ties"]').isChecked()).toBe(true)
    expect(sent.filter((url) => url.includes('m19-09'))).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.sheet li:visible').count()).toBe(1)
    expect(await page.locator('.sheet li:visible').textContent()).toContain(
      `${language === 'en' ? 'relationships' : 'familiares'} (ICE 10075.1, June 17, 2011;`,
    )
    await page.context().close()
  })

  it('the calendar shows the suspensions, on a phone and as a feed', async () => {
    const page = await open(`${base}/calendar?kind=docket_suspension`)
    expect(await page.locator('.happenings > li').count()).toBe(7)
    await fits(page)
    const feed = await page.request.get(`${site.url}${base}/calendar/SFR.ics`)
    expect(feed.headers()['content-type']).toBe('text/calendar; charset=utf-8')
    expect(await feed.text()).toContain('DTSTART;VALUE=DATE:20120604')
    await page.context().close()
  })

  it.each(['outcomes', 'podcast', 'review_2012'])(
    'on a date of the reader, %s says what was not in force',
    async (room) => {
      const page = await open(`${base}/library/${room}`)
      await page.locator('#on').fill(room === 'podcast' ? '2019-01-01' : '2011-01-01')
      await tabTo(page, '.datepick button')
      await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
      expect(await page.locator('.banner[role="note"]').count()).toBeGreaterThan(0)
      await fits(page)
      await page.context().close()
    },
  )

  it('on a date of the reader, the calendar says what was under way', async () => {
    const page = await open(`${base}/calendar`)
    await page.locator('#on').fill('2012-05-02')
    await tabTo(page, '.pick button')
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    expect(await page.locator('[data-on="2012-05-02"] a[href^="#"]').count()).toBe(4)
    expect(await page.locator('#ev-susp-los-angeles .banner').count()).toBe(1)
    await fits(page)
    await page.context().close()
  })

  it('a record shows the figure of the months around it', async () => {
    const page = await open(`${base}/library/ice-guidance-criteria-2011`)
    const figure = page.locator('.series img')
    await figure.scrollIntoViewIfNeeded()
    await page.evaluate("document.querySelector('.series img').decode()")
    expect(await page.evaluate("document.querySelector('.series img').naturalWidth")).toBeGreaterThan(300)
    expect((await figure.getAttribute('alt'))?.length).toBeGreaterThan(40)
    await fits(page)
    await page.context().close()
  })
})
