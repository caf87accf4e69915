import { describe, expect, test } from 'vitest'
import { day } from '../base/days.ts'
import type { Case, Proceeding, World } from '../base/model.ts'
import { closures, filings, standing } from './count.ts'

type Part = [input: string, comp?: string | undefined, code?: string, court?: string]

/** A case of proceedings; a code in lower case is an OTHER_COMP. */
function whole(...parts: Part[]): Case {
  const proceedings = parts.map(([input, comp, code = '', court = 'LOS'], i): Proceeding => {
    const isDecision = code === code.toUpperCase()
    return {
      id: i + 1,
      court,
      location: court,
      input: input === '' ? undefined : day(input),
      osc: undefined,
      comp: comp === undefined ? undefined : day(comp),
      dec: isDecision ? code : '',
      other: isDecision ? '' : code.toUpperCase(),
    }
  })
  return { id: 1, type: 'RMV', nat: 'MX', detained: false, proceedings }
}

function world(of: Case): World {
  return { scenario: 'test', seed: 1, dirt: 0, asOf: day('2013-01-01'), cases: [of], explained: {} }
}

const statusOn = (of: Case, on: string) =>
  [...standing(world(of), day(on))].map(({ status, part }) => `${status} ${part.court}`)

describe('the status of a case', () => {
  const moved = whole(
    ['2012-01-02', '2012-02-01', 'c', 'LOS'],
    ['2012-02-10', '2012-05-01', 'y', 'DEN'],
    ['2012-08-01', undefined, '', 'DEN'],
  )

  test('between a move and the next start it is pending where it was', () => {
    expect(statusOn(moved, '2012-01-01')).toEqual([])
    expect(statusOn(moved, '2012-02-09')).toEqual(['pending LOS'])
    expect(statusOn(moved, '2012-02-10')).toEqual(['pending DEN'])
  })

  test('an administrative closure makes it inactive until it is recalendared', () => {
    expect(statusOn(moved, '2012-05-01')).toEqual(['inactive DEN'])
    expect(statusOn(moved, '2012-08-01')).toEqual(['pending DEN'])
  })

  test('a reopening on the day of the closure wins; an end on the day of its own start stands', () => {
    expect(statusOn(whole(['2012-01-02', '2012-03-01', 'X'], ['2012-03-01']), '2012-03-01')).toEqual(['pending LOS'])
    expect(statusOn(whole(['2012-03-01', '2012-03-01', 'X']), '2012-03-01')).toEqual(['completed LOS'])
  })

  test('a zero-bond shell is neither filing nor closure', () => {
    const shell = world(whole(['2012-01-02', '2012-01-09', 'x']))
    expect([[...filings(shell)], [...closures(shell)], [...standing(shell, day('2012-02-01'))]]).toEqual([[], [], []])
  })

  test('without a case row only closures count', () => {
    const orphan = world({ ...whole(['2012-01-02', '2012-03-01', 'X']), orphan: true })
    expect([...filings(orphan)]).toEqual([])
    expect([...closures(orphan)]).toHaveLength(1)
  })

  test('the end stands for a start that is missing', () => {
    expect([...filings(world(whole(['', '2012-03-01', 'X'])))].map(({ on }) => on)).toEqual([day('2012-03-01')])
  })
})
