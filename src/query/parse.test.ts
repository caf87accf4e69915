import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { OpendocketError, UsageError } from '#errors'
import { measureColumns, parseQuery, printQuery } from './parse.ts'
import type { Filter, Query } from './query.ts'

test('a rival definition is named by its whole id, and written as it was read', () => {
  const written = 'by=court&measures=pending@quick,pending&sort=-pending@quick'
  expect(printQuery(parseQuery(written, catalog))).toBe(written)
})

const measures = [...catalog.measures.keys()]
const dimensions = [...catalog.dimensions.values()]
const codes = dimensions.flatMap((d) => (d.kind === 'code' ? [d.id] : []))
const times = dimensions.flatMap((d) => (d.kind === 'time' ? [d.id] : []))

const date = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => new Date(Date.UTC(1980, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))

/** A period and the day before its first, so that two can be put in order. */
const period = fc.tuple(date, fc.constantFrom('day', 'month', 'year', 'fiscal')).map(([d, grain]) => {
  if (grain === 'month') return d.slice(0, 7)
  if (grain === 'year') return d.slice(0, 4)
  return grain === 'fiscal' ? `FY${d.slice(0, 4)}` : d
})

/** Codes may hold anything but the signs that part and exclude them. */
const code = fc
  .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
  .map((s) => s.replaceAll(/[,!]/g, '').trim())
  .filter((s) => s !== '' && s.isWellFormed())

const filter = (dimension: string): fc.Arbitrary<Filter> =>
  fc.record({
    dimension: fc.constant(dimension),
    values: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }).map((list) => list.toSorted()),
    exclude: fc.boolean(),
  })

const filters = fc
  .subarray(codes, { maxLength: 6 })
  .chain((ids) => fc.tuple(...ids.toSorted().map(filter)))
  .map((list): Filter[] => list)

const by = fc
  .tuple(fc.shuffledSubarray(codes, { maxLength: 5 }), fc.option(fc.constantFrom(...times)), fc.nat())
  .map(([ids, time, at]) => (time === null ? ids : ids.toSpliced(at % (ids.length + 1), 0, time)))

function has<K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> {
  return fc.option(value).map((v) => (v === null ? {} : ({ [key]: v } as { [P in K]?: T })))
}

/** Queries as they are inside: sorted filters, no defaults. */
const query: fc.Arbitrary<Query> = fc
  .record({
    measures: fc.shuffledSubarray(measures, { minLength: 1, maxLength: 5 }),
    by,
    filters,
    totals: fc.boolean(),
  })
  .chain((core) => {
    const column = fc.constantFrom(...core.by, ...measureColumns(core.measures, catalog))
    return fc
      .tuple(
        fc.oneof(has('from', period), has('to', period)),
        has('since', date),
        has('base', date),
        has('release', fc.constantFrom('2026-10', '2012-07-synthetic')),
        has('largest', fc.integer({ min: 1, max: 1_000_000 })),
        has('min', fc.integer({ min: 1, max: 1_000_000 })),
        has('limit', fc.integer({ min: 1, max: 1_000_000 })),
        has('sort', fc.record({ column, descending: fc.boolean() })),
      )
      .map((parts) => Object.assign({}, core, ...parts) as Query)
  })

const known = [
  'measures',
  'by',
  'from',
  'to',
  'since',
  'base',
  'release',
  'largest',
  'min',
  'sort',
  'limit',
  'totals',
  ...codes,
]

