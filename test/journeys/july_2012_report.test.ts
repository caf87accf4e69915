import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { buildReport, type ReportDocument, toMarkdown } from '#report'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'

/** Figures that others printed, by the day of the report that must print them: address, then what the text says. */
const published: Readonly<Record<string, readonly (readonly [source: string, text: string])[]>> = {
  '2012-03-28': [
    ['https://trac.syr.edu/immigration/reports/278', 'a total of 2,609 closures'],
    ['https://trac.syr.edu/immigration/reports/278', '0.9 percent of the 298,173 cases'],
    ['https://trac.syr.edu/immigration/reports/278', 'The other 650, or 24.9 percent of the 2,609, were terminations'],
    [
      'https://click4immigration.com/immigration-news/thousands-of-deportation-cases-closed-under-prosecutorial-discretion/',
      'Most of the 2,609 closures, 1,959 or 75.1 percent, were administrative closures',
    ],
    [
      'https://click4immigration.com/immigration-news/thousands-of-deportation-cases-closed-under-prosecutorial-discretion/',
      'Baltimore recorded the most closures, 230, followed by Los Angeles with 218 and New York City',
    ],
    [
      'https://click4immigration.com/immigration-news/thousands-of-deportation-cases-closed-under-prosecutorial-discretion/',
      ' with 207.',
    ],
  ],
  '2012-05-31': [
    ['https://trac.syr.edu/immigration/reports/284/', 'a total of 4,585 closures'],
    ['https://trac.syr.edu/immigration/reports/284/', 'still equal only 1.5 percent of the 298,173 cases'],
    [
      'https://trac.syr.edu/immigration/reports/284/',
      'Los Angeles recorded the most closures, 534, followed by Denver with 401 and San Francisco with 387.',
    ],
  ],
  '2012-06-28': [
    ['https://trac.syr.edu/whatsnew/email.120723.html', 'a total of 5,684 closures'],
    ['https://trac.syr.edu/whatsnew/email.120723.html', 'up from 4,585 on 31 May 2012'],
    [
      'https://trac.syr.edu/whatsnew/email.120723.html',
      'still equal only 1.9 percent of the 298,173 cases pending on 30 September 2011',
    ],
    [
      'https://trac.syr.edu/whatsnew/email.120723.html',
      'Mexico had the largest number of closures: 3,060, equal to 2.9 percent',
    ],
    ['https://trac.syr.edu/whatsnew/email.120723.html', 'South Korea had the highest rate'],
    ['https://trac.syr.edu/whatsnew/email.120723.html', 'or 3.9 percent; next came Cameroon with'],
    ['https://trac.syr.edu/whatsnew/email.120723.html', 'or 3.6 percent. At the other extreme China'],
    [
      'https://trac.syr.edu/whatsnew/email.120723.html',
      'China had 63 closures to 26,579 cases pending on 30 September 2011, or 0.2 percent; next lowest was India',
    ],
    ['https://trac.syr.edu/whatsnew/email.120723.html', 'or 0.8 percent.'],
    [
      'https://trac.syr.edu/webinar/20120802/webinar_20120802_outline.html',
      'The same had led on 31 May 2012, in the same order: Los Angeles with 534, Denver with 401 and San Francisco with 387.',
    ],
    ['https://trac.syr.edu/webinar/20120802/webinar_20120802_outline.html', 'had been open for 803 days on average'],
    ['https://trac.syr.edu/webinar/20120802/webinar_20120802_outline.html', 'longer than the 385 days of all closures'],
  ],
}

const folder = mkdtempSync(join(tmpdir(), 'july-report-'))
let service: ReturnType<typeof openDocket>

beforeAll(async () => {
  const input = join(folder, 'july.zip')
  const dataDir = join(folder, 'data')
  await simulate({ out: input, scenario: 'july-2012', seed: 1 })
  await ingest({ catalog, input, dataDir })
  service = openDocket({ dataDir })
}, 400_000)

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

function report(asOf: string): Promise<ReportDocument> {
  return buildReport(service, 'pd_closures', { asOf, language: 'en' })
}

function cellsIn(document: ReportDocument, rule: string): number[] {
  const sentences = document.sections.flatMap((section) => section.sentences)
  const found = sentences.find((sentence) => sentence.rule === rule)
  return found?.spans.flatMap((span) => ('value' in span ? [span.value] : [])) ?? []
}

const cases = Object.entries(published).flatMap(([asOf, figures]) =>
  figures.map((figure) => [asOf, ...figure] as const),
)

describe('the report prints what was published', () => {
  test.each(cases)('as of %s, %s: %s', async (asOf, _, text) => {
    expect(toMarkdown(await report(asOf))).toContain(text)
  })

  /** Printed as rounded, or as a mean of rows that no one has: within a bound. */
  test('as of 2012-06-28, within the bounds of what was printed', async () => {
    const document = await report('2012-06-28')
    const [pending = 0] = cellsIn(document, 'pending')
    expect(Math.round(pending / 1000)).toBe(314)
    const base = cellsIn(document, 'largest')[3] ?? 0
    expect(base).toBeGreaterThanOrEqual(103_729)
    expect(base).toBeLessThanOrEqual(107_368)
    const relief = cellsIn(document, 'wait')[4] ?? 0
    expect(Math.abs(relief / 773 - 1)).toBeLessThan(0.02)
  })

  test('and any other day, without a word of its own', async () => {
    const text = toMarkdown(await report('2012-04-17'))
    expect(text).toContain('As of 17 April 2012')
    expect(text).toContain('on 31 March 2012')
  })
})
