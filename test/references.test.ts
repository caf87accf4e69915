import { expect, it } from 'vitest'
import { courts, events } from '../site/calendar/collection.ts'
import { kinds } from '../site/calendar/event.ts'
import { findRecord } from '../site/library/collection.ts'
import { timeline } from '../site/timeline.ts'

/** No room of the site knows another; that their links lead somewhere is held here. */

it('every record that an event of the calendar names is in the library', () => {
  expect(
    events.flatMap((e) => e.records.filter((id) => findRecord(id) === undefined).map((id) => `${e.id}: ${id}`)),
  ).toEqual([])
})

it('every court of an event has a name', () => {
  expect(events.flatMap((e) => e.courts.filter((code) => courts[code] === undefined))).toEqual([])
})

it('every event of a tool leads to a record or to the calendar', () => {
  const lost = timeline.flatMap(({ page = '' }) => {
    const record = /^\/library\/([a-z0-9-]+)$/.exec(page)?.[1]
    if (record !== undefined) return findRecord(record) === undefined ? [page] : []
    const query = new URLSearchParams(/^\/calendar\?(.*)$/.exec(page)?.[1])
    const court = query.get('court')
    const isRight = kinds.some((kind) => kind === query.get('kind')) && (court === null || courts[court] !== undefined)
    return isRight ? [] : [page]
  })
  expect(lost).toEqual([])
})
