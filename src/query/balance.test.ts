import { afterAll, beforeAll, expect, test } from 'vitest'
import { UsageError } from '#errors'
import { type SmallRelease, smallRelease } from '../../test/support/tables.ts'

let release: SmallRelease
beforeAll(async () => {
  release = await smallRelease(`
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2011-03-05  X    .      LOS
    2           2     2011-02-05  2011-03-06  .    Y      LOS
    3           2     2011-05-05  .           .    .      LOS
    4           3     2011-02-05  2011-04-07  .    C      LOS
    5           3     2011-04-07  .           .    .      DEN`)
})
afterAll(() => release.close())

test('by month: each month begins with what the one before ended with, and nothing is left over', async () => {
  const { lines } = await release.service.balance('balance=docket&by=month&from=2011-01&to=2011-05')
  expect(lines.map((l) => [l.code, l.before, l.flows['filings'], l.flows['recalendared'], l.now, l.residue])).toEqual([
    ['2011-01', 0, 1, 0, 1, 0],
    ['2011-02', 1, 2, 0, 3, 0],
    ['2011-03', 3, 0, 0, 1, 0],
    ['2011-04', 1, 0, 0, 1, 0],
    ['2011-05', 1, 0, 1, 2, 0],
  ])
})

test('by court: a case that moved leaves one and arrives at the other', async () => {
  const { lines, receipt } = await release.service.balance('balance=docket&by=court')
  expect(lines.map((l) => [l.code, l.flows['moved_in'], l.flows['moved_out'], l.now, l.residue])).toEqual([
    ['DEN', 1, 0, 1, 0],
    ['LOS', 0, 1, 1, 0],
  ])
  expect(await release.service.verify(`${receipt}#1,moved_out`)).toMatchObject({ verdict: 'match', value: 1 })
})

test.each([
  ['balance=dockets', 'unknown balance: dockets', 'docket'],
  ['by=judge', 'the balance docket is not kept by judge', 'court'],
  ['court=LOS', 'unknown parameter: court', 'from'],
  ['from=2012-01&to=2011-01', 'this period ends before it begins', '2012-06-28'],
  ['from=2011-13', 'this is no period', 'FY2012'],
])('%s is refused with what is allowed', async (query, message, allowed) => {
  const error = await release.service.balance(query).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(UsageError)
  expect(String(error)).toContain(message)
  expect(error instanceof UsageError ? error.facts.allowed : '').toContain(allowed)
})
