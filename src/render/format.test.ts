import { describe, expect, it } from 'vitest'
import {
  capital,
  formatDate,
  formatMonth,
  formatMonths,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShortMonth,
  sentenceList,
} from './format.ts'

const nb = '\u00a0'

describe('numbers', () => {
  it('groups thousands in both languages, four digits too', () => {
    expect(formatNumber(298173, 'en')).toBe('298,173')
    expect(formatNumber(2815, 'es')).toBe('2,815')
    expect(formatNumber(0, 'en')).toBe('0')
  })
  it('uses a real minus sign', () => expect(formatNumber(-5, 'en')).toBe('\u22125'))
})

describe('shares', () => {
  it('prints one decimal and an unbreakable space', () => {
    expect(formatShare(5684 / 298173, 'en')).toBe(`1.9${nb}%`)
    expect(formatShare(0.5, 'es', 0)).toBe(`50${nb}%`)
  })
  it('does not print zero for what is not zero', () => {
    expect(formatShare(0.0001, 'en')).toBe(`<${nb}0.1${nb}%`)
    expect(formatShare(0, 'en')).toBe(`0.0${nb}%`)
  })
})

describe('dates', () => {
  it('writes them out', () => {
    expect(formatDate('2012-06-28', 'en')).toBe(`28${nb}June 2012`)
    expect(formatDate('2012-06-08', 'es')).toBe(`8${nb}de junio de 2012`)
    expect(formatMonth('2012-06', 'es')).toBe(`junio de${nb}2012`)
    expect(formatShortMonth('2012-01', 'es')).toBe('ene')
    expect(formatMonths(['2012-05', '2012-06'], 'en')).toBe(`May and June${nb}2012`)
    expect(formatMonths(['2012-12', '2013-01'], 'es')).toBe(`diciembre de${nb}2012 y enero de${nb}2013`)
  })
  it('reads every way of writing a period', () => {
    expect(formatPeriod('FY2012', 'en')).toBe(`fiscal year${nb}2012`)
    expect(formatPeriod('2012', 'en')).toBe('2012')
    expect(formatPeriod('2012-06', 'en')).toBe(`June${nb}2012`)
  })
  it('leaves what is no date as it is', () => expect(formatDate('none', 'en')).toBe('none'))
})

describe('words', () => {
  it('joins a list', () => {
    expect(sentenceList([], 'en')).toBe('')
    expect(sentenceList(['a'], 'en')).toBe('a')
    expect(sentenceList(['a', 'b', 'c'], 'en')).toBe('a, b and c')
    expect(sentenceList(['China', 'India'], 'es')).toBe('China e India')
    expect(sentenceList(['China', 'Hierro'], 'es')).toBe('China y Hierro')
  })
  it('opens a sentence', () => expect(capital('élite')).toBe('Élite'))
})
