import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCatalog } from './catalog.ts'
import { dimension } from './dimension.ts'
import { fact } from './fact.ts'
import { measure } from './measure.ts'
import { nearest } from './nearest.ts'

const words = { en: 'a thing', es: 'una cosa' }
const colour = dimension({ id: 'colour', name: words, all: words, any: words, about: words, kind: 'code' })
const sale = {
  ...fact({ id: 'sale', name: words, about: '', shape: 'event', date: 'date', dimensions: ['colour'], tables: [] }),
  sql: '',
}
const sales = measure({ id: 'sales', name: words, about: words, kind: 'flow', unit: 'cases', fact: 'sale' })
const share = measure({
  id: 'share',
  name: words,
  about: words,
  kind: 'rate',
  unit: 'share',
  of: 'sales',
  per: 'sales',
})
const whole = { tables: [], facts: [sale], dimensions: [colour], measures: [sales, share] }

describe('a catalog', () => {
  test('finds each definition by its id', () => {
    const catalog = makeCatalog(whole)
    expect(catalog.measures.get('share')).toBe(share)
    expect([...catalog.facts.keys()]).toEqual(['sale'])
  })

  test('refuses two definitions of one id', () => {
    expect(() => makeCatalog({ ...whole, measures: [sales, sales] })).toThrow('duplicate measure: sales')
  })

  test('refuses a fact, dimension or measure that another names and nobody defined', () => {
    expect(() => makeCatalog({ ...whole, facts: [] })).toThrow('unknown id in measure sales: sale')
    expect(() => makeCatalog({ ...whole, dimensions: [] })).toThrow('unknown id in fact sale: colour')
    expect(() => makeCatalog({ ...whole, measures: [share] })).toThrow('unknown id in measure share: sales')
  })
})

describe('the nearest word', () => {
  test('is the one with the fewest letters changed, whatever its case', () => {
    expect(nearest('nationalty', ['month', 'nationality', 'court'])).toBe('nationality')
    expect(nearest('COURT', ['month', 'court'])).toBe('court')
  })

  test('is none when nothing is near', () => {
    expect(nearest('zzzzzzzz', ['month', 'court'])).toBeUndefined()
    expect(nearest('court', [])).toBeUndefined()
  })

  test('of a known word is that word', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/), { minLength: 1, maxLength: 8 }), (list) => {
        for (const word of list) expect(nearest(word, list)).toBe(word)
      }),
    )
  })
})
