import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

const filed = `SELECT case_id AS "case", date, court, hearing_location AS location, nationality AS nat, case_type AS type, custody,
  represented AS counsel FROM facts.filing ORDER BY case_id`

test('a filing takes the first proceeding of the case, and what that does not say from the case', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court  loc  nat  type  custody
    11          1     2011-03-01  2011-04-01  C      LOS    LAD  GT   RMV   D
    10          1     2011-04-02  .           .      DEN    DEN  MX   RMV   N
    12          2     2011-05-01  .           .      .      LAD  .    .     .
    13          3     2011-06-01  .           .      NYC    .    .    .     .`
  const cases = `
    case  nat  type  custody  counsel
    1     HO   DEP   R        2011-03-20
    2     MX   RMV   N        .
    3     .    .     .        .`
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows(filed)).toEqual(
        table(`
          case  date        court  location  nat   type  custody  counsel
          1     2011-03-01  LOS    LOS.LAD   GT    RMV   D        yes
          2     2011-05-01  none   none.LAD  MX    RMV   N        no
          3     2011-06-01  NYC    none      none  none  none     no`),
      )
    },
    { cases },
  )
})

test('of two proceedings that start on one day the one that ends first is the first, then the one of the lower key', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court
    1           1     2011-03-01  .           .      AAA
    2           1     2011-03-01  2011-05-01  C      BBB
    4           2     2011-03-01  2011-05-01  C      CCC
    3           2     2011-03-01  2011-05-01  C      DDD`
  await withRelease(proceedings, async ({ rows }) => {
    expect(await rows('SELECT case_id AS "case", court FROM facts.filing ORDER BY 1')).toEqual(
      table(`
        case  court
        1     BBB
        2     DDD`),
    )
  })
})

test('a duplicate of a key is taken once, as it first stands', async () => {
  const proceedings = `
    proceeding  case  input       court
    1           1     2011-03-01  LOS
    1           1     2011-02-01  DEN`
  const cases = `
    case  nat
    1     MX
    1     GT`
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows('SELECT date, court, nationality AS nat FROM facts.filing')).toEqual(
        table(`
          date        court  nat
          2011-03-01  LOS    MX`),
      )
    },
    { cases },
  )
})
