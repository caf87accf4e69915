import {
  blockDays,
  cellBytes,
  countsAt,
  type DayKernel,
  daysAt,
  flagBytes,
  flagsAt,
  listsAt,
  nextAt,
  outAt,
  totalAt,
  wholeAt,
} from './day-kernel.ts'
import type { ScanKernel } from './kernel.ts'
import { PaneCounts, type PlacedPane } from './pane-counts.ts'
import { spanNumbers } from './request.ts'
import { type PlacedFilter, Rows } from './rows.ts'
import {
  jobBytes,
  type ScanEnd,
  type ScanFact,
  type ScanFilter,
  type ScanJob,
  type ScanPane,
  type ScanTerm,
  termBytes,
} from './scan.ts'

/** Where rows are counted: the cell is the sum of the terms' numbers. Every term has numbers. */
export interface DayPane {
  readonly terms: readonly ScanTerm[]
  readonly size: number
  /** Over periods: the terms of the cell at which rows are taken away that have ended. */
  readonly ended?: readonly ScanTerm[]
}

/** Rows that filters leave, and what their days are counted by. */
export interface DayScan {
  /** Its filters, by their places in the list of the job; those that leave fewest rows come first. */
  readonly filters: readonly number[]
  /** For each block of the job a bit for each filter that it must be put through; -1: no row of it passes. */
  readonly needed: Int32Array
  readonly panes: readonly DayPane[]
  /** Rows that are counted in the same go, whatever their days. */
  readonly counted: readonly ScanPane[]
}

/** From when and until when days are counted. */
export interface DaySpan {
  /** Column of the day from which is counted. */
  readonly start: number
  /** Column of the day up to which is counted; absent: up to `day`. */
  readonly until?: number
  readonly day: number
  /** No row has as many days. */
  readonly days: number
  /** Over periods: how cells are read. */
  readonly over?: {
    /** The first factor of a cell: days from the last day of each period to `day`; -1: it is not asked for. */
    readonly periods: Int32Array
    /** Rows that end by the last day do so in one of the periods. */
    readonly end: ScanEnd
  }
}

/** Distributions of days by the cells of the panes of scans, block by block together, counted by threads together. */
export interface DayJob extends DaySpan {
  readonly addresses: ScanJob['addresses']
  readonly filters: readonly ScanFilter[]
  readonly blocks: Uint32Array
  readonly scans: readonly DayScan[]
  /** Rooms of the threads that count it. */
  readonly rooms: readonly number[]
}

/** What one request counts, wherever it lies. */
export interface DayTask extends DaySpan {
  readonly filters: readonly ScanFilter[]
  readonly blocks: Uint32Array
  /** For each block a bit for each filter that it must be put through. */
  readonly needed: Uint16Array
  readonly pane: DayPane
}

interface PlacedDays {
  readonly pane: DayPane
  readonly numbers: readonly number[]
  readonly ended: readonly number[]
  /** Cells of the panes before. */
  readonly before: number
}

/** A pane without a place, and the one whose sum it is. */
interface Hosted {
  readonly whole: PlacedDays
  readonly host: PlacedDays
}

/** A scan whose lists are in memory. */
interface PlacedScan {
  readonly scan: DayScan
  readonly filters: readonly PlacedFilter[]
  readonly panes: readonly PlacedDays[]
  readonly counted: readonly PlacedPane[]
  readonly hosted: Hosted | undefined
}

/** What counts days is made of: what selects rows, what counts their days. */
export interface DayKernels {
  readonly scan: ScanKernel
  readonly days: DayKernel
}

/** A thread counts for so many milliseconds before it looks whether something else is asked of it. */
const patience = 3
const blocksAtOnce = 16
const keysAtOnce = 8
/** So many selected rows of a block make it worthwhile to take the days of all of them. */
const manyRows = 1024
/** What is counted without a place is the sum of a pane with no more cells than this, where there is one. */
const mostHosted = 128

/** The part that one thread has in counting days. What is next stands in the room of the first thread. */
export class DayCounts {
  readonly #kernels: DayKernels
  readonly #rows: Rows
  readonly #room: number
  readonly #next: Int32Array
  readonly #counts: PaneCounts
  #job: DayJob | undefined
  /** Whether its room is as a job must find it. */
  #empty = false
  #scans: readonly PlacedScan[] = []

  /** `room` is the one for days, `scanRoom` that in which rows are selected. */
  constructor(kernels: DayKernels, memory: WebAssembly.Memory, scanRoom: number, room: number) {
    this.#kernels = kernels
    this.#rows = new Rows(kernels.scan, memory, scanRoom)
    this.#counts = new PaneCounts(kernels.scan, this.#rows)
    this.#room = room
    this.#next = new Int32Array(memory.buffer)
  }

