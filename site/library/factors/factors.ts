import { findRecord } from '../collection.ts'
import { readFactorLists } from './list.ts'
import lists from './lists.json' with { type: 'json' }

/** The factor lists, each by its instrument; a file that breaks a rule stops the build. */
export const factorLists = readFactorLists(lists, (id) => findRecord(id) !== undefined)
