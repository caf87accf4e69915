import { array, assert, integer, property } from 'fast-check'
import { expect, test } from 'vitest'
import { apportion, fitMargins } from './apportion.ts'

const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0)

test('the largest remainders get what is left over', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(apportion(7, [5, 3, 2])).toEqual([4, 2, 1])
})

test('what a full member cannot hold goes to the others', () => {
  expect(apportion(10, [8, 1, 1], [4, 10, 10])).toEqual([4, 3, 3])
  expect(() => apportion(10, [1, 1], [4, 4])).toThrow('full')
})

test('shares add up and lie within one of their weight', () => {
  assert(
    property(
      integer({ min: 0, max: 100_000 }),
      array(integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 }),
      (total, weights) => {
        const shares = apportion(total, weights)
        expect(sum(shares)).toBe(total)
        shares.forEach((share, i) => {
          expect(Math.abs(share - (total * (weights[i] ?? 0)) / sum(weights))).toBeLessThanOrEqual(1)
        })
      },
    ),
  )
})

test('a fitted table has exactly the sums it was given', () => {
  const rows = [50, 30, 20]
  const columns = [60, 25, 15, 0]
  const table = fitMargins(rows, columns, [
    [9, 1, 1, 1],
    [1, 9, 1, 1],
    [1, 1, 9, 1],
  ])
  expect(table.map(sum)).toEqual(rows)
  expect(columns.map((_, c) => sum(table.map((row) => row[c] ?? 0)))).toEqual(columns)
})
