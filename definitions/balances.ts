import type { Balance } from '#catalog'

/** Pending now = pending before + what came onto the docket − what left it, in the whole and at every place. */
export const balances: readonly Balance[] = [
  {
    id: 'docket',
    stock: 'pending',
    arrivals: ['filings', 'reopened', 'recalendared', 'moved_in'],
    exits: ['completed_cases', 'cases_put_aside', 'moved_out'],
    across: ['court', 'hearing_location'],
  },
]
