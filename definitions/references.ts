import { readFileSync } from 'node:fs'

/** Reads a small CSV of ours; a cell may be quoted. */
function rows(path: string): string[][] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"')),
    )
}

/** Tables of our own that a release lacks; their origin is in the README beside each file. */
export const references: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ['court', rows('./tables/lookups/values/base_city.csv')],
  ['court_family', rows('./dimensions/court_family.csv')],
  ['outcome_group', rows('./dimensions/outcome_group.csv')],
])
