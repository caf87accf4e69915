import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthsBetween, placeOf, plotHeight, plotTop } from './axis.ts'
import { layoutPlot } from './plot.ts'

const plot = (periods: readonly string[], ...lines: readonly (readonly (number | undefined)[])[]) =>
  layoutPlot(
    lines.map((values, i) => ({
      code: String(i),
      name: String(i),
      points: values.map((value) => ({ value, provisional: false })),
    })),
    { periods, name: (p) => p, format: String, whole: true },
  )

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

describe('a plot', () => {
  it('starts at zero and keeps every mark within', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 200 }), (values) => {
        const months = monthsBetween('2000-01', '2020-12').slice(0, values.length)
        const layout = plot(months, values)
        for (const mark of layout.series[0]?.marks ?? []) {
          expect(mark.y).toBeGreaterThanOrEqual(plotTop - 1e-6)
          expect(mark.y + mark.height).toBeCloseTo(plotTop + plotHeight)
          expect(mark.x).toBeGreaterThanOrEqual(0)
          expect(mark.x + mark.width).toBeLessThanOrEqual(100 + 1e-6)
        }
        expect(layout.grid[0]?.text).toBe('0')
      }),
    )
  })
  it('tells what was not recorded from zero', () => {
    const layout = plot(monthsBetween('2011-10', '2012-01'), [undefined, undefined, 0, 5])
    expect(layout.gaps).toEqual([{ x: 0, width: 50 }])
    expect(layout.series[0]?.marks.map((m) => m.isThere)).toEqual([false, false, true, true])
  })
  it('breaks a line where a value is missing', () => {
    const layout = plot(monthsBetween('2011-10', '2012-01'), [1, undefined, 2, 3])
    expect(layout.series[0]?.path.match(/M/g)).toHaveLength(2)
  })
  it('labels every mark of a short span, and only the highest of a long one', () => {
    const short = monthsBetween('2011-10', '2012-06')
    const few = plot(
      short,
      short.map((_, i) => i + 1),
    )
    expect(few.series[0]?.marks.every((m) => m.label?.density === 1)).toBe(true)
    const long = monthsBetween('2011-10', '2026-06')
    const many = plot(
      long,
      long.map((_, i) => i + 1),
    )
    expect(many.series[0]?.marks.filter((m) => m.label !== undefined)).toHaveLength(1)
    expect(many.ticks.map((t) => t.label)).toContain('2026')
  })
  it('keeps the names at the ends of lines apart and in the plot', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 4 }), (ends) => {
        const layout = plot(['2011-10', '2011-11'], ...ends.map((end) => [500, end]))
        const places = layout.series.map((s) => s.nameY).toSorted((a, b) => a - b)
        places.forEach((place, i) => {
          if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(16 - 1e-6)
          expect(place).toBeLessThanOrEqual(plotTop + plotHeight + 1e-6)
        })
      }),
    )
  })
})
