import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'
import { isSoak } from '../support/soak.ts'
import { type Reader, readerIn, ways } from '../support/ways.ts'
import { readWorkbook } from '../support/xlsx.ts'

/**
 * Ten things that people come for, each begun at a page that they know and done in at most eight actions: with a mouse, by
 * keyboard alone, with scripts off, in Spanish, on a phone of 360 px. What is read at the end is the API's number.
 */

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const most = 8
const answerSchema = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })

/** The first row that the API answers, or all of them. */
async function rows(query: string): Promise<readonly Record<string, unknown>[]> {
  const response = await fetch(`${site.url}/api/v1/query?${query}`)
  expect(response.status, query).toBe(200)
  return answerSchema.parse(await response.json()).rows
}

/** A tool in the list of a page. */
const room = (path: string) => `.rooms a[href$="${path}"]`
const answer = '[data-testid=answer]'
const pane = (n: number, code: string) => `[data-testid=pane${n}] tr[data-code="${code}"]`
const apply = 'details[open] button.main'

const tasks: readonly { readonly name: string; readonly act: (reader: Reader) => Promise<void> }[] = [
  {
    name: 'the PD share of my court against the country',
    act: async (reader) => {
      await reader.open('/')
      await reader.press(room('/tools/pd_closures'))
      await reader.press(`${pane(1, 'LOS')} a`)
      const words = 'measures=pd_closures,pd_share_of_backlog&from=2011-10'
      const [[here], [all]] = [await rows(`${words}&court=LOS`), await rows(words)]
      const said = await reader.read(answer)
      expect(said).toContain(reader.says('Nationwide:', 'En todo el país:'))
      for (const row of [here, all]) {
        expect(said).toContain(String(row?.['pd_closures']))
        expect(said).toContain(`${(Number(row?.['pd_share_of_backlog']) * 100).toFixed(1)} %`)
      }
    },
  },
  {
    name: 'the top nationalities in the backlog of a hearing location, in a past month',
    act: async (reader) => {
      await reader.open('/')
      await reader.press(room('/tools/backlog'))
      await reader.press(`${pane(2, 'MIA.MIA')} a`)
      await reader.press('.say details:has(input[name=to]) > summary')
      await reader.type('details[open] input[name=to]', '2019-06')
      await reader.press(apply)
      const [first] = await rows(
        'measures=pending&by=nationality&hearing_location=MIA.MIA&to=2019-06&sort=-pending&limit=1',
      )
      const row = '[data-testid=pane3] tbody tr[data-code]'
      expect((await reader.numbers(`${row} td`))[0]).toBe(first?.['pending'])
      expect(await reader.page.locator(row).first().getAttribute('data-code')).toBe(first?.['nationality'])
    },
  },
  {
    name: 'how many of the cases administratively closed in 2013 are back',
    act: async (reader) => {
      await reader.open('/')
      await reader.press('.top nav a[href$="/reports"]')
      await reader.press('.rooms a[href$="/reports/recalendared"]')
      const line = reader.says('Fiscal year 2013', 'Año fiscal 2013')
      const years = await rows('measures=first_admin_closures,first_admin_closures_back&by=fiscal_year')
      const row = years.find((year) => year['fiscal_year'] === 'FY2013')
      const numbers = await reader.numbers(`tr:has(th:text-is("${line}")):has(td:nth-of-type(4)) :is(th, td)`)
      expect(numbers.slice(1, 3)).toEqual([row?.['first_admin_closures'], row?.['first_admin_closures_back']])
    },
  },
  {
    name: 'the same link says the same on a phone',
    act: async (reader) => {
      await reader.open('/tools/outcomes')
      await reader.press(`${pane(1, 'removal_order')} a`)
      const link = await reader.page.getByTestId('copy-link').getAttribute('href')
      const other = await readerIn(browser, 'phone', site.url)
      await other.page.goto(new URL(link ?? '', site.url).href)
      expect(await other.read(answer)).toBe(await reader.read(answer))
      await other.page.context().close()
    },
  },
  {
    name: 'a file, opened again as a spreadsheet',
    act: async (reader) => {
      await reader.open('/tools/backlog?court=LOS')
      await reader.press('.acts details:has(.offers) > summary')
      const bytes = await reader.fetch('.offers li:has(a:nth-of-type(2)):not(:has(a:nth-of-type(3))) a[href*=".xlsx"]')
      const sheets = await readWorkbook(bytes)
      const [head = [], ...lines] = sheets.get('3 nationality') ?? []
      const pending = head.indexOf('pending')
      const expected = await rows('measures=pending&by=nationality&court=LOS')
      const read = lines.map((line) => [line[0], Number(line[pending])])
      expect(Object.fromEntries(read)).toMatchObject(
        Object.fromEntries(expected.map((row) => [row['nationality'], row['pending']])),
      )
    },
  },
  {
    name: 'a number is checked by its receipt',
    act: async (reader) => {
      await reader.open('/tools/bond')
      await reader.press('.foot a[href*="/verify?"]')
      expect(await reader.read('[data-testid=verdict]')).toContain(reader.says('It matches.', 'Coincide.'))
    },
  },
  {
    name: 'what a number counts and leaves out',
    act: async (reader) => {
      await reader.open('/')
      await reader.press(room('/tools/filings'))
      await reader.press('.foot a[href$="/methods/filings"]')
      expect(await reader.read('main')).toContain(reader.says('What counts', 'Qué cuenta'))
    },
  },
  {
    name: 'one nationality, found by its name',
    act: async (reader) => {
      await reader.open('/tools/filings')
      await reader.press('.say details:has(#q-nationality) > summary')
      await reader.type('#q-nationality', reader.says('hondu', 'hondu'))
      // With scripts the list answers as one types.
      if (reader.way === 'no scripts') await reader.press('details:has(#q-nationality) button[name=pick]')
      await reader.press('input[name=nationality][value=HO]')
      await reader.press(apply)
      const [row] = await rows('measures=filings&nationality=HO&from=2011-10')
      expect(await reader.numbers(`${answer} strong, ${answer} b`)).toContain(row?.['filings'])
    },
  },
  {
    name: 'out of an empty view',
    act: async (reader) => {
      await reader.open('/tools/bond?court=HLG&nationality=CH&from=2013-01&to=2013-02')
      await reader.press('[data-testid=empty] a')
      expect(await reader.page.getByTestId('empty').count()).toBe(0)
    },
  },
  {
    name: 'two courts side by side',
    act: async (reader) => {
      await reader.open('/tools/filings?court=LOS,MIA')
      await reader.press('.drawline summary')
      await reader.choose('.drawline select[name=split]', 'court')
      await reader.press('.drawline button.main')
      expect(await reader.page.locator('.keys li').allTextContents()).toEqual(['Los Angeles', 'Miami'])
    },
  },
]

/** Every task in every way in a soak; else with a mouse, and in the other ways by turns. */
const chosen = (way: number, task: number) => isSoak || way === 0 || task % (ways.length - 1) === way - 1

describe.each(ways.map((way, i) => ({ way, i })))('$way', ({ way, i }) => {
  test.each(tasks.filter((_, task) => chosen(i, task)))('$name', { timeout: 60_000 }, async ({ act }) => {
    const reader = await readerIn(browser, way, site.url)
    const problems: string[] = []
    reader.page.on('pageerror', (error) => problems.push(error.message))
    await act(reader)
    expect(problems).toEqual([])
    expect(reader.actions).toBeLessThanOrEqual(most)
    await reader.page.context().close()
  })
})
