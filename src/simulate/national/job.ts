import { constants, crc32, deflateRawSync } from 'node:zlib'
import type { Table } from '#catalog'
import { tables } from '../../../definitions/tables/index.ts'
import type { Day } from '../base/days.ts'
import type { Account } from '../release.ts'
import { Chance, hash } from './chance.ts'
import { Grime } from './grime.ts'
import { type Changes, newChanges } from './ledger.ts'
import { Life, Nation, type Setting } from './life.ts'
import { Draft, Page } from './page.ts'
import { writers } from './rows/writers.ts'
import { type Sums, Tally } from './tally.ts'

/** All that a worker needs to know; every worker makes the same of it. */
export interface Order {
  readonly setting: Setting
  readonly asOfs: readonly Day[]
  /** Dates of the stocks, the as-of date last. */
  readonly dates: readonly Day[]
}

/** A stretch of one table: all rows of so many cases. */
export interface Task {
  readonly table: number
  readonly block: number
}

/** A stretch, deflated up to a byte border, so that stretches can stand one behind another. */
export interface Stretch {
  readonly parts: Uint8Array[]
  readonly crc: number
  readonly size: number
  readonly account: Account
  readonly dirt: readonly (readonly [string, number])[]
  readonly changes: Summary | undefined
}

/** Changes without what only a worker needs. */
export type Summary = Pick<
  Changes,
  'added' | 'changed' | 'columns' | 'vanished' | 'returned' | 'vanishedKeys' | 'returnedKeys'
>

export const casesInBlock = 8192
const part = 6 << 20
const margin = 1 << 20

/** A row goes missing in a month with this chance. */
const lossRate = 4e-5

/** Deflates text so that more can follow it. */
export function deflate(text: Uint8Array): Uint8Array {
  return new Uint8Array(deflateRawSync(text, { level: 1, chunkSize: 1 << 20, finishFlush: constants.Z_SYNC_FLUSH }))
}

/** Writes stretches, one after another. */
export class Writing {
  readonly nation: Nation
  readonly tally: Tally
  readonly #order: Order
  readonly #life = new Life()
  readonly #old = new Life()
  readonly #first = new Life()
  readonly #draft = new Draft()
  readonly #origin = new Draft()
  readonly #buffer = new Uint8Array(part + margin)

  constructor(order: Order) {
    this.#order = order
    this.nation = new Nation(order.setting, order.asOfs)
    this.tally = new Tally(this.nation.pools, order.dates)
  }

  get sums(): Sums {
    return this.tally.sums
  }

  run({ table: at, block }: Task): Stretch {
    const { setting } = this.#order
    const { nation } = this
    const table = tables[at]
    const writer = table === undefined ? undefined : writers[table.file]
    if (table === undefined || writer === undefined) throw new RangeError(`no writer for table ${at}`)
    const desk = { nation, chance: new Chance(setting.seed) }
    const grime = setting.dirt > 0 ? new Grime(table, setting.seed, setting.dirt, setting.first) : undefined
    const isLater = setting.month > 0
    const isHidden = (key: number, month: number) => this.#isHidden(table, key, month)
    const hidden = isLater ? (key: number) => isHidden(key, setting.month) : undefined
    const page = new Page(this.#buffer, grime, isLater ? this.#draft : undefined, hidden)
    if (isLater) page.changes = newChanges(setting.month, isHidden)
    const parts: Uint8Array[] = []
    let crc = 0
    let size = 0
    const flush = () => {
      const text = page.bytes.subarray(0, page.at)
      crc = crc32(text, crc)
      size += text.length
      parts.push(deflate(text))
      page.reset()
    }
    const end = Math.min(nation.cases, (block + 1) * casesInBlock)
    for (let index = block * casesInBlock; index < end; index += 1) {
      nation.tell(index, nation.asOf, this.#life)
      if (isLater) {
        this.#draft.reset()
        const before = this.#order.asOfs[setting.month - 1] ?? 0
        if (index < (nation.totals[setting.month - 1] ?? 0)) {
          writer(nation.tell(index, before, this.#old), this.#draft, desk)
        }
      }
      writer(this.#life, page, desk)
      if (table.file === 'B_TblProceeding') this.#count()
      if (page.at > part) flush()
    }
    if (page.at > 0) flush()
    return { parts, crc, size, account: page.account, dirt: [...page.dirt], changes: summary(page.changes) }
  }

  #count(): void {
    const life = this.#life
    const { month } = this.#order.setting
    if (month === 0) this.tally.add(life, life.isOrphan, () => false)
    else {
      const lacksCase = life.isOrphan || this.#isHidden(caseTable, life.id, month)
      this.tally.add(life, lacksCase, (i) => this.#isHidden(proceedingTable, life.proceeding(i), month))
    }
  }

  /** Rows of the first release go missing in a month now and then, some for good, some for a month or two. */
  #isHidden(table: Table, key: number, month: number): boolean {
    const { seed } = this.#order.setting
    const purpose = 80 + tables.indexOf(table)
    for (let lost = 1; lost <= month; lost += 1) {
      if (hash(seed, purpose, key, lost) >= lossRate * 0x100000000) continue
      const away = hash(seed, purpose + 200, key, lost) % 5
      if ((away > 2 || month < lost + 1 + (away & 1)) && this.#wasFirst(table, key)) return true
    }
    return false
  }

  /** Whether the first release had the row of the case that is being written. */
  #wasFirst(table: Table, key: number): boolean {
    const { setting } = this.#order
    const { index } = this.#life
    if (index >= setting.cases) return false
    this.#origin.reset()
    const desk = { nation: this.nation, chance: new Chance(setting.seed) }
    writers[table.file]?.(this.nation.tell(index, setting.first, this.#first), this.#origin, desk)
    return this.#origin.rows.has(key)
  }
}

function find(file: string): Table {
  const table = tables.find((each) => each.file === file)
  if (table === undefined) throw new RangeError(`no table ${file}`)
  return table
}

const caseTable = find('A_TblCase')
const proceedingTable = find('B_TblProceeding')

function summary(changes: Changes | undefined): Summary | undefined {
  if (changes === undefined) return undefined
  const { added, changed, columns, vanished, returned, vanishedKeys, returnedKeys } = changes
  return { added, changed, columns, vanished, returned, vanishedKeys, returnedKeys }
}
