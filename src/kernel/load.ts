// The types of AssemblyScript declare a console of their own; those of Node must stand first.
/// <reference types="node" />
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')
const sources = join(root, 'src', 'wasm')
const compiled = join(root, 'build', 'wasm')

export type KernelSource = 'rows.ts' | 'inflate.ts' | 'scan.ts' | 'days.ts' | 'cube.ts' | 'match.ts'

/** These work on memory that they are given and that threads may share. */
const given = ['--importMemory', '--sharedMemory', '--maximumMemory', '65536', '--enable', 'threads']
const special: Readonly<Record<string, readonly string[]>> = { 'scan.ts': given, 'days.ts': given, 'cube.ts': given }

async function sourceTexts(): Promise<Map<string, string>> {
  const names = (await readdir(sources)).filter((n) => n.endsWith('.ts')).toSorted()
  return new Map(await Promise.all(names.map(async (n) => [n, await readFile(join(sources, n), 'utf8')] as const)))
}

async function compile(entry: string, texts: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const { default: asc } = await import('assemblyscript/asc')
  let binary: Uint8Array | undefined
  const options = [
    '--outFile',
    'out.wasm',
    '-O3',
    '--runtime',
    'stub',
    '--enable',
    'simd',
    '--noAssert',
    ...(special[entry] ?? []),
  ]
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
export async function loadKernel(entry: KernelSource): Promise<WebAssembly.Module> {
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
