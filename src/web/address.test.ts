import { expect, it } from 'vitest'
import { languageOf, pathIn, plainPath } from './address.ts'

it('tells the language of an address and finds its twin', () => {
  for (const path of ['/', '/tools', '/tools/pd_closures']) {
    expect(plainPath(pathIn(path, 'es'))).toBe(path)
    expect(languageOf(pathIn(path, 'es'))).toBe('es')
    expect(languageOf(path)).toBe('en')
  }
  expect(languageOf('/estate')).toBe('en')
  expect(pathIn('/', 'es')).toBe('/es')
})
