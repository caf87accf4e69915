import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { z } from 'zod'

/** Pages that are kept as pictures: what a reviewer looks at, and where the test finds the parts of each page. */
export interface Picture {
  readonly name: string
  readonly path: string
  readonly width?: number
  readonly dark?: true
  readonly print?: true
}

const phone = 360
const tool = '/tools/pd_closures?court=LOS'

export const pictures: readonly Picture[] = [
  { name: 'home', path: '/' },
  { name: 'home-phone', path: '/', width: phone },
  { name: 'tool', path: tool },
  { name: 'tool-phone', path: tool, width: phone },
  { name: 'tool-dark', path: tool, dark: true },
  { name: 'tool-print', path: tool, width: 700, print: true },
  { name: 'tool-spanish', path: `/es${tool}` },
  { name: 'tool-spanish-phone', path: '/es/tools/processing_time', width: phone },
  { name: 'tool-empty', path: '/tools/bond?court=HLG&nationality=CH&from=2013-01&to=2013-02' },
  { name: 'error', path: '/tools/pd_closures?court=LSO' },
  { name: 'report', path: '/reports/pd_closures?as_of=2013-06-30' },
  { name: 'report-print', path: '/reports/pd_closures?as_of=2013-06-30', width: 700, print: true },
  { name: 'profile', path: '/tools/court?court=LOS' },
  { name: 'profile-phone', path: '/tools/court?court=LOS', width: phone },
  { name: 'method', path: '/methods/pd_closures' },
  { name: 'release', path: '/releases/2026-10-synthetic' },
]

/** Opens the page of a picture as it is taken. */
export async function openPicture(browser: Browser, url: string, picture: Picture, scale = 1): Promise<Page> {
  const { path, width = 1280, dark, print } = picture
  const options: BrowserContextOptions = {
    viewport: { width, height: width === phone ? 740 : 900 },
    colorScheme: dark === true ? 'dark' : 'light',
    deviceScaleFactor: scale,
  }
  const page = await (await browser.newContext(options)).newPage()
  if (print === true) await page.emulateMedia({ media: 'print' })
  await page.goto(url + path, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready')
  return page
}

const parts =
  '.top, h1, .asked, .say, .quiet, .answer, .lead, .empty, .search, .figbar, .tabs, .acts, .drawline, figure, .happened, .panetabs, .pane, .addpane, .facing, .five, .report-body, .facts, .wide-table, .foot, .bottom'
const boxesSchema = z.array(z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]))

/** A part of a page: its name, its place and its size, in pixels. */
export type Box = z.infer<typeof boxesSchema>[number]

export const pageBoxes = z.record(z.string(), boxesSchema)

/** Where the parts of a page stand, in the order of the page. */
export async function boxesOf(page: Page): Promise<readonly Box[]> {
  const found = await page.locator(parts).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0 || !element.checkVisibility()) return []
      const name = element.classList[0] ?? element.tagName.toLowerCase()
      return [
        [name, x, y + (element.ownerDocument.defaultView?.scrollY ?? 0), width, height].map((v) =>
          typeof v === 'number' ? Math.round(v) : v,
        ),
      ]
    }),
  )
  return boxesSchema.parse(found)
}

/** How far a box may stand from where it stood: fonts differ a little between machines. */
export function strays(name: string, now: readonly Box[], kept: readonly Box[]): readonly string[] {
  if (now.map(([part]) => part).join() !== kept.map(([part]) => part).join())
    return [`${name}: ${now.map(([part]) => part).join(' ')}, not ${kept.map(([part]) => part).join(' ')}`]
  return now.flatMap(([part, ...box], i) => {
    const [, ...before] = kept[i] ?? [part, 0, 0, 0, 0]
    const [dx, dy, dw, dh] = box.map((v, at) => Math.abs(v - (before[at] ?? 0)))
    const isNear = (dx ?? 0) <= 6 && (dw ?? 0) <= 6 && (dy ?? 0) <= 40 + 0.03 * (before[1] ?? 0)
    return isNear && (dh ?? 0) <= 40 + 0.05 * (before[3] ?? 0)
      ? []
      : [`${name}: ${part} stands at ${box.join(' ')}, not at ${before.join(' ')}`]
  })
}
