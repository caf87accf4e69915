import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Language, languages } from '#catalog'
import { UsageError } from '#errors'
import { type SmallRelease, smallRelease } from '../../../test/support/tables.ts'
import type { ReportDocument } from '../document.ts'
import { articleHtml } from '../html/article.ts'
import { buildReport, reports } from '../reports.ts'
import { isNumber } from '../span.ts'

/** Seven cases once put aside, at two courts: three back, each standing otherwise. */
const proceedings = `
  proceeding  case  input       comp        dec  other  court  nat  type
  1           1     2000-01-05  2001-02-05  .    Y      LOS    MX   RMV
  2           2     2000-01-05  2001-02-05  .    Y      LOS    MX   RMV
  3           2     2001-02-15  .           .    .      DEN    MX   RMV
  4           3     2000-01-05  2001-02-05  .    A      LOS    GT   RMV
  5           3     2012-02-05  2012-04-05  R    .      DEN    GT   RMV
  6           4     2000-01-05  2009-02-05  .    Y      DEN    GT   RMV
  7           4     2000-06-05  2009-06-05  X    .      DEN    GT   RMV
  8           5     2000-01-05  2009-02-05  .    Y      DEN    MX   RMV
  9           5     2010-02-05  2011-07-05  X    .      NYC    MX   RMV
  10          6     2000-01-05  2009-02-05  .    Y      LOS    MX   RMV
  11          7     2000-01-05  2009-03-05  .    Y      LOS    MX   RMV
  12          8     2000-01-05  2009-03-05  X    .      LOS    MX   RMV`

let release: SmallRelease
beforeAll(async () => {
  release = await smallRelease(proceedings)
})
afterAll(() => release.close())

const report = (language: Language): Promise<ReportDocument> =>
  buildReport(release.service, 'recalendared', { language, asOf: undefined, release: undefined })

const text = (document: ReportDocument, section: string): string =>
  (document.sections.find((s) => s.id === section)?.sentences ?? [])
    .map((s) => s.text)
    .join(' ')
    .replaceAll('\u00a0', ' ')

test('the sentences say what the rows say', async () => {
  const document = await report('en')
  expect(document.title.text.replaceAll('\u00a0', ' ')).toBe(
    'Of the cases once administratively closed, 42.9 percent are back on the docket',
  )
  expect(text(document, 'lead')).toBe(
    'Up to 28 June 2012 the immigration courts had administratively closed 7 cases at least once. Of these, 3, or 42.9 percent, had come back to the docket. 3 were still inactive, and 1 had ended without coming back. In the last twelve months 1 case came back, more than the 0 of the twelve months before.',
  )
  expect(text(document, 'year')).toBe(
    'Most were closed in fiscal year 2009: 4 cases, of which 1, or 25.0 percent, are back.',
  )
  expect(text(document, 'span')).toBe(
    'Half of all returns came within 365 days of the closure; the mean is 1,464 days. 1 case came back within a year, 1 after ten years or more.',
  )
  expect(text(document, 'fate')).toBe(
    'Of those that came back, 1 (33.3 percent) was pending, 1 (33.3 percent) had ended with a removal order and 1 (33.3 percent) with relief.',
  )
  expect(text(document, 'court')).toBe(
    'The largest counts are Los Angeles with 5 cases, of which 40.0 percent are back and Denver with 2 cases, of which 50.0 percent are back.',
  )
})

test('in Spanish', async () => {
  const document = await report('es')
  expect(text(document, 'lead')).toBe(
    'Hasta el 28 de junio de 2012 las cortes de inmigración habían cerrado administrativamente 7 casos al menos una vez. De ellos, 3, el 42.9 %, habían vuelto al calendario. 3 seguían inactivos, y 1 había terminado sin volver. En los últimos doce meses volvió 1 caso, más que los 0 de los doce meses anteriores.',
  )
})

test.each(languages)('every number of its prose names a cell that holds it (%s)', async (language) => {
  const document = await report(language)
  const numbers = document.sections.flatMap((s) => s.sentences.flatMap((one) => one.spans.filter(isNumber)))
  expect(numbers.length).toBeGreaterThan(20)
  for (const { receipt, over, value } of numbers) {
    const [top, bottom] = await Promise.all(
      [receipt, ...(over === undefined ? [] : [over])].map((r) => release.service.verify(r)),
    )
    expect(top).toMatchObject({ verdict: 'match' })
    const [n, base] = [top, bottom].map((v) => (v !== undefined && 'value' in v ? v.value : undefined))
    expect(n === undefined ? undefined : n / (base ?? 1)).toBeCloseTo(value, 9)
  }
  expect(articleHtml(document)).toContain('data-receipt')
})

test('it is made as of the end of a release alone', async () => {
  const asked = buildReport(release.service, 'recalendared', { language: 'en', asOf: '2011-01-01', release: undefined })
  const error = await asked.catch((e: unknown) => e)
  expect(error).toBeInstanceOf(UsageError)
  expect(error instanceof UsageError ? error.facts.nearest : '').toBe('2012-06-28')
})

test('a release without any says so', async () => {
  const none = await smallRelease('proceeding  case  input  comp  dec  other  court\n1  1  2011-01-05  .  .  .  LOS')
  const { title } = await buildReport(none.service, 'recalendared', {
    language: 'en',
    asOf: undefined,
    release: undefined,
  })
  await none.close()
  expect(title.text).toBe('No case in this release was ever administratively closed')
})

test.each(reports)('report $id names every measure that it asks for', async ({ id, measures }) => {
  const { receipts } = await buildReport(release.service, id, { language: 'en', asOf: undefined, release: undefined })
  const asked = receipts.flatMap(({ query }) => new URLSearchParams(query).get('measures')?.split(',') ?? [])
  expect([...measures].toSorted()).toEqual([...new Set(asked)].toSorted())
})
