import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

const spells = `SELECT case_id AS "case", status, from_date AS "from", to_date AS "to", court, filed_date AS filed
  FROM facts.caseload ORDER BY case_id, from_date`

test('a case moves through its spells: pending here, pending there, inactive, pending again, completed', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  2010-03-01  .    C      LOS
    2           1     2010-03-08  2011-02-01  .    A      DEN
    3           1     2011-09-09  2012-05-05  X    .      BAL`
  await withRelease(proceedings, async ({ rows }) => {
    expect(await rows(spells)).toEqual(
      table(`
        case  status    from        to          court  filed
        1     pending   2010-01-05  2010-03-08  LOS    2010-01-05
        1     pending   2010-03-08  2011-02-01  DEN    2010-01-05
        1     inactive  2011-02-01  2011-09-09  DEN    2010-01-05
        1     pending   2011-09-09  2012-05-05  BAL    2010-01-05`),
    )
  })
})

test('a spell that has not ended, or whose end lies after the as-of date, stays open', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  .           .    .      LOS
    2           2     2010-01-05  2012-07-01  X    .      LOS
    3           3     2010-01-05  2011-07-01  .    Y      LOS`
  await withRelease(proceedings, async ({ rows }) => {
    expect(await rows(spells)).toEqual(
      table(`
        case  status    from        to          court  filed
        1     pending   2010-01-05  .           LOS    2010-01-05
        2     pending   2010-01-05  .           LOS    2010-01-05
        3     pending   2010-01-05  2011-07-01  LOS    2010-01-05
        3     inactive  2011-07-01  .           LOS    2010-01-05`),
    )
  })
})

test('spells of no day are left out', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2012-05-31  2012-05-31  X    LOS
    2           2     2011-05-31  2012-05-31  T    LOS
    3           2     2012-05-31  .           .    DEN`
  await withRelease(proceedings, async ({ rows }) => {
    expect(await rows(spells)).toEqual(
      table(`
        case  status   from        to          court  filed
        2     pending  2011-05-31  2012-05-31  LOS    2011-05-31
        2     pending  2012-05-31  .           DEN    2011-05-31`),
    )
  })
})

test('a second proceeding that starts before the first has ended: the later event decides, whosever it is', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-01  2010-06-01  X    .      LOS
    2           1     2010-03-01  2010-09-01  .    C      DEN
    3           1     2010-10-01  .           .    .      BAL`
  await withRelease(proceedings, async ({ rows }) => {
    expect(await rows(spells)).toEqual(
      table(`
        case  status   from        to          court  filed
        1     pending  2010-01-01  2010-03-01  LOS    2010-01-01
        1     pending  2010-03-01  2010-06-01  DEN    2010-01-01
        1     pending  2010-09-01  2010-10-01  DEN    2010-01-01
        1     pending  2010-10-01  .           BAL    2010-01-01`),
    )
  })
})

test('a case without a row, a bond shell and a proceeding without any date have no spell', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court
    1           9     2012-02-10  .           .      LOS
    2           2     2012-02-10  2012-02-17  X      LOS
    3           3     .           .           .      LOS`
  const cases = `
    case  nat
    2     MX
    3     MX`
  await withRelease(proceedings, async ({ rows }) => expect(await rows(spells)).toEqual([]), { cases })
})
