import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closureTypeNames } from './closure_type.names.ts'
import { nationalityNames } from './nationality.names.ts'

function codes(path: string, ...columns: number[]): string[] {
  const [, ...rows] = readFileSync(new URL(path, import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
  return rows.map((row) => columns.map((at) => row.split(',')[at]).join('.'))
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}

test('every nationality of the lookup has a name in both languages, and no two have the same', () => {
  const lookup = codes('../tables/lookups/values/alien_nat.csv', 0)
  expect(lookup).toHaveLength(256)
  expect(Object.keys(nationalityNames).toSorted()).toEqual(['none', ...lookup].toSorted())
  const names = Object.values(nationalityNames)
  expect(repeated(names.map((n) => n.en))).toEqual([])
  expect(repeated(names.map((n) => n.es))).toEqual([])
})

test("EOIR's codes are not ISO codes", () => {
  expect(nationalityNames['CH']).toEqual({ en: 'China', es: 'China' })
  expect(nationalityNames['ES']).toEqual({ en: 'El Salvador', es: 'El Salvador' })
  expect(nationalityNames['KS']).toEqual({ en: 'South Korea', es: 'Corea del Sur' })
  expect(nationalityNames['SP']).toEqual({ en: 'Spain', es: 'España' })
})

test('every row of the decision lookup has a name in both languages that no other has, short enough for a column', () => {
  const lookup = codes('./outcome_group.csv', 0, 1, 2)
  expect(Object.keys(closureTypeNames).toSorted()).toEqual(['none', ...lookup].toSorted())
  const names = Object.entries(closureTypeNames).flatMap(([code, words]) => (code.startsWith('*') ? [] : [words]))
  for (const language of ['en', 'es'] as const) {
    expect(repeated(names.map((n) => n[language]))).toEqual([])
    expect(names.map((n) => n[language]).filter((n) => n.length > 60)).toEqual([])
  }
})
