import { findRecord } from '../collection.ts'
import { readCards } from './card.ts'
import content from './cards.json' with { type: 'json' }

/** What each outcome means for a person; a card that breaks a rule stops the build. */
export const cards = readCards(content, (id) => findRecord(id) !== undefined)
