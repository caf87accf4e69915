import { describe, expect, it } from 'vitest'
import { count, days, percentCell, percentOf, shareOf, tenthsOfPercent } from './number.ts'

const nb = '\u00a0'
const cited = (value: number) => ({ value, receipt: 'od1x#0,m' })

describe('a percentage', () => {
  it('is rounded once, half up, from whole numbers', () => {
    expect(tenthsOfPercent(5684, 298173)).toBe(19)
    expect(tenthsOfPercent(1, 2000)).toBe(1)
    expect(tenthsOfPercent(57, 2000)).toBe(29)
    expect(tenthsOfPercent(285, 10000)).toBe(29)
    expect(tenthsOfPercent(2849, 100000)).toBe(28)
  })
  it('reads as prose', () => {
    expect(percentOf(5684, 298173, 'en')).toBe(`1.9${nb}percent`)
    expect(percentOf(5684, 298173, 'es')).toBe(`1.9${nb}%`)
    expect(percentOf(0, 7, 'en')).toBe(`0${nb}percent`)
    expect(percentOf(7, 7, 'en')).toBe(`100${nb}percent`)
  })
  it('never prints zero for what is not zero', () => {
    expect(percentOf(1, 100_000, 'en')).toBe(`less than${nb}0.1${nb}percent`)
    expect(percentOf(1, 100_000, 'es')).toBe(`menos del${nb}0.1${nb}%`)
    expect(percentCell(1, 100_000, 'en')).toBe(`<${nb}0.1${nb}%`)
  })
})

it('a share of two cells names both', () => {
  const share = shareOf({ value: 650, receipt: 'od1a#0,x' }, { value: 2609, receipt: 'od1b#0,y' }, 'en')
  expect(share).toEqual({ text: `24.9${nb}percent`, value: 650 / 2609, receipt: 'od1a#0,x', over: 'od1b#0,y' })
  expect(shareOf(cited(0), cited(0), 'en')).toBeUndefined()
})

it('days are printed whole, and the cell stays exact', () => {
  expect(days(cited(802.6), 'en')).toEqual({ ...cited(802.6), text: '803' })
  expect(count(cited(2815), 'es').text).toBe('2,815')
})
