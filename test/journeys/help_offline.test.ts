import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'

/** The page for people in proceedings opens without a network once it was opened: here the server itself is gone. */
let site: RunningSite
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await site.close().catch(() => {})
})

const phone = { viewport: { width: 360, height: 740 } }

async function opened(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

/** What a reader sees of a page, and whether its style came with it. */
async function seen(page: Page) {
  return {
    lang: await page.locator('html').getAttribute('lang'),
    heading: await page.locator('h1').textContent(),
    parts: await page.locator('.help dt').count(),
    serif: await page.evaluate('getComputedStyle(document.querySelector("h1")).fontFamily'),
    fonts: await page.evaluate('[...document.fonts].filter((f) => f.status === "loaded").length'),
  }
}

describe('the help page', () => {
  it('has a worker with a policy of its own, that may ask this server alone', async () => {
    const response = await fetch(`${site.url}/es/library/help_worker.js`)
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
    const page = await fetch(`${site.url}/library/help`)
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'/)
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe-(inline|eval)/)
  })

  it('reads without scripts, and says nothing then of being kept', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await opened(context, '/library/help')
    expect(await page.locator('.help dt').count()).toBeGreaterThan(12)
    expect(await page.locator('[data-kept]:visible').count()).toBe(0)
    await context.close()
  })

  it('leaves the device when its reader says so', async () => {
    const context = await browser.newContext(phone)
    const page = await opened(context, '/library/help')
    const button = page.locator('[data-kept] button')
    await button.waitFor({ state: 'visible' })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.locator('[data-kept]').nth(1).waitFor({ state: 'visible' })
    expect(await page.evaluate('caches.keys()')).toEqual([])
    expect(await page.evaluate('navigator.serviceWorker.getRegistrations().then((r) => r.length)')).toBe(0)
    await context.close()
  })

  it('opens in both languages after one was opened and the server went away; other pages do not', async () => {
    const context = await browser.newContext(phone)
    const page = await opened(context, '/library/help')
    await page.locator('[data-kept]').first().waitFor({ state: 'visible' })
    const before = await seen(page)
    // The worker is awake and holds both pages.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await site.close()

    await page.reload()
    expect(await seen(page)).toEqual(before)
    const twin = await opened(context, '/es/library/help')
    expect(await seen(twin)).toMatchObject({ lang: 'es', parts: before.parts, serif: before.serif })
    expect(await twin.locator('main').textContent()).toContain('1-800-898-7180')
    // A link from elsewhere carries words after the question mark.
    const again = await opened(context, '/library/help?from=poster')
    expect((await seen(again)).heading).toBe(before.heading)
    await expect(opened(context, '/library')).rejects.toThrow('ERR_CONNECTION_REFUSED')
    const pdf = await page.pdf({ format: 'Letter' })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(1)
    await context.close()
  })
})
