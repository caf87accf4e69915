import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const script = readFileSync(new URL('./numbers-on-page.js', import.meta.url), 'utf8').replace(
  /^\/\*[\s\S]*?\*\/\s*/,
  '',
)

const found = z.object({
  /** The number as it is printed. */
  text: z.string(),
  /** Its surroundings, for the message. */
  around: z.string(),
  /** It says how many rows there are. */
  rows: z.boolean(),
  /** The receipts of the nearest element that has any, separated by spaces. */
  receipt: z.string(),
  /** The cell that the number is divided by, as a receipt. */
  over: z.string(),
  /** The cell that is taken from the number first, as a receipt. */
  less: z.string(),
  /** `[<id>]#<row>,<column>` of the nearest cell within it; empty when the receipt is all that is said. */
  cell: z.string(),
})
const all = z.object({
  proved: z.array(found),
  bare: z.array(found),
  /** Counts of things on the page that are not what stands there. */
  miscounted: z.array(z.string()),
  /** Sources that the page names. */
  sources: z.array(z.string()),
  /** Receipts that the page lists by an id. */
  listed: z.record(z.string(), z.string()),
})

export type PageNumber = z.infer<typeof found>
export type PageNumbers = z.infer<typeof all>

/** Reads the numbers of the page that is open, by the rule that `numbers-on-page.js` states. */
export async function numbersOnPage(page: Page): Promise<PageNumbers> {
  return all.parse(await page.evaluate(script))
}