describe('a query goes to a string and back', () => {
  test('parse(print(q)) = q', () => {
    fc.assert(
      fc.property(query, (q) => {
        expect(parseQuery(printQuery(q), catalog)).toEqual(q)
      }),
    )
  })

  test('and print(parse(s)) is one string, in whatever order s has its parameters and values', () => {
    const shuffled = query.chain((q) =>
      fc.tuple(
        fc.constant(printQuery(q)),
        fc.shuffledSubarray(printQuery(q).split('&'), { minLength: printQuery(q).split('&').length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([normal, parts]) => {
        expect(printQuery(parseQuery(parts.join('&'), catalog))).toBe(normal)
      }),
    )
  })

  test('a leading question mark, empty parameters and repeated ones read as people and forms write them', () => {
    const written = '?court=LOS&measures=pd_closures&court=DEN&nationality=&by=+court+%2Cmonth&totals=0'
    expect(printQuery(parseQuery(written, catalog))).toBe('by=court,month&court=DEN,LOS&measures=pd_closures')
  })
})

/** Whether two words are at most so many changed letters apart, by the definition of that distance. */
function within(a: string, b: string, letters: number): boolean {
  if (letters < 0) return false
  if (a === '' || b === '') return a.length + b.length <= letters
  const [x, y] = [a.slice(1), b.slice(1)]
  if (a[0] === b[0]) return within(x, y, letters)
  return within(x, y, letters - 1) || within(a, y, letters - 1) || within(x, b, letters - 1)
}

function raised(text: string): UsageError {
  try {
    parseQuery(text, catalog)
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
  throw new Error(`nothing was raised for ${text}`)
}

/** A known word with one letter changed, put in or taken out, that is not known itself. */
const misspelt = (words: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...words),
      fc.nat(),
      fc.constantFrom(...'abcxyz'),
      fc.integer({ min: 0, max: 1 }),
      fc.boolean(),
    )
    .map(([word, at, letter, put, take]) => {
      const i = at % word.length
      return { word, wrong: word.slice(0, i) + (put === 1 ? letter : '') + word.slice(i + (take ? 1 : 0)) }
    })
    .filter(({ word, wrong }) => wrong.length > 1 && wrong !== word && !words.includes(wrong))

describe('an unknown word is an error that names the nearest known one', () => {
  const near = (error: UsageError, wrong: string, words: readonly string[]): void => {
    const { nearest, value, allowed } = error.facts
    expect(value).toBe(wrong)
    expect(error.message).toContain(wrong)
    expect(words).toContain(nearest)
    expect(within(wrong, nearest ?? '', 1)).toBe(true)
    for (const word of words) expect(allowed).toContain(word)
  }

  test('measures', () => {
    fc.assert(fc.property(misspelt(measures), ({ wrong }) => near(raised(`measures=${wrong}`), wrong, measures)))
  })

  test('dimensions', () => {
    const ids = dimensions.map((d) => d.id)
    fc.assert(fc.property(misspelt(ids), ({ wrong }) => near(raised(`measures=filings&by=${wrong}`), wrong, ids)))
  })

  test('parameters', () => {
    fc.assert(
      fc.property(misspelt([...known, ...times]), ({ wrong }) =>
        near(raised(`measures=filings&${wrong}=1`), wrong, [...known, ...times]),
      ),
    )
  })

  test('columns to sort by', () => {
    const columns = measureColumns(['filings', 'pd_share_of_closures'], catalog)
    fc.assert(
      fc.property(misspelt(columns), ({ wrong }) =>
        near(raised(`measures=filings,pd_share_of_closures&sort=-${wrong}`), wrong, columns),
      ),
    )
  })
})

describe('whatever is typed', () => {
  const garbage = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(fc.constantFrom(...known, ...times), fc.string({ maxLength: 8 })),
          fc.oneof(
            fc.constantFrom(
              '1',
              '-1',
              '0',
              '2012-13',
              'FY0000',
              '0000',
              '0001-01-01',
              '9999-12-31',
              '2012-02-30',
              ...measures,
              ...known,
            ),
            fc.string({ maxLength: 12 }),
          ),
        ),
        { maxLength: 6 },
      )
      .map((list) => `measures=filings&${list.map(([k, v]) => `${k}=${v}`).join('&')}`),
  )

  test('is read, or is a UsageError with a code', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        try {
          parseQuery(text, catalog)
        } catch (error) {
          expect(error).toBeInstanceOf(OpendocketError)
          expect((error as OpendocketError).facts.code).toMatch(/^[a-z-]+(?: [a-z]+)?$/)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['measures=filings&from=2012-06&to=2012-05', 'period-backwards'],
    ['measures=filings&court=LOS,!DEN', 'mixed-filter'],
    ['measures=filings&by=month,fiscal_year', 'two-times'],
    ['measures=filings&month=2012-06', 'time-filter'],
    ['measures=filings&limit=0', 'bad-number'],
    ['measures=filings&from=2012-02-30', 'bad-period'],
    ['measures=filings&since=2012-06', 'bad-date'],
    ['measures=filings&totals=yes', 'bad-flag'],
    ['by=court', 'no-measure'],
    [`measures=filings&court=${'LOS,'.repeat(5000)}`, 'too-long'],
  ])('%s is refused as %s', (text, wanted) => expect(raised(text).facts.code).toBe(wanted))
})
