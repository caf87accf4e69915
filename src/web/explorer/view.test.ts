import { describe, expect, it } from 'vitest'
import { type Dimension, fact, makeCatalog, measure, tool } from '#catalog'
import { dayBefore, firstDay, lastMonth, parseView, printView, search, withFilter } from './view.ts'

const words = { en: 'x', es: 'x' }
const code = (id: string, within?: string): Dimension => ({
  id,
  name: words,
  all: words,
  any: words,
  about: words,
  kind: 'code',
  ...(within !== undefined && { within }),
})
const catalog = makeCatalog({
  tables: [],
  facts: [
    {
      ...fact({
        id: 'thing',
        name: words,
        about: '',
        shape: 'event',
        date: 'date',
        dimensions: ['court', 'hearing_location', 'nationality'],
        tables: [],
      }),
      sql: '',
    },
  ],
  measures: [
    measure({ id: 'a', name: words, about: words, kind: 'flow', unit: 'cases', fact: 'thing' }),
    measure({ id: 'a@b', name: words, about: words, kind: 'flow', unit: 'cases', fact: 'thing', variantOf: 'a' }),
  ],
  dimensions: [code('court'), code('hearing_location', 'court'), code('nationality')],
})
const example = tool({
  id: 'example',
  title: words,
  question: words,
  about: words,
  measures: [{ id: 'a', one: words, many: words, beside: [] }],
  rates: ['r1', 'r2'],
  panes: ['court', 'nationality'],
  choices: ['court', 'hearing_location', 'nationality'],
  always: ['court'],
  withheld: [],
  from: '2011-10',
})

const parse = (text: string) => parseView(new URLSearchParams(text), example, catalog)
const print = (text: string) => search(printView(parse(text), example, catalog))

describe('the address of a view', () => {
  it('leaves out what goes without saying', () => {
    expect(print('')).toBe('')
    expect(print('from=2011-10&rate=r1&panes=court,nationality&chart=chart')).toBe('')
  })
  it('comes back as it was', () => {
    const full =
      '?court=LOS&nationality=!MX,!GT&from=2012&to=2012-06-28&base=2012-01-01&sort=-a&panes=court,court&rate=both&chart=text'
    expect(print(full)).toBe(full.replace('!MX,!GT', '!GT,!MX'))
  })
  it('leaves out a base date and a start that follow from the period', () => {
    expect(print('from=2012-03&since=2012-03-01&base=2012-02-29')).toBe('?from=2012-03')
    expect(print('since=2011-11-01&base=2011-10-31')).toBe('?since=2011-11-01')
    expect(print('since=nonsense')).toBe('?since=nonsense')
  })
  it('takes what a form sends: repeated words, empty words', () => {
    expect(print('court=LOS&court=DEN&base=&q=')).toBe('?court=DEN,LOS')
  })
  it('keeps a rival definition, a way to draw, and up to five panes', () => {
    const full =
      '?measure=a@b&panes=court,court,court,court,nationality&drawn=lines&time=fiscal_year&unit=index&split=court'
    expect(print(full)).toBe(full)
    expect(parse('panes=nationality').panes).toEqual(['nationality', 'court'])
  })
  it.each([
    'cort=LOS',
    'rate=r3',
    'panes=judge',
    'panes=court,court,court,court,court,court',
    'chart=pie',
    'court=LOS,!DEN',
    'measure=b',
    'split=month',
  ])('refuses %s', (text) => {
    expect(() => parse(text)).toThrow()
  })
  it('names the nearest word', () => {
    expect(() => parse('cort=LOS')).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ nearest: 'court' }) }),
    )
  })
})

describe('filters', () => {
  it('take what lies within along when they change', () => {
    const view = parse('court=LOS&hearing_location=LOS.LAD&nationality=MX')
    expect(withFilter(view, catalog, 'court', ['DEN']).filters.map((f) => f.values)).toEqual([['DEN'], ['MX']])
    expect(withFilter(view, catalog, 'nationality', []).filters.map((f) => f.dimension)).toEqual([
      'court',
      'hearing_location',
    ])
  })
})

describe('dates', () => {
  it('know the ends of a period', () => {
    expect(firstDay('FY2012')).toBe('2011-10-01')
    expect(firstDay('2012-06')).toBe('2012-06-01')
    expect(firstDay('2012-13')).toBeUndefined()
    expect(lastMonth('FY2012')).toBe('2012-09')
    expect(dayBefore('2012-03-01')).toBe('2012-02-29')
  })
})
