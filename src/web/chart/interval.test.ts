import { expect, it } from 'vitest'
import { wilson } from './interval.ts'

it('holds the share, is wider on a smaller base, and stays between 0 and 1', () => {
  // Newcombe 1998, example: 81 of 263 → 0.2553 to 0.3662; 0 of 20 → 0 to 0.1611.
  const [low, high] = wilson(81, 263) ?? []
  expect(low).toBeCloseTo(0.2553, 4)
  expect(high).toBeCloseTo(0.3662, 4)
  expect(wilson(0, 20)?.[0]).toBe(0)
  expect(wilson(0, 20)?.[1]).toBeCloseTo(0.1611, 4)
  expect(wilson(0, 0)).toBeUndefined()
})
