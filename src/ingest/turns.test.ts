import { expect, test } from 'vitest'
import type { FactWithSql } from '#catalog'
import { catalog } from '#definitions'
import { inTurn } from './turns.ts'

function factOf(id: string, tables: readonly string[], after: readonly string[] = []): FactWithSql {
  return {
    id,
    name: { en: id, es: id },
    about: '',
    shape: 'event',
    date: 'date',
    dimensions: [],
    tables,
    after,
    sql: '',
  }
}

/** Tables that come when they are told to. */
function reading(): {
  ready: (ids: readonly string[]) => Promise<void>
  come: (id: string) => void
  fail: (id: string) => void
} {
  const tables = new Map<string, PromiseWithResolvers<void>>()
  const tableOf = (id: string): PromiseWithResolvers<void> => {
    const known = tables.get(id) ?? Promise.withResolvers<void>()
    tables.set(id, known)
    return known
  }
  return {
    ready: async (ids) => {
      await Promise.all(ids.map((id) => tableOf(id).promise))
    },
    come: (id) => tableOf(id).resolve(),
    fail: (id) => tableOf(id).reject(new Error(`${id} is damaged`)),
  }
}

test('what has waited is taken as soon as its tables are there, before what was named after it', async () => {
  const { ready, come } = reading()
  const turns = inTurn([factOf('large', ['far']), factOf('small', ['near']), factOf('other', ['near'])], ready)
  come('near')
  expect((await turns.next()).value?.id).toBe('small')
  come('far')
  await ready(['far'])
  expect((await turns.next()).value?.id).toBe('large')
  expect((await turns.next()).value?.id).toBe('other')
  expect((await turns.next()).done).toBe(true)
})

test('what needs another comes after it, however early it was named', async () => {
  const { ready, come } = reading()
  come('near')
  const order: string[] = []
  for await (const { id } of inTurn([factOf('second', ['near'], ['first']), factOf('first', ['near'])], ready))
    order.push(id)
  expect(order).toEqual(['first', 'second'])
})

test('a table that fails, and facts that wait for one another, are told', async () => {
  const { ready, come, fail } = reading()
  fail('far')
  await expect(inTurn([factOf('large', ['far'])], ready).next()).rejects.toThrow('far is damaged')
  come('near')
  const circle = [factOf('a', ['near'], ['b']), factOf('b', ['near'], ['a'])]
  await expect(inTurn(circle, ready).next()).rejects.toThrow('facts wait for one another: a, b')
})

test('all facts of the catalog come, each once, after those they need', async () => {
  const seen = new Set<string>()
  for await (const fact of inTurn([...catalog.facts.values()].toReversed(), () => Promise.resolve())) {
    for (const id of fact.after ?? []) expect(seen).toContain(id)
    seen.add(fact.id)
  }
  expect([...seen].toSorted()).toEqual([...catalog.facts.keys()].toSorted())
})
