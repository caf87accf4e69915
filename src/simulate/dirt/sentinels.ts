import type { Day } from '../base/days.ts'
import { type Case, endOn, type Proceeding, type World } from '../base/model.ts'
import { pick, type Random, random } from '../base/random.ts'

/** A history that a correct count must get right. It changes the model itself, so that the truth is counted with it. */
interface Sentinel {
  readonly id: string
  /** Whether published margins may rest on the case. */
  readonly anyCase?: true
  readonly fits: (whole: Case, only: Proceeding, asOf: Day) => boolean
  readonly make: (whole: Case, only: Proceeding, others: () => Proceeding) => void
}

const isOpen = (part: Proceeding) => part.comp === undefined
const isOld = (part: Proceeding, asOf: Day) => part.input !== undefined && part.input < asOf - 90
const isDone = (part: Proceeding, asOf: Day) => part.comp !== undefined && part.comp < asOf - 40 && part.dec !== ''

/** The case goes on in another proceeding from this day. */
function goOn(whole: Case, place: Proceeding, input: Day): Proceeding {
  const { court, location } = place
  const next: Proceeding = {
    id: 0,
    court,
    location,
    input,
    osc: whole.proceedings[0]?.osc,
    comp: undefined,
    dec: '',
    other: '',
  }
  whole.proceedings.push(next)
  return next
}

const sentinels: readonly Sentinel[] = [
  {
    id: 'unknown_court',
    fits: (_, only) => isOpen(only),
    make: (_, only) => {
      only.court = 'ZZ9'
    },
  },
  {
    id: 'unknown_case_type',
    fits: (_, only) => isOpen(only),
    make: (whole) => {
      whole.type = 'MAA'
    },
  },
  {
    id: 'no_input_date',
    fits: (_, only) => isOpen(only),
    make: (_, only) => {
      only.input = undefined
    },
  },
  {
    id: 'no_date_but_the_end',
    fits: (_, only, asOf) => isDone(only, asOf),
    make: (_, only) => {
      only.input = undefined
      only.osc = undefined
    },
  },
  {
    id: 'moved_twice',
    fits: (_, only, asOf) => isOpen(only) && isOld(only, asOf),
    make: (whole, only, others) => {
      const from = only.input ?? 0
      endOn(only, from + 20, '', 'C')
      endOn(goOn(whole, others(), from + 25), from + 45, '', 'C')
      goOn(whole, others(), from + 50)
    },
  },
  {
    id: 'left_and_not_arrived',
    fits: (_, only, asOf) => isOpen(only) && isOld(only, asOf),
    make: (_, only) => endOn(only, (only.input ?? 0) + 20, '', 'C'),
  },
  {
    id: 'transferred_then_terminated',
    fits: (whole, only, asOf) => whole.type === 'RMV' && isOpen(only) && isOld(only, asOf),
    make: (whole, only, others) => {
      const from = only.input ?? 0
      endOn(only, from + 20, '', 'T')
      endOn(goOn(whole, others(), from + 21), from + 60, 'T', '')
    },
  },
  {
    id: 'closed_y_recalendared_dismissed',
    anyCase: true,
    fits: (_, only, asOf) => only.other === 'Y' && only.comp !== undefined && only.comp < asOf - 70,
    make: (whole, only) => {
      const closed = only.comp ?? 0
      endOn(goOn(whole, only, closed + 30), closed + 55, 'U', '')
    },
  },
  {
    id: 'reopened_on_the_day',
    fits: (_, only, asOf) => only.dec === 'X' && isDone(only, asOf),
    make: (whole, only) => void goOn(whole, only, only.comp ?? 0),
  },
  {
    id: 'received_and_closed_on_one_day',
    fits: (_, only, asOf) => isDone(only, asOf),
    make: (_, only) => {
      only.input = only.comp
    },
  },
  {
    id: 'nationality_of_the_proceeding',
    fits: (whole, only) => whole.nat !== 'CU' && isOpen(only),
    make: (_, only) => {
      only.nat = 'CU'
    },
  },
  {
    id: 'closed_without_case_row',
    fits: (_, only, asOf) => only.dec === 'X' && isDone(only, asOf),
    make: (whole) => {
      whole.orphan = true
    },
  },
  {
    id: 'open_without_case_row',
    fits: (_, only) => isOpen(only),
    make: (whole) => {
      whole.orphan = true
    },
  },
]

/**
 * Puts one of each into the release, each in a case of its own. Cases that margins rest on are left alone, and so is
 * any case whose charging document is older than `since`, which a missing INPUT_DATE would move before it.
 */
export function plant(world: World, since: Day): Record<string, number> {
  const rng = random(world.seed, 5)
  const taken = new Set<Case>()
  const planted: Record<string, number> = {}
  const others = placesOf(world, rng)
  for (const sentinel of sentinels) {
    const whole = world.cases.find((each) => !taken.has(each) && suits(sentinel, each, world.asOf, since))
    const only = whole?.proceedings[0]
    if (whole === undefined || only === undefined) continue
    taken.add(whole)
    sentinel.make(whole, only, () => others(only))
    planted[sentinel.id] = 1
  }
  return planted
}

function suits(sentinel: Sentinel, whole: Case, asOf: Day, since: Day): boolean {
  const [only, second] = whole.proceedings
  if (only === undefined || second !== undefined || (whole.fixed && !sentinel.anyCase)) return false
  if (!sentinel.anyCase && (only.osc === undefined || only.osc < since)) return false
  return sentinel.fits(whole, only, asOf)
}

/** Draws a place at another court. */
function placesOf(world: World, rng: Random): (from: Proceeding) => Proceeding {
  return (from) => {
    for (;;) {
      const place = pick(rng, world.cases).proceedings[0]
      if (place !== undefined && place.court !== from.court && place.court !== 'ZZ9') return place
    }
  }
}
