import { expect, it } from 'vitest'
import type { Result } from '../query/result.ts'
import { withCountryNames } from './countries.ts'

function answer(language: 'en' | 'es', names: Record<string, string>): Pick<Result, 'labels' | 'language'> {
  return { language, labels: { nationality: names } }
}

it('names countries in Spanish, and leaves what it does not know', () => {
  const named = withCountryNames(
    answer('es', { KS: 'South Korea', TD: 'Trinidad and Tobago', XX: 'Stateless', MX: 'México' }),
    'nationality',
  )
  expect(named.labels['nationality']).toEqual({
    KS: 'Corea del Sur',
    TD: 'Trinidad y Tobago',
    XX: 'Stateless',
    MX: 'México',
  })
})

it('leaves English alone', () => {
  const english = answer('en', { KS: 'South Korea' })
  expect(withCountryNames(english, 'nationality')).toBe(english)
})
