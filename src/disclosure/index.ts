import type { Gate } from '#catalog'

/**
 * The gate for court data. The records are public and carry no names; EOIR and TRAC publish cells of one.
 * So every cell passes, and an answer by one dimension without a filter but dates always will.
 * A cell that a gate withholds becomes `{"missing":"suppressed"}`, never a blank and never zero.
 */
export const courtData: Gate = (answer) => answer
