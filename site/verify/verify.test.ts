import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseReceipt, printReceipt } from '../../src/query/receipt.ts'
import { launchBrowser } from '../../test/support/browser.ts'
import { type RunningSite, startSite } from '../../test/support/site.ts'

let site: RunningSite
let receipt = ''

beforeAll(async () => {
  site = await startSite()
  const answer = await fetch(`${site.url}/api/v1/query?measures=filings&by=court&court=LOS,DEN&totals=1`)
  receipt = z.object({ receipt: z.string() }).parse(await answer.json()).receipt
}, 300_000)
afterAll(() => site?.close())

async function page(text: string, prefix = ''): Promise<{ status: number; html: string }> {
  const response = await fetch(
    `${site.url}${prefix}/verify${text === '' ? '' : `?receipt=${encodeURIComponent(text)}`}`,
  )
  return { status: response.status, html: (await response.text()).replaceAll(/<!--.*?-->/g, '') }
}

describe('a receipt is checked on a page', () => {
  test('without one, the page asks for it', async () => {
    const { status, html } = await page('')
    expect(status).toBe(200)
    expect(html).toContain('<textarea id="receipt"')
    expect(html).not.toContain('data-verdict')
  })

  test('what matches is shown with the answer, counted anew', async () => {
    const { html } = await page(receipt)
    expect(html).toContain('data-verdict="match"')
    expect(html).toMatch(/data-cell="#totals,filings"[^>]*>[\d,]+</)
    expect(html).toContain('Los Angeles')
  })

  test('a wide answer names its months, and scrolls in its own box on a phone', async () => {
    const answer = await fetch(`${site.url}/api/v1/query?measures=filings,days_waiting&by=month&from=2026-01`)
    const wide = z.object({ receipt: z.string() }).parse(await answer.json()).receipt
    expect((await page(wide, '/es')).html).toMatch(/<td[^>]*>Enero\sde\s2026</)
    const browser = await launchBrowser()
    const phone = await browser.newPage({ viewport: { width: 320, height: 700 }, javaScriptEnabled: false })
    await phone.goto(`${site.url}/es/verify?receipt=${encodeURIComponent(wide)}`)
    expect(await phone.locator('table.members').evaluate((table) => table.scrollWidth)).toBeGreaterThan(320)
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await browser.close()
  })

  test('one cell is said in the sentence, in Spanish too', async () => {
    const { html } = await page(`${receipt}#0,filings`, '/es')
    expect(html).toMatch(/Coincide\. Al contar de nuevo en la publicación .*, la cifra es <b>[\d,]+<\/b>/)
  })

  test('what does not match says why', async () => {
    const changed = printReceipt({ ...parseReceipt(receipt), values: '0123456789abcdef' })
    expect((await page(changed)).html).toContain('data-verdict="mismatch"')
    expect((await page(changed, '/es')).html).toContain('La misma pregunta sobre la misma publicación da otras cifras')
  })

  test('what cannot be checked here says what is missing', async () => {
    const elsewhere = printReceipt({ ...parseReceipt(receipt), release: '1999-01' })
    expect((await page(elsewhere)).html).toContain('Release 1999-01 is not here; ingest it and ask again.')
    expect((await page(elsewhere, '/es')).html).toContain('La publicación del recibo no está en este servidor')
  })

  test('what is no receipt is told in the language of the page', async () => {
    const { status, html } = await page('od1nonsense', '/es')
    expect(status).toBe(400)
    expect(html).toContain('Esta pregunta no se puede responder')
  })
})
