import { findRecord } from '../collection.ts'
import { readFigures } from './figure.ts'
import content from './figures.json' with { type: 'json' }

/** The published figures of the review; one that breaks a rule stops the build. */
export const figures = readFigures(content, (id) => findRecord(id) !== undefined)

/** The instruments by which the files were reviewed. */
export const guidance = ['ice-morton-pd-2011', 'ice-vincent-review-2011', 'ice-guidance-criteria-2011'] as const
