import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutBars, type Month, monthsBetween, placeOf, plotHeight, plotTop } from './bars.ts'

const month = (name: string, value: number | undefined): Month => ({
  month: name,
  cell: value === undefined ? { missing: 'not_recorded' } : value,
  provisional: false,
})

describe('months', () => {
  it('skip none', () => {
    expect(monthsBetween('2011-11', '2012-02')).toEqual(['2011-11', '2011-12', '2012-01', '2012-02'])
    expect(monthsBetween('2012-02', '2012-01')).toEqual([])
  })
  it('place a date between them', () => {
    expect(placeOf('2012-01-01', '2011-01', 24)).toBe(50)
    expect(placeOf('2010-01-01', '2011-01', 24)).toBe(0)
  })
})

describe('bars', () => {
  it('start at zero and stay within the plot', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 200 }), (values) => {
        const months = monthsBetween('2000-01', '2020-12').slice(0, values.length)
        const layout = layoutBars(
          months.map((m, i) => month(m, values[i])),
          (m) => m,
        )
        for (const bar of layout.bars) {
          expect(bar.y).toBeGreaterThanOrEqual(plotTop - 1e-6)
          expect(bar.y + bar.height).toBeCloseTo(plotTop + plotHeight)
          expect(bar.x).toBeGreaterThanOrEqual(0)
          expect(bar.x + bar.width).toBeLessThanOrEqual(100 + 1e-6)
        }
        expect(layout.grid[0]?.value).toBe(0)
      }),
    )
  })
  it('tell what was not recorded from zero', () => {
    const layout = layoutBars(
      [month('2011-10', undefined), month('2011-11', undefined), month('2011-12', 0), month('2012-01', 5)],
      (m) => m,
    )
    expect(layout.gaps).toEqual([{ x: 0, width: 50 }])
    expect(layout.bars.map((b) => b.value)).toEqual([undefined, undefined, 0, 5])
  })
  it('label every bar of a short span, and only the highest of a long one', () => {
    const short = layoutBars(
      monthsBetween('2011-10', '2012-06').map((m, i) => month(m, i + 1)),
      (m) => m,
    )
    expect(short.bars.every((b) => b.labelled === 1)).toBe(true)
    const long = layoutBars(
      monthsBetween('2011-10', '2026-06').map((m, i) => month(m, i + 1)),
      (m) => m,
    )
    expect(long.bars.filter((b) => b.labelled !== undefined)).toHaveLength(1)
    expect(long.months.map((t) => t.label)).toContain('2026')
  })
})
