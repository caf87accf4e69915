import type { Wanted } from './arena.ts'
import type { FactCube } from './cube.ts'
import type { MeaningfulPane } from './plan.ts'
import { portionsOf } from './portions.ts'
import type { Summand } from './prepare.ts'
import { FilterList, jobBytes, jobRoom, type Scan, type ScanEnd, type ScanFilter, type ScanPane } from './scan.ts'
import type { Selection } from './select.ts'
import type { CountWaiting } from './span-batch.ts'
import { scanKey } from './span-plan.ts'
import type { Threads } from './threads.ts'

interface Waiting extends CountWaiting {
  readonly pane: MeaningfulPane
}

/** Rows over which something is counted, each thing once. */
interface Asked {
  readonly selection: Selection
  readonly end: ScanEnd | undefined
  readonly panes: Map<string, Waiting>
}

interface Batch {
  readonly fact: FactCube
  /** By what tells scans of the same rows from others. */
  readonly scans: Map<string, Asked>
}

/** A count, and the rows over which it goes. */
interface Placed extends Pick<Asked, 'selection' | 'end'> {
  readonly waiting: Waiting
}

/** Requests for counts of one moment: what goes over the same fact is counted block by block together. */
export class ScanBatches {
  readonly #threads: Threads
  readonly #fewBlocks: number
  #pending = new Map<number, Batch>()

  /** So few blocks are counted at once, without asking a thread. */
  constructor(threads: Threads, fewBlocks: number) {
    this.#threads = threads
    this.#fewBlocks = fewBlocks
  }

  get empty(): boolean {
    return this.#pending.size === 0
  }

  /** The counts of a pane, some time after the next flush. */
  ask(fact: FactCube, { selection, end, pane }: Summand): Promise<Uint32Array> {
    const batch = this.#pending.get(fact.number) ?? { fact, scans: new Map<string, Asked>() }
    this.#pending.set(fact.number, batch)
    const key = scanKey(fact, selection.signature, end)
    const asked = batch.scans.get(key) ?? { selection, end, panes: new Map<string, Waiting>() }
    batch.scans.set(key, asked)
    const waiting = asked.panes.get(pane.signature) ?? { pane, done: [], failed: [] }
    asked.panes.set(pane.signature, waiting)
    return new Promise((done, failed) => {
      waiting.done.push(done)
      waiting.failed.push(failed)
    })
  }

  /** Begins to count what was asked. `elsewhere` is told what goes over the same rows, and may take it over. */
  flush(elsewhere: (scan: string, counts: readonly CountWaiting[]) => boolean): void {
    const batches = this.#pending
    this.#pending = new Map()
    for (const { fact, scans } of batches.values()) {
      const left = [...scans].filter(([key, { panes }]) => !elsewhere(key, [...panes.values()]))
      const placed = left.flatMap(([, { selection, end, panes }]) =>
        [...panes.values()].map((waiting): Placed => ({ selection, end, waiting })),
      )
      for (const portion of portions(fact, placed, this.#threads)) void this.#run(fact, portion)
    }
  }

  async #run(fact: FactCube, portion: readonly Placed[]): Promise<void> {
    const columns = columnsOf(portion)
    const { filters, scans } = scansOf(portion)
    const blocks = scans.reduce((n, s) => n + s.blocks.length, 0)
    try {
      const wanted = columns.map((c) => fact.wanted(c))
      const counts = await this.#threads.arena.using(wanted, (found) => {
        const addresses = new Map(columns.map((c, i) => [c, found[i] ?? 0]))
        const job = { addresses, filters, scans }
        return blocks <= this.#fewBlocks ? this.#threads.runHere(fact, job) : this.#threads.run(fact, job)
      })
      portion.forEach(({ waiting }, i) => {
        for (const done of waiting.done) done(counts[i] ?? new Uint32Array())
      })
    } catch (error) {
      for (const { waiting } of portion) for (const failed of waiting.failed) failed(error)
    }
  }
}

/** One scan for all counts over the same rows, in their order; filters that several have stand once. */
function scansOf(portion: readonly Placed[]): { readonly filters: ScanFilter[]; readonly scans: Scan[] } {
  const list = new FilterList()
  const scans: (Scan & { readonly of: Selection; readonly panes: ScanPane[] })[] = []
  for (const { selection, end, waiting } of portion) {
    const last = scans.at(-1)
    if (last?.of === selection && last.end === end) last.panes.push(waiting.pane.pane)
    else {
      const { blocks, needed } = selection
      const own = selection.filters.map((f) => list.numberOf(f))
      scans.push({ of: selection, filters: own, blocks, needed, panes: [waiting.pane.pane], end })
    }
  }
  return { filters: list.filters, scans: scans.map(({ of: _, ...scan }) => scan) }
}

/** The columns that counts use. */
export function usedColumns(
  filters: readonly ScanFilter[],
  panes: readonly ScanPane[],
  end: ScanEnd | undefined,
): number[] {
  const terms = panes.flatMap((p) => p.terms.map((t) => t.column))
  return [...new Set([...filters.map((f) => f.column), ...terms, ...(end === undefined ? [] : [end.column])])]
}

function columnsOf(portion: readonly Placed[]): number[] {
  return [
    ...new Set(
      portion.flatMap(({ selection, end, waiting }) => usedColumns(selection.filters, [waiting.pane.pane], end)),
    ),
  ]
}

/** Counts that fit into the room of a thread together, and whose columns fit into memory. */
function portions(fact: FactCube, placed: readonly Placed[], { arena }: Threads): Placed[][] {
  const together = (all: readonly Placed[]): boolean => {
    const wanted: Wanted[] = columnsOf(all).map((c) => fact.wanted(c))
    const panes = all.map(({ waiting }) => waiting.pane.pane)
    return jobBytes(scansOf(all).filters, panes) <= jobRoom && arena.fits(wanted)
  }
  return portionsOf(placed, together)
}
