import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { held, recordOf, records, relatedTo } from './collection.ts'
import { firstDay, type LibraryRecord, readRecord, readRecords } from './record.ts'
import { changes, inForce, standingOn, statusOn } from './standing.ts'

const avetisyan = recordOf('bia-avetisyan-2012')

describe('in force on a date', () => {
  it.each([
    ['2012-01-30', false],
    ['2012-06-01', true],
    ['2018-05-16', true],
    ['2018-05-17', false],
    ['2019-01-01', false],
    ['2022-01-01', true],
    ['2024-07-28', true],
    ['2024-07-29', false],
  ])('Matter of Avetisyan on %s: %s', (date, expected) => {
    expect(inForce(avetisyan, date)).toBe(expected)
  })

  it('follows the vacatur and the return of the 2021 guidelines', () => {
    const guidelines = recordOf('dhs-mayorkas-2021')
    const days = ['2021-10-15', '2022-01-01', '2022-07-01', '2023-07-01', '2025-02-01']
    expect(days.map((day) => standingOn(guidelines, day))).toEqual(['not_yet', 'yes', 'no', 'yes', 'no'])
  })

  it('says so when the sources do not', () => {
    expect(standingOn(recordOf('ice-doyle-2022'), '2026-01-01')).toBe('unknown')
    expect(standingOn(recordOf('trac-287'), '2026-01-01')).toBe('publication')
  })

  it('property: on every day one status, the one whose span holds the day', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.constantFrom(...records), day, (record, date) => {
        const holding = record.status_history.filter(
          ({ from, to }) => firstDay(from) <= date && (to === null || date < firstDay(to)),
        )
        const first = record.status_history[0]
        expect(holding.length).toBe(first !== undefined && date < firstDay(first.from) ? 0 : 1)
        expect(statusOn(record, date)).toEqual(holding[0])
        if (inForce(record, date)) expect(['current', 'partly_blocked']).toContain(holding[0]?.status)
      }),
      { numRuns: 2000 },
    )
  })

  it('of every record changes on the first day of each status and on no day beside it', () => {
    const day = (date: string, by: number) =>
      new Date(Date.parse(firstDay(date)) + by * 86_400_000).toISOString().slice(0, 10)
    for (const record of records) {
      record.status_history.forEach((span, i, all) => {
        expect(statusOn(record, day(span.from, 0)), record.id).toBe(span)
        expect(statusOn(record, day(span.from, -1)), record.id).toBe(all[i - 1])
        if (span.to !== null) expect(statusOn(record, day(span.to, 0)), record.id).toBe(all[i + 1])
        const binds = record.standing === 'instrument' && ['current', 'partly_blocked'].includes(span.status)
        expect(inForce(record, day(span.from, 0)), record.id).toBe(binds)
      })
    }
  })

  it('tells what changed since a day', () => {
    const news = changes(records, '2025-04-01', '2025-04-30')
    expect(news.map(({ record, span }) => `${record.id} ${span.status}`)).toContain('eoir-dm-22-03 rescinded')
    expect(news.every(({ span }) => firstDay(span.from).startsWith('2025-04'))).toBe(true)
  })
})

describe('records', () => {
  it('are all here, and what was not found is held back', () => {
    expect(records.length + held.length).toBe(165)
    expect(held.map((r) => r.id)).toEqual(['ice-opla-2025'])
    expect(() => recordOf('ice-opla-2025')).toThrow('There is no record')
  })

  it('link to no upload site and to no unauthorised copy', () => {
    const upload =
      /scribd|slideshare|docslib|vdocuments|vdoc\.pub|docstoc|yumpu|pdf4pro|studylib|fdocuments|laughinghyena/
    expect(records.filter((r) => r.links.some(({ url }) => upload.test(url))).map((r) => r.id)).toEqual([])
  })

  it('without a link say why', () => {
    expect(records.filter((r) => r.links.length === 0 && r.link_note === undefined)).toEqual([])
  })

  it('keep their ids clear of the room’s own pages', () => {
    const pages = ['changes', 'factors', 'outcomes', 'review_2012', 'podcast', 'packet', 'help']
    expect(records.filter((r) => pages.includes(r.id))).toEqual([])
  })

  it('label opposing views', () => {
    expect(
      records
        .filter((r) => r.view === 'opposing')
        .map((r) => r.id)
        .toSorted(),
    ).toEqual(['cis-recalendar-2018', 'fair-pilot-2012'])
  })

  it('are related in both directions', () => {
    expect(relatedTo(avetisyan).map(({ kind, id }) => `${kind} ${id}`)).toContain('changed_by ag-castro-tum-2018')
    expect(relatedTo(recordOf('ag-castro-tum-2018')).map(({ kind, id }) => `${kind} ${id}`)).toContain(
      'changes bia-avetisyan-2012',
    )
  })
})

describe('a record that breaks a rule', () => {
  const file = 'site/library/records/bia-avetisyan-2012.json'
  const spans = avetisyan.status_history
  const [first, second] = spans
  if (first === undefined || second === undefined) throw new Error('no history')
  const withHistory = (...history: LibraryRecord['status_history']) => ({ ...avetisyan, status_history: history })

  it.each<[string, unknown, string]>([
    [
      'gap',
      withHistory({ ...first, to: '2018-01-01' }, ...spans.slice(1)),
      'status_history.0.to: gap until 2018-05-17',
    ],
    ['overlap', withHistory({ ...first, to: '2019-01-01' }, ...spans.slice(1)), 'status_history.0.to: overlap from'],
    ['endless', withHistory({ ...first, to: null }, ...spans.slice(1)), 'status_history.0.to: overlap'],
    ['ended', withHistory(first), 'status_history.0.to: the last status lasts'],
    ['no history', withHistory(), 'status_history:'],
    ['bad date', { ...avetisyan, dates: { ...avetisyan.dates, signed: '2012-13-01' } }, 'dates.signed: must be a date'],
    [
      'no date',
      { ...avetisyan, dates: { signed: null, released: null, effective: null, posted: null } },
      'dates: must',
    ],
    ['unknown field', { ...avetisyan, colour: 'red' }, 'the record: Unrecognized key: "colour"'],
    ['wrong name', { ...avetisyan, id: 'other' }, 'id: must be the name of the file'],
    [
      'script link',
      { ...avetisyan, links: [{ role: 'publisher', url: 'javascript:alert(1)', state: 'seen' }] },
      'links.0.url',
    ],
  ])('%s', (_, content, message) => {
    expect(() => readRecord(file, content)).toThrow(`${file}: ${message}`)
  })

  it('names a record that is not there', () => {
    const lost = {
      ...avetisyan,
      relations: [{ kind: 'cites', to: 'nowhere' }],
      status_history: [{ ...first, to: null }],
    }
    expect(() => readRecords({ [file]: lost })).toThrow(`${file}: relations.0.to: there is no record nowhere`)
  })

  it('ends in a circle', () => {
    const of = (id: string, by: string) => ({
      ...avetisyan,
      id,
      relations: [],
      status_history: [first, { ...second, to: null, by }],
    })
    expect(() => readRecords({ 'r/a.json': of('a', 'b'), 'r/b.json': of('b', 'a') })).toThrow(
      'r/a.json: status_history: cycle: a → b → a',
    )
  })
})