  /** Begins a job: nothing of another one is left. */
  begin(fact: ScanFact, job: DayJob): void {
    if (!this.#empty) this.#wipe()
    this.#empty = false
    this.#rows.begin(fact, job.addresses, this.#room + listsAt)
    this.#job = job
    const filters = job.filters.map((f) => this.#rows.placeFilter(f))
    let before = 0
    this.#scans = job.scans.map((scan) => {
      const panes = scan.panes.map((pane) => {
        const placed = this.#place(pane, before, job.days)
        before += pane.size
        return placed
      })
      return {
        scan,
        filters: scan.filters.flatMap((f) => filters[f] ?? []),
        panes,
        counted: this.#counts.place(scan.counted),
        hosted: job.over === undefined ? hostedIn(panes) : undefined,
      }
    })
  }

  /** Counts what no thread has begun to count; false when nothing is left. */
  count(): boolean {
    const job = this.#begun()
    return this.#each(0, job.blocks.length, blocksAtOnce, (place) => {
      for (const scan of this.#scans) this.#countBlock(job, scan, place)
    })
  }

  /** The rows that this thread counted in the same go, once it has no more to count. */
  counted(): readonly Uint32Array<ArrayBuffer>[] {
    return this.#scans.flatMap(({ counted }) => this.#counts.read(counted))
  }

  /** Reads distributions that no thread has begun to read; false when nothing is left. All is counted by then. */
  read(): boolean {
    const job = this.#begun()
    const step = job.over?.periods.length ?? 1
    const more = this.#each(1, allCells(job) / step, keysAtOnce, (key) => this.#readKey(job, key * step))
    if (!more) this.#empty = true
    return more
  }

  /** Takes away what a job left that was not read to its end. */
  #wipe(): void {
    this.#kernels.days.wipe(this.#room + countsAt, this.#room + flagsAt, flagBytes)
    this.#rows.words.fill(0, (this.#room + totalAt) / 4, (this.#room + flagsAt) / 4)
  }

  #begun(): DayJob {
    if (this.#job === undefined) throw new Error('days that nobody began to count')
    return this.#job
  }

  /** Does units that nobody has begun until none is left, or patience ends. */
  #each(counter: number, units: number, atOnce: number, use: (unit: number) => void): boolean {
    const until = performance.now() + patience
    const next = ((this.#job?.rooms[0] ?? 0) + nextAt) / 4 + counter
    do {
      const from = Atomics.add(this.#next, next, atOnce)
      if (from >= units) return false
      for (let unit = from; unit < Math.min(from + atOnce, units); unit++) use(unit)
    } while (performance.now() < until)
    return true
  }

  /** Numbers tell where rows of counts begin. */
  #place(pane: DayPane, before: number, days: number): PlacedDays {
    const put = (terms: readonly ScanTerm[]): number[] => {
      const own = terms.length === 1 ? before * days : 0
      return terms.map(({ numbers = new Uint32Array(), first }) =>
        this.#rows.numbersOf({ numbers: numbers.map((n) => n * days + own), ...(first !== undefined && { first }) }),
      )
    }
    return { pane, numbers: put(pane.terms), ended: put(pane.ended ?? []), before }
  }

  #countBlock(job: DayJob, { scan, filters, panes, counted, hosted }: PlacedScan, place: number): void {
    const { over, days } = job
    const rows = this.#rows
    const block = job.blocks[place] ?? 0
    const needed = scan.needed[place] ?? -1
    if (needed < 0) return
    const selected = rows.select(block, filters, needed)
    if (selected === 0) return
    const [begun, done] = [counted.filter((p) => !p.pane.ended), counted.filter((p) => p.pane.ended)]
    this.#counts.add(block, selected, begun)
    const n = this.#spanning(block, selected, job)
    for (const { pane, numbers, before } of panes) {
      if (before !== hosted?.whole.before) this.#add(block, n, pane.terms, numbers, before * days, 1)
    }
    if (over === undefined) return
    const ended = rows.keepEnded(block, n, over.end)
    for (const { pane, ended: numbers, before } of panes)
      this.#add(block, ended, pane.ended ?? [], numbers, before * days, -1)
    if (done.length === 0) return
    // Rows without days are counted as well.
    const all = n === selected ? ended : rows.keepEnded(block, rows.select(block, filters, needed), over.end)
    this.#counts.add(block, all, done)
  }

  /** Puts the days of the selected rows; those that end before they start leave the selection. */
  #spanning(block: number, n: number, { start, until, day }: Pick<DayJob, 'start' | 'until' | 'day'>): number {
    const { scan, days: k } = this.#kernels
    const { selection } = this.#rows
    const starts = this.#rows.at(block, start).address
    const ends = until === undefined ? 0 : this.#rows.at(block, until).address
    const days = this.#room + daysAt
    const late =
      n < manyRows
        ? k.daysOf(n, selection, starts, ends, day, days)
        : k.daysOfAll(this.#rows.rowsOf(block), starts, ends, day, days)
    if (late === 0) return n
    return until === undefined
      ? scan.keepRange2(starts, n, 0, day, selection)
      : scan.keepNotAfter(starts, ends, n, selection)
  }

  #add(
    block: number,
    n: number,
    terms: readonly ScanTerm[],
    numbers: readonly number[],
    base: number,
    by: 1 | -1,
  ): void {
    const [k, rows] = [this.#kernels.days, this.#rows]
    const { selection, places } = rows
    const [days, counts, flags] = [this.#room + daysAt, this.#room + countsAt, this.#room + flagsAt]
    const [term, another] = terms
    if (n === 0) return
    if (term === undefined) k.addAll(n, base, selection, days, counts, flags, by)
    else if (another === undefined) {
      const [least, greatest] = rows.zone(block, term.column)
      if (least === greatest) {
        const row = rows.words[(numbers[0] ?? 0) / 4 + least] ?? 0
        k.addAll(n, row, selection, days, counts, flags, by)
        return
      }
      const { address, wide } = rows.at(block, term.column)
      const add = wide ? k.addCodes2 : k.addCodes1
      add(address, n, numbers[0] ?? 0, selection, days, counts, flags, by)
    } else {
      terms.forEach((each, i) => {
        rows.place(block, n, each, numbers[i] ?? 0, i === 0 ? 0 : places, places)
      })
      k.addPlaces(n, places, base, selection, days, counts, flags, by)
    }
  }

  /** Reads a cell; over periods, those of a key one after the other: rows that are open stay so. */
  #readKey(job: DayJob, cell: number): void {
    for (const { hosted } of this.#scans) {
      if (hosted === undefined) continue
      const { host, whole } = hosted
      if (cell === whole.before) return
      if (cell > host.before && cell < host.before + host.pane.size) return
      if (cell === host.before) {
        this.#readHost(job, hosted)
        return
      }
    }
    const periods = job.over?.periods ?? [0]
    let held = 0
    periods.forEach((less, i) => {
      held += this.#take(job, cell + i)
      if (held > 0 && less >= 0) this.#readTotal(job, totalAt, less, cell + i)
    })
    if (held > 0) this.#kernels.days.clear(this.#room + totalAt, job.days / blockDays)
  }

  /** Reads the cells of a pane, and their sum. */
  #readHost(job: DayJob, { host, whole }: Hosted): void {
    const k = this.#kernels.days
    const blocks = job.days / blockDays
    const [total, sum] = [this.#room + totalAt, this.#room + wholeAt]
    for (let cell = host.before; cell < host.before + host.pane.size; cell++) {
      if (this.#take(job, cell) === 0) continue
      this.#readTotal(job, totalAt, 0, cell)
      k.join(total, sum, blocks)
      k.clear(total, blocks)
    }
    this.#readTotal(job, wholeAt, 0, whole.before)
    k.clear(sum, blocks)
  }

  /** Moves what all threads counted in a cell into the total; returns whether that was anything. */
  #take({ rooms, days }: DayJob, cell: number): number {
    const blocks = days / blockDays
    let held = 0
    for (const room of rooms)
      held += this.#kernels.days.take(
        room + countsAt + cell * days * 4,
        room + flagsAt + cell * blocks,
        blocks,
        this.#room + totalAt,
      )
    return held
  }

  #readTotal({ rooms, days }: DayJob, total: number, less: number, cell: number): void {
    const out = (rooms[0] ?? 0) + outAt + cell * cellBytes
    this.#kernels.days.read(this.#room + total, days / blockDays, less, out)
  }
}

