import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** Reads which file of the repository imports which. Used by the test of the house. */

export const root = join(import.meta.dirname, '../..')

const notOurs = new Set(['node_modules', 'build', '.git', '.svelte-kit', 'data', 'coverage', 'dist'])

/** Files under a folder of the repository, as paths from its root, sorted. */
export function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : filesIn(path, ending)
      return entry.isFile() && ending.test(entry.name) ? [path] : []
    })
    .toSorted()
}

export interface Import {
  readonly from: string
  /** The imported file of ours. */
  readonly to: string
  /** Types alone are gone when the program runs. */
  readonly typeOnly: boolean
}

const aliases = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: Record<string, string> })
  .imports

function target(file: string, specifier: string): string | undefined {
  const alias = aliases[specifier]
  if (alias !== undefined) return normalize(alias)
  if (!specifier.startsWith('.')) return undefined
  const path = normalize(join(dirname(file), specifier.replace(/\?.*$/, '')))
  // AssemblyScript names its modules without an ending.
  return path.startsWith('src/wasm/') && !path.endsWith('.ts') ? `${path}.ts` : path
}

const statement =
  /^[ \t]*(?:import|export)\s+(type\s+)?([^'"();]*?\bfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Whether every name in the braces is marked as a type. */
function onlyTypes(clause: string | undefined): boolean {
  const [, names] = /^\s*\{([^}]*)\}/.exec(clause ?? '') ?? []
  const list = names?.split(',').flatMap((n) => (n.trim() === '' ? [] : [n.trim()]))
  return list?.every((n) => n.startsWith('type ')) ?? false
}

/** What a file imports of ours, aliases and relative paths resolved. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(statement)].flatMap(([, type, clause, named, called]) => {
    const to = target(file, named ?? called ?? '')
    return to === undefined ? [] : [{ from: file, to, typeOnly: type !== undefined || onlyTypes(clause) }]
  })
}

/** Files that run when these run: everything imported, directly or not, as more than a type. */
export function reachedFrom(files: readonly string[]): Map<string, string> {
  const reached = new Map<string, string>()
  const todo = files.map((file) => ({ file, by: file }))
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (reached.has(next.file) || !/\.(ts|svelte)$/.test(next.file) || !exists(next.file)) continue
    reached.set(next.file, next.by)
    const { file } = next
    for (const each of importsOf(file)) if (!each.typeOnly) todo.push({ file: each.to, by: file })
  }
  return reached
}

export function exists(path: string): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false }) !== undefined
}
