import { expect, test } from 'vitest'
import { Arena, type Wanted } from './arena.ts'

const kilobyte = 1024

/** A column all of whose bytes are one number, once `from` lets it be read. */
function column(key: string, bytes: number, value: number, from: Promise<void> = Promise.resolve()): Wanted {
  return { key, bytes, fill: (into) => from.then(() => void into.fill(value)) }
}

test('a column that is still being read keeps its place, even where it was wanted in vain', async () => {
  const arena = new Arena(0, 100 * kilobyte)
  const read = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const held = arena.using([column('used', 40 * kilobyte, 1)], () => done.promise)
  // The slow one gets a place, the large one none: both are given up for now, the slow one in the middle of its reading.
  const vain = arena.using(
    [column('slow', 30 * kilobyte, 2, read.promise), column('large', 60 * kilobyte, 3)],
    async () => {},
  )
  const bytes = 50 * kilobyte
  const seen = arena.using([column('next', bytes, 4)], async ([address = 0]) => {
    read.resolve()
    await new Promise((later) => setTimeout(later, 20))
    return new Set(new Uint8Array(arena.memory.buffer, address, bytes))
  })
  setTimeout(() => read.resolve(), 20)
  expect(await seen).toEqual(new Set([4]))
  done.resolve()
  await Promise.all([held, vain])
})