/** What is counted without a place need not be counted where a pane has few cells: it is their sum. */
function hostedIn(panes: readonly PlacedDays[]): Hosted | undefined {
  const whole = panes.find(({ pane }) => pane.terms.length === 0)
  const [host] = panes
    .filter((p) => p !== whole && p.pane.size <= mostHosted)
    .toSorted((a, b) => a.pane.size - b.pane.size)
  return whole === undefined || host === undefined ? undefined : { whole, host }
}

/** Bytes that the lists of a job take. */
export function listBytes(
  filters: readonly ScanFilter[],
  panes: readonly DayPane[],
  counted: readonly ScanPane[] = [],
): number {
  const ofDays = panes.reduce((n, p) => n + termBytes(p.terms) + termBytes(p.ended ?? []), 0)
  return ofDays + jobBytes(filters, counted)
}

function panesOf({ scans }: Pick<DayJob, 'scans'>): readonly DayPane[] {
  return scans.flatMap(({ panes }) => panes)
}

function allCells(job: Pick<DayJob, 'scans'>): number {
  return panesOf(job).reduce((n, { size }) => n + size, 0)
}

/** Prepares what the threads of a job share, before any of them begins it: nothing is counted, nothing read. */
export function prepareDays(memory: WebAssembly.Memory, job: Pick<DayJob, 'rooms' | 'scans'>): void {
  const room = job.rooms[0] ?? 0
  new Uint8Array(memory.buffer).fill(0, room, room + outAt + allCells(job) * cellBytes)
}

/** The numbers of the cells of each pane, once all is read. */
export function daysRead(memory: WebAssembly.Memory, job: Pick<DayJob, 'rooms' | 'scans'>): Float64Array[] {
  const all = new Float64Array(memory.buffer)
  let at = ((job.rooms[0] ?? 0) + outAt) / all.BYTES_PER_ELEMENT
  return panesOf(job).map(({ size }) => {
    const from = at
    at += size * spanNumbers.length
    return all.slice(from, at)
  })
}
