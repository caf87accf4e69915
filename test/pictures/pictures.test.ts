import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type RunningSite, startSite } from '../support/site.ts'
import { boxesOf, openPicture, pageBoxes, pictures, strays } from './pictures.ts'

/** The parts of each page stand where they stood when its picture was taken. After a change that is meant: `npm run pictures`. */

let site: RunningSite
let browser: Browser

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const kept = pageBoxes.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'places.json'), 'utf8')))

test.each(pictures)('$name', async (picture) => {
  const page = await openPicture(browser, site.url, picture)
  const boxes = await boxesOf(page)
  expect(boxes.length).toBeGreaterThan(2)
  expect(strays(picture.name, boxes, kept[picture.name] ?? [])).toEqual([])
  await page.context().close()
})

test('every picture is there, and none beside', () => {
  const there = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.png'))
  expect(there.toSorted()).toEqual(pictures.map(({ name }) => `${name}.png`).toSorted())
})

test('a part that moved is found', () => {
  const before = [['h1', 40, 100, 600, 40]] as const
  const moved = [['h1', 60, 100, 600, 40]] as const
  expect(strays('x', [[...before[0]]], [[...before[0]]])).toEqual([])
  expect(strays('x', [[...moved[0]]], [[...before[0]]])).toEqual([
    'x: h1 stands at 60 100 600 40, not at 40 100 600 40',
  ])
})
