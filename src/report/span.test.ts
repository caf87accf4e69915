import { describe, expect, it } from 'vitest'
import { isNumber, listOf, type NumberSpan, plainText, t } from './span.ts'

const n: NumberSpan = { text: '5,684', value: 5684, receipt: 'od1x#0,pd_closures' }

describe('a phrase', () => {
  it('keeps numbers apart from text, and joins text', () => {
    const phrase = t`a total of ${t`${n} closures`} ${'by'} PD`
    expect(phrase).toEqual([{ text: 'a total of ' }, n, { text: ' closures by PD' }])
    expect(phrase.filter(isNumber)).toEqual([n])
  })
  it('is plain text with ordinary spaces', () => expect(plainText(t`28\u00a0June`)).toBe('28 June'))
})

describe('a list of phrases', () => {
  const names = (...all: string[]) => all.map((name) => t`${name}`)
  it('joins', () => {
    expect(plainText(listOf(names('A'), 'en'))).toBe('A')
    expect(plainText(listOf(names('A', 'B', 'C'), 'en'))).toBe('A, B and C')
    expect(listOf([], 'en')).toEqual([])
  })
  it('has the Spanish e before a sound of i', () => {
    expect(plainText(listOf(names('China', 'India'), 'es'))).toBe('China e India')
    expect(plainText(listOf(names('China', 'Perú'), 'es'))).toBe('China y Perú')
  })
})
