import type { Carry } from '#catalog'

/**
 * DEC_CODE I (terminated by prosecutorial discretion) is in releases up to about 2020 and in no current one. A proceeding that an
 * older release ends with I, and that ends on the same day here, whatever its code now, ends with I here too.
 */
export const carry: Carry = {
  name: { en: 'PD terminations (code I)', es: 'Las terminaciones por DP (código I)' },
  columns: 'proceeding_id BIGINT, ended DATE, code VARCHAR',
  own: "SELECT count(*) AS n FROM tables.proceeding WHERE DEC_CODE = 'I'",
  keep: "SELECT proceeding_id, date AS ended, 'I' AS code FROM facts.closure WHERE pd = 'yes' AND outcome_group = 'termination'",
  used: 'SELECT count(*) AS n FROM facts.closure WHERE carried',
  touches: { fact: 'closure', columns: ['pd', 'outcome_group', 'closure_type'] },
}
