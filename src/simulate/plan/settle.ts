import type { World } from '../base/model.ts'

/** Gives keys to proceedings made after numbering, and makes the last day of the data be the as-of date. */
export function settle(world: World): void {
  let key = 3_000_000
  let last = 0
  for (const { proceedings } of world.cases) {
    for (const part of proceedings) {
      key += 1
      part.id = key
      last = Math.max(last, part.input ?? 0, part.comp ?? 0)
    }
  }
  if (last >= world.asOf) return
  const newest = world.cases.findLast(
    (each) => each.proceedings.length === 1 && each.proceedings[0]?.comp === undefined && !each.orphan && !each.fixed,
  )
  const only = newest?.proceedings[0]
  if (only?.input !== undefined) only.input = world.asOf
}
