export { loadKernel } from '../kernel/load.ts'

/** What `src/wasm/rows.ts` exports; addresses and sizes are bytes of its memory. */
export interface KernelExports {
  readonly memory: WebAssembly.Memory
  readonly rowStart: WebAssembly.Global
  readonly rowEnd: WebAssembly.Global
  readonly rowLine: WebAssembly.Global
  readonly next: WebAssembly.Global
  readonly taken: WebAssembly.Global
  readonly lines: WebAssembly.Global
  windowAt(): number
  mendedAt(): number
  answerAt(): number
  open(crlf: boolean): void
  setColumn(index: number, kind: number, plain: boolean, key: boolean): void
  begin(columns: number, fields: number, more: number, keys: number): void
  newGroup(): void
  groupSize(): number
  scan(from: number, to: number, each: boolean): number
  isPlainAt(from: number, to: number): number
  addRowAt(from: number, to: number): number
  encodeColumn(index: number, prepared: boolean): void
  pageStart(): number
  pageLength(): number
  dictionaryStart(index: number): number
  dictionaryLength(): number
  dictionarySize(index: number): number
  filledCells(index: number): number
  repeatedKeys(): number
  repeatedKeysAt(): number
  leastValue(): bigint
  mostValue(): bigint
}

/** Answers the kernel's question about a cell; see `readCell` in `src/wasm/cell.ts`. */
export type CellReader = (column: number, from: number, length: number) => number

/** A kernel with memory of its own. */
export function startKernel(module: WebAssembly.Module, readCell: CellReader): KernelExports {
  const abort = (): never => {
    throw new Error('the reading kernel stopped')
  }
  const instance = new WebAssembly.Instance(module, { host: { readCell }, env: { abort } })
  return instance.exports as KernelExports
}
