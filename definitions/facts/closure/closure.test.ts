import { expect, test } from 'vitest'
import { catalog } from '#definitions'
import { table, withRelease } from '../../../test/support/tables.ts'

test('the meaning of a letter depends on the case type and on its column', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-01  2012-01-10  T    .      LOS    RMV
    2           2     2011-01-01  2012-01-10  A    .      LOS    EXC
    3           3     2011-01-01  2012-01-10  A    .      LOS    CFR
    4           4     2011-01-01  2012-01-10  A    .      LOS    WHO
    5           5     2011-01-01  2012-01-10  .    A      LOS    RMV
    6           6     2011-01-01  2012-01-10  V    .      LOS    RMV
    7           7     2011-01-01  2012-01-10  V    .      LOS    RFR
    8           8     2011-01-01  2012-01-10  .    .      LOS    RMV`
  await withRelease(proceedings, async ({ rows }) => {
    const sql = 'SELECT case_id AS "case", closure_type AS type, outcome_group AS outcome FROM facts.closure ORDER BY 1'
    expect(await rows(sql)).toEqual(
      table(`
        case  type     outcome
        1     RMV.C.T  termination
        2     EXC.C.A  relief
        3     CFR.C.A  review_upheld
        4     WHO.C.A  other
        5     RMV.O.A  admin_closure
        6     RMV.C.V  voluntary_departure
        7     RFR.C.V  review_vacated
        8     none     other`),
    )
  })
})

test('a case type that no lookup knows still has its outcome where the letter means one thing everywhere', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-01  2012-01-10  .    Y      LOS    MAA
    2           2     2011-01-01  2012-01-10  T    .      LOS    MAA
    3           3     2011-01-01  2012-01-10  X    .      LOS    MAA`
  await withRelease(proceedings, async ({ rows }) => {
    expect(
      await rows('SELECT closure_type AS type, outcome_group AS outcome, pd FROM facts.closure ORDER BY case_id'),
    ).toEqual(
      table(`
        type     outcome        pd
        MAA.O.Y  admin_closure  yes
        MAA.C.T  termination    no
        MAA.C.X  other          no`),
    )
  })
})

test('a decision beside another completion names the type; a move or a bond shell is none even with a decision', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-01  2012-01-10  X    A      LOS    RMV
    2           2     2011-01-01  2012-01-10  X    C      LOS    RMV
    3           3     2011-01-01  2012-01-10  X    X      LOS    RMV`
  await withRelease(proceedings, async ({ rows }) => {
    expect(await rows('SELECT closure_type AS type FROM facts.closure')).toEqual(table('type\nRMV.C.X'))
  })
})

test('every row of the decision lookup has one outcome, and each outcome has a name', () => {
  const [header = [], ...rows] = catalog.references.get('outcome_group') ?? []
  expect(header.slice(0, 4)).toEqual(['case_type', 'kind', 'code', 'outcome_group'])
  expect(rows.filter(([type]) => type !== '*')).toHaveLength(217)
  expect(new Set(rows.map((r) => r.slice(0, 3).join('.'))).size).toBe(rows.length)
  const closures = rows.map((r) => r[3] ?? '').filter((group) => group !== 'moved' && group !== 'bond_only')
  const named = new Set(Object.keys(catalog.dimensions.get('outcome_group')?.names ?? {}))
  expect([...new Set(closures)].filter((group) => !named.has(group))).toEqual([])
})
