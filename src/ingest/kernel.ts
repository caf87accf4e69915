import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const sources = join(root, 'src', 'wasm')
const compiled = join(root, 'build', 'wasm')

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
  setColumn(index: number, kind: number, plain: boolean): void
  begin(columns: number, fields: number, more: number, keys: number): void
  newGroup(): void
  groupSize(): number
  scan(from: number, to: number, each: boolean): number
  isPlainAt(from: number, to: number): number
  addRowAt(from: number, to: number): number
  encodeColumn(index: number): void
  pageStart(): number
  pageLength(): number
  dictionaryStart(index: number): number
  dictionaryLength(): number
  dictionarySize(index: number): number
  filledCells(index: number): number
  isRising(index: number): number
  leastValue(): bigint
  mostValue(): bigint
}

/** Answers the kernel's question about a cell; see `readCell` in `src/wasm/cell.ts`. */
export type CellReader = (column: number, from: number, length: number) => number

async function sourceTexts(): Promise<Map<string, string>> {
  const names = (await readdir(sources)).filter((n) => n.endsWith('.ts')).toSorted()
  return new Map(await Promise.all(names.map(async (n) => [n, await readFile(join(sources, n), 'utf8')] as const)))
}

async function compile(entry: string, texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const { default: asc } = await import('assemblyscript/asc')
  let binary: Uint8Array | undefined
  const options = ['--outFile', 'out.wasm', '-O3', '--runtime', 'stub', '--enable', 'simd', '--noAssert']
  const { error, stderr } = await asc.main([entry, ...options], {
    readFile: (name) => texts.get(name.replace(/^.*\//, '')) ?? null,
    writeFile: (_name, contents) => {
      if (typeof contents !== 'string') binary = contents
    },
    listFiles: () => [],
  })
  if (error !== null || binary === undefined) throw new Error(`src/wasm does not compile:\n${stderr.toString()}`)
  return binary
}

/** A compiled kernel, by the name of its source. It is compiled when first needed and kept in `build/wasm` under the hash of all sources. */
export async function loadKernel(entry: 'rows.ts' | 'inflate.ts'): Promise<WebAssembly.Module> {
  const texts = await sourceTexts()
  const hash = createHash('sha256')
    .update(JSON.stringify([...texts]))
    .digest('hex')
    .slice(0, 16)
  const path = join(compiled, `${entry.replace('.ts', '')}-${hash}.wasm`)
  const kept = await readFile(path).catch(() => undefined)
  if (kept !== undefined) return WebAssembly.compile(kept)
  const binary = await compile(entry, texts)
  await keep(path, binary).catch(() => undefined)
  return WebAssembly.compile(new Uint8Array(binary))
}

/** A folder that cannot be written costs a few seconds each time, nothing else. */
async function keep(path: string, binary: Uint8Array): Promise<void> {
  await mkdir(compiled, { recursive: true })
  const part = `${path}.${process.pid}.part`
  await writeFile(part, binary)
  await rename(part, path)
}

/** A kernel with memory of its own. */
export function startKernel(module: WebAssembly.Module, readCell: CellReader): KernelExports {
  const abort = (): never => {
    throw new Error('the reading kernel stopped')
  }
  const instance = new WebAssembly.Instance(module, { host: { readCell }, env: { abort } })
  return instance.exports as KernelExports
}
