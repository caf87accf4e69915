import { describe, expect, it } from 'vitest'
import { records } from './collection.ts'
import { wordIn } from './names.ts'
import { Search, searchable } from './search.ts'
import { highlight, squash } from './squash.ts'
import { stemOf } from './stem.ts'

const search = new Search(
  records.map((r) =>
    searchable(
      r,
      r.tags.map((t) => wordIn(t, 'es')),
    ),
  ),
)
const find = (question: string) => search.find(question) ?? []

describe('search', () => {
  it('finds nothing asked in nothing', () => {
    expect(search.find('  -- ')).toBeUndefined()
    expect(find('zzzzqqq')).toEqual([])
  })

  it.each(['Avetisyan', 'matter of avetisyan', 'AVETIS YAN', '25 I&N Dec. 688', 'cierre administrativo avetisyan'])(
    'finds Matter of Avetisyan by %s',
    (question) => expect(find(question)[0]).toBe('bia-avetisyan-2012'),
  )

  it('finds joined and broken words', () => {
    const holding = records.filter((r) => {
      const { title, names, summary } = searchable(r, [])
      return squash(`${title} ${names} ${summary}`).text.includes('exerciseofprosecutorialdiscretion')
    })
    expect(holding.length).toBeGreaterThan(0)
    for (const question of ['exercise ofprosecutorial', 'exer cise of prosecu torial discretion'])
      expect(holding.map((r) => r.id).filter((id) => !find(question).includes(id))).toEqual([])
  })

  it.each([
    ['recalendaring', 'recalendared'],
    ['closures', 'closed'],
    ['dismissals', 'dismissed'],
    ['termination', 'terminating'],
    ['memorandums', 'memorandum'],
    ['cierres administrativos', 'cierre administrativo'],
    ['víctimas', 'victima'],
  ])('finds by %s what it finds by %s', (asked, other) => {
    const found = find(asked)
    expect(find(other).length).toBeGreaterThan(0)
    expect(find(other).filter((id) => !found.includes(id))).toEqual([])
  })

  it('puts the word that was asked before its other forms', () => {
    const found = find('dismissal')
    const holds = (id: string) => {
      const r = records.find((x) => x.id === id)
      return /dismissal/i.test(JSON.stringify(r === undefined ? '' : searchable(r, [])))
    }
    const [first] = found
    expect(first === undefined ? false : holds(first)).toBe(true)
    expect(found.length).toBeGreaterThan(found.filter(holds).length)
  })

  it.each([
    ['closures', 'clos'],
    ['vigentes', 'vigent'],
    ['discrecional', 'discrecion'],
    ['suspendido', 'suspend'],
    ['policies', 'polic'],
    ['memo', 'memo'],
    ['1003', '1003'],
  ])('knows the stem of %s', (word, stem) => expect(stemOf(word)).toBe(stem))

  it('finds a case by its initials', () => expect(find('B-N-K-')[0]).toBe('bia-bnk-2025'))

  it('finds names with accents and without', () => {
    expect(find('Trasvina')).toEqual(find('Trasviña'))
    expect(find('Trasviña')).toContain('ice-trasvina-2021')
  })

  it.each(['"', '*', 'a OR b NOT (', 'title:x', "'; DROP TABLE words", '^', 'NEAR(a b)'])(
    'takes %s as text',
    (question) => {
      expect(() => search.find(question)).not.toThrow()
    },
  )

  it('finds of 10,000 records every copy of what it finds of one, and nothing else', () => {
    const once = new Search(records.map((record) => searchable(record, [])))
    const copies = Math.ceil(10_000 / records.length)
    const many = records.flatMap((record) =>
      Array.from({ length: copies }, (_, i) => ({ ...searchable(record, []), id: `${record.id} ${i}` })),
    )
    const large = new Search(many)
    for (const question of [
      'exercise ofprosecutorial',
      'administrative closure',
      'memo',
      'Avetisyan',
      'prosecu torial discretion',
      'exer cise of prosecu torial discretion',
      'recalendaring motions',
      'B-N-K-',
      'memo of 2011',
    ]) {
      const found = once.find(question) ?? []
      const expected = found.flatMap((id) => Array.from({ length: copies }, (_, i) => `${id} ${i}`))
      expect(found.length, question).toBeGreaterThan(0)
      expect(large.find(question)?.toSorted(), question).toEqual(expected.toSorted())
    }
  })
})

describe('highlights', () => {
  const hits = (text: string, question: string) =>
    highlight(text, question)
      .filter((p) => p.hit)
      .map((p) => p.text)

  it('mark what was found, over broken and joined words', () => {
    expect(hits('Exercise of prosecutorial discretion', 'ofprosecutorial')).toEqual(['of prosecutorial'])
    expect(hits('the prosecu torial power', 'prosecutorial')).toEqual(['prosecu torial'])
    expect(hits('Juan Trasviña', 'trasvina')).toEqual(['Trasviña'])
    expect(hits('an iceberg of ICE', 'ice')).toEqual(['ice', 'ICE'])
    expect(hits('notice', 'ice')).toEqual([])
    expect(hits('Motions to dismiss; a dismissal', 'dismissed')).toEqual(['dismiss', 'dismissal'])
    expect(hits('Un cierre y dos cierres', 'cierres')).toEqual(['cierre', 'cierres'])
  })

  it('lose no letter', () => {
    for (const { title } of records) {
      expect(
        highlight(title, 'the of memo')
          .map((p) => p.text)
          .join(''),
      ).toBe(title)
      expect(squash(title).at.length).toBe(squash(title).text.length)
    }
  })
})
