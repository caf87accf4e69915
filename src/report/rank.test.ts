import { expect, it } from 'vitest'
import { ladder } from './rank.ts'

const answer = {
  receipt: 'od1x',
  labels: { court: { LOS: 'Los Angeles', DEN: 'Denver' } },
  rows: [
    { court: 'DEN', n: 3 },
    { court: 'LOS', n: 5 },
    { court: 'BAL', n: 3 },
    { court: 'none', n: 9 },
    { court: 'SFR', n: { missing: 'not_recorded' } as const },
  ],
}

it('puts equal values on one rung, and leaves out what has no name or no number', () => {
  expect(ladder(answer, 'court', 'n', 'highest')).toEqual([
    { value: 5, entries: [{ code: 'LOS', name: 'Los Angeles', row: 1 }] },
    {
      value: 3,
      entries: [
        { code: 'DEN', name: 'Denver', row: 0 },
        { code: 'BAL', name: 'BAL', row: 2 },
      ],
    },
  ])
  expect(ladder(answer, 'court', 'n', 'lowest').map((rung) => rung.value)).toEqual([3, 5])
})
