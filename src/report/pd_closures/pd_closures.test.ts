import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '#catalog'
import { catalog } from '#definitions'
import { UsageError } from '#errors'
import { ingest } from '#ingest'
import { formatDate, formatMonth } from '#render'
import { buildHandRelease } from '../../../test/hand-release/build.ts'
import { openDocket } from '../../server/docket.ts'
import type { ReportDocument, Sentence } from '../document.ts'
import { articleHtml } from '../html/article.ts'
import { toHtml } from '../html/file.ts'
import { toJson } from '../json.ts'
import { toMarkdown } from '../markdown.ts'
import { buildReport } from '../reports.ts'
import { isNumber, type NumberSpan, plainText } from '../span.ts'

const folder = mkdtempSync(join(tmpdir(), 'report-'))
let service: ReturnType<typeof openDocket>

/** The hand-typed release, and the same rows as if they had been published a month earlier. */
beforeAll(async () => {
  const input = join(folder, 'release.zip')
  const dataDir = join(folder, 'data')
  await buildHandRelease(input)
  await ingest({ catalog, input, dataDir, id: '2012-06-synthetic', asOf: '2012-05-31', acceptRepairs: true })
  await ingest({ catalog, input, dataDir, acceptRepairs: true })
  service = openDocket({ dataDir })
}, 120_000)

afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

function report(language: Language, asOf?: string, release = '2012-07-synthetic'): Promise<ReportDocument> {
  return buildReport(service, 'pd_closures', { language, asOf, release })
}

function sentencesOf(document: ReportDocument): Sentence[] {
  return [document.title, ...document.sections.flatMap((section) => section.sentences)]
}

function numbersOf(document: ReportDocument): NumberSpan[] {
  return sentencesOf(document).flatMap((sentence) => sentence.spans.filter(isNumber))
}

/** The cell that a receipt names, counted anew from the question that the document gives for it. */
async function cellOf(receipt: string, document: ReportDocument): Promise<number> {
  const [body = '', place = ''] = receipt.split('#')
  const source = document.receipts.find((one) => one.receipt === body)
  const [row = '', measure = ''] = place.split(',')
  const result = await service.run(source?.query ?? '')
  const cell = result.rows[Number(row)]?.[measure]
  if (typeof cell !== 'number') throw new Error(`no number in ${receipt}`)
  return cell
}

const days = ['2012-06-28', '2012-05-31', '2012-03-28', '2011-12-20', '2011-10-05']

describe.each(languages)('every number in %s', (language) => {
  it.each(days)('as of %s is the cell that it names, and its receipt can be verified', async (day) => {
    const document = await report(language, day)
    for (const span of numbersOf(document)) {
      const cell = await cellOf(span.receipt, document)
      const value = span.over === undefined ? cell : cell / (await cellOf(span.over, document))
      expect({ ...span, value }).toEqual(span)
      for (const receipt of [span.receipt, ...(span.over === undefined ? [] : [span.over])])
        expect(await service.verify(receipt)).toMatchObject({ verdict: 'match' })
    }
  })

  it.each(days)('as of %s stands in a span: outside are only dates', async (day) => {
    const document = await report(language, day)
    const dates = ['2011-09-30', '2011-10-01', '2012-05-31', day, ...days]
    const ends = ['2012-06', '2012-05', '2012-04', '2012-02', '2011-12', '2011-11', '2011-09']
    const known = [
      ...[...dates, '2012-04-30', '2012-02-29', '2011-11-30'].map((date) => formatDate(date, language)),
      ...ends.map((month) => formatMonth(month, language)),
      ...['2012-03', '2012-01', '2011-10'].map((month) => formatMonth(month, language)),
      `${Number(day.slice(8))}th`,
      `día ${Number(day.slice(8))}`,
      '2012-06-synthetic',
    ]
    for (const sentence of sentencesOf(document)) {
      let outside = sentence.spans.map((span) => (isNumber(span) ? '' : span.text)).join('')
      for (const text of known) outside = outside.replaceAll(text, '')
      expect(outside.replace(/\b2011$|2011 backlog$/, '')).not.toMatch(/\d/)
      expect(sentence.text).toBe(plainText(sentence.spans))
    }
  })

  it('is in an element that carries its receipt', async () => {
    const document = await report(language)
    const html = articleHtml(document)
    for (const { receipt, text } of numbersOf(document).slice(1)) {
      expect(html).toContain(`data-receipt="${receipt}"`)
      expect(html).toContain(`>${text}</data>`)
    }
  })

  it('in a table is the cell that it names', async () => {
    const document = await report(language)
    const tables = document.sections.flatMap((section) => (section.table === undefined ? [] : [section.table]))
    const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells))
    expect(cells.length).toBeGreaterThan(50)
    for (const { cell, value } of cells) {
      if (cell === undefined || value === null) continue
      const [id, place] = cell.split('#')
      const receipt = document.receipts.find((one) => one.id === id)?.receipt
      expect(await cellOf(`${receipt}#${place}`, document)).toBe(value)
    }
  })
})

describe('the document', () => {
  it.each(languages)('goes to JSON and back in %s', async (language) => {
    const document = await report(language)
    expect(JSON.parse(toJson(document))).toEqual(document)
  })

  it.each(languages)('reads as expected in %s', async (language) => {
    const text = toMarkdown(await report(language)).replaceAll(/`od1[\w-]+`/g, '`od1…`')
    await expect(text).toMatchFileSnapshot(`./expected/2012-06-28.${language}.md`)
  })

  it('is a file that needs nothing else', async () => {
    const html = toHtml(await report('es'))
    expect(html).toContain('<html lang="es">')
    expect(html).not.toMatch(/<script|<link|src=|@import|href="[^#]/)
  })

  it('says that synthetic data are synthetic', async () => {
    const document = await report('en')
    for (const text of [toMarkdown(document), toHtml(document)]) expect(text).toContain('synthetic')
    expect(document.release.synthetic).toBe(true)
  })

  it('compares with the release before, and says so when there is none', async () => {
    const rules = (document: ReportDocument) =>
      document.sections.find((section) => section.id === 'revision')?.sentences.map((sentence) => sentence.text)
    expect(rules(await report('en'))).toEqual([
      'The count for 31 May 2012 is the same as in release 2012-06-synthetic: 4.',
      'The number of cases pending on 30 September 2011 is the same as in release 2012-06-synthetic: 17.',
    ])
    expect(rules(await report('en', undefined, '2012-06-synthetic'))).toEqual([
      'No earlier release is published here, so this report cannot show what has been revised.',
    ])
  })
})

describe('a day that cannot be', () => {
  it.each([
    ['2012-02-30', 'bad-date'],
    ['yesterday', 'bad-date'],
    ['2012-06-29', 'date-outside'],
    ['2011-09-30', 'date-outside'],
  ])('%s is an error that says what is allowed', async (day, code) => {
    const failed = report('en', day)
    await expect(failed).rejects.toThrow(UsageError)
    await expect(failed).rejects.toMatchObject({ facts: { code, value: day } })
  })

  it('names the reports that there are', async () =>
    expect(buildReport(service, 'pd_closure', { language: 'en' })).rejects.toMatchObject({
      facts: { code: 'unknown-report', nearest: 'pd_closures' },
    }))
})
