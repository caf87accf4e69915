/** Puts several dimensions into one column of codes: a code for each combination that occurs. */

/** Thrown when a column would need more codes than fit. */
export class TooManyCodes extends Error {}

const most = 65_535

interface Stage {
  /** Number of codes of the dimension. */
  readonly size: number
  /** `code before × size + code of the dimension` → code after, plus one; 0 = not seen. */
  known: Uint16Array
  /** For each code: the code before and the code of the dimension. */
  readonly before: number[]
  readonly own: number[]
}

export class Composer {
  readonly dimensions: readonly number[]
  readonly #stages: Stage[]

  /** Dimensions by number, in the order by which codes are sorted; `sizes` are the numbers of their codes. */
  constructor(dimensions: readonly number[], sizes: readonly number[]) {
    this.dimensions = dimensions
    this.#stages = dimensions.slice(1).map((d) => {
      const size = Math.max(1, sizes[d] ?? 1)
      return { size, known: new Uint16Array(size * 64), before: [], own: [] }
    })
    this.#first = Math.max(1, sizes[dimensions[0] ?? 0] ?? 1)
  }

  readonly #first: number

  get size(): number {
    return this.#stages.at(-1)?.before.length ?? this.#first
  }

  /** Codes of rows, from the columns of all dimensions, into `out` at `at`. */
  add(columns: readonly ArrayLike<number>[], rows: number, out: Uint16Array, at: number): void {
    const [first, ...others] = this.dimensions.map((d) => columns[d] ?? [])
    for (let i = 0; i < rows; i++) out[at + i] = first?.[i] ?? 0
    this.#stages.forEach((stage, s) => {
      addStage(stage, others[s] ?? [], rows, out, at)
    })
  }

  /** The codes of each dimension for each code of the column. */
  parts(): number[][] {
    const size = this.size
    const parts = this.dimensions.map(() => new Array<number>(size).fill(0))
    for (let code = 0; code < size; code++) {
      let at = code
      for (let s = this.#stages.length - 1; s >= 0; s--) {
        const stage = this.#stages[s]
        const part = parts[s + 1]
        if (stage === undefined || part === undefined) continue
        part[code] = stage.own[at] ?? 0
        at = stage.before[at] ?? 0
      }
      const lowest = parts[0]
      if (lowest !== undefined) lowest[code] = at
    }
    return parts
  }
}

function addStage(stage: Stage, own: ArrayLike<number>, rows: number, out: Uint16Array, at: number): void {
  const { size } = stage
  let { known } = stage
  for (let i = 0; i < rows; i++) {
    const before = out[at + i] ?? 0
    const value = own[i] ?? 0
    const place = before * size + value
    if (place >= known.length) {
      const grown = new Uint16Array(Math.max(known.length * 2, place + size))
      grown.set(known)
      known = grown
      stage.known = grown
    }
    let code = known[place] ?? 0
    if (code === 0) {
      code = stage.before.push(before)
      stage.own.push(value)
      if (code > most) throw new TooManyCodes()
      known[place] = code
    }
    out[at + i] = code - 1
  }
}

/** How many combinations of these dimensions occur in a sample. */
function combinations(
  dimensions: readonly number[],
  sizes: readonly number[],
  columns: readonly Uint16Array[],
): number {
  const rows = columns[0]?.length ?? 0
  const composer = new Composer(dimensions, sizes)
  try {
    composer.add(columns, rows, new Uint16Array(rows), 0)
  } catch (error) {
    if (error instanceof TooManyCodes) return Number.POSITIVE_INFINITY
    throw error
  }
  return composer.size
}

/** A dimension that hardly adds combinations to a group joins it: a court is told by its hearing location. */
const told = 1.5
/** Small groups are put together as long as all their combinations stay below this … */
const smallEnough = 2048
/** … and each has no more than this. */
const smallAlone = 64
/** So few codes are worth a place among the small groups rather than swelling a large one. */
const few = 4

interface Group {
  dimensions: number[]
  /** Combinations in the sample. */
  size: number
}

/**
 * Which dimensions share a column, decided on a sample of rows: those that tell one another, and small ones together.
 * Any decision is right; a good one makes columns few and short. Those named `together` share one for sure.
 */
export function groupDimensions(
  sizes: readonly number[],
  sample: readonly Uint16Array[],
  together: readonly (readonly number[])[] = [],
): number[][] {
  const ordered = sizes.map((_, d) => d).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  const rising = (ids: readonly number[]): number[] =>
    ids.toSorted((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b)
  const groups: Group[] = together.map((ids) => {
    const dimensions = rising(ids)
    return { dimensions, size: combinations(dimensions, sizes, sample) }
  })
  for (const d of ordered.filter((id) => !together.some((ids) => ids.includes(id)))) {
    let best: { group: Group; size: number } | undefined
    for (const group of groups) {
      const size = combinations(rising([...group.dimensions, d]), sizes, sample)
      const growth = size / Math.max(1, group.size)
      if (growth <= told && (best === undefined || growth < best.size / best.group.size)) best = { group, size }
    }
    const swells = best !== undefined && (sizes[d] ?? 0) <= few && best.size > best.group.size
    if (best === undefined || swells) {
      groups.push({ dimensions: [d], size: Math.max(1, sizes[d] ?? 1) })
    } else {
      best.group.dimensions.push(d)
      best.group.size = best.size
    }
  }
  return packed(groups).map((g) => rising(g.dimensions))
}

/** Puts small groups together, the smallest first. */
function packed(groups: readonly Group[]): Group[] {
  const out: Group[] = []
  for (const group of groups.toSorted((a, b) => a.size - b.size)) {
    const host = out.find((g) => g.size * group.size <= smallEnough && group.size <= smallAlone)
    if (host === undefined) out.push({ ...group })
    else {
      host.dimensions = [...host.dimensions, ...group.dimensions]
      host.size *= group.size
    }
  }
  return out
}
