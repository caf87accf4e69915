import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('a hearing stands on its day with its reason; a key that occurs twice is taken once', async () => {
  const proceedings = `
    proceeding  case  input       court
    1           1     2010-01-05  LOS`
  const others = {
    hearing: `
      hearing  case  court  loc  day         calendar  reason  medium
      1        1     LOS    LAD  2012-01-10  M         .       P
      1        1     DEN    .    2012-01-11  M         .       P
      2        1     POR    .    2012-02-10  I         13      V
      3        1     .      .    2012-03-10  .         8A      P
      4        1     LOS    .    2013-03-10  .         .       H
      5        1     LOS    .    .           .         .       .`,
  }
  const sql = `SELECT date, court, court_family AS family, court_state AS state, hearing_location AS loc,
    hearing_type AS type, adjournment_reason AS reason, held, adjourned FROM facts.hearing ORDER BY date`
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows(sql)).toEqual(
        table(`
        date        court  family  state  loc      type  reason  held   adjourned
        2012-01-10  LOS    LOS     CA     LOS.LAD  M     none    true   false
        2012-02-10  POR    POO     OR     none     I     13      true   true
        2012-03-10  none   none    none   none     none  8A      false  false
        2013-03-10  LOS    LOS     CA     none     none  none    false  false`),
      )
    },
    { others },
  )
})
