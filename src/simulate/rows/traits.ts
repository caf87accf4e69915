import { type Day, yearOf } from '../base/days.ts'
import type { Case } from '../base/model.ts'
import { whole as between, pick, type Random } from '../base/random.ts'
import { startOf } from '../truth/events.ts'
import { chance, type Scene } from './record.ts'

/** What is invented about a person, the same in every table. */
export interface Traits {
  readonly sex: string
  readonly birth: string
  readonly isMinor: boolean
  readonly entered: Day
  /** Day on which a lawyer appeared for the person. */
  readonly represented: Day | undefined
  readonly city: string
  readonly state: string
  readonly zip: string
  readonly asylum: '' | 'I' | 'E'
}

const towns = [
  ['BROOKLYN', 'NY', '112'],
  ['LOS ANGELES', 'CA', '900'],
  ['MIAMI', 'FL', '331'],
  ['HOUSTON', 'TX', '770'],
  ['CHICAGO', 'IL', '606'],
  ['DENVER', 'CO', '802'],
  ['BALTIMORE', 'MD', '212'],
  ['PHILADELPHIA', 'PA', '191'],
  ['SEATTLE', 'WA', '981'],
  ['ATLANTA', 'GA', '303'],
  ['SAN ANTONIO', 'TX', '782'],
  ['NEWARK', 'NJ', '071'],
  ['PHOENIX', 'AZ', '850'],
  ['OMAHA', 'NE', '681'],
  ['DETROIT', 'MI', '482'],
  ['PORTLAND', 'OR', '972'],
  ['CHARLOTTE', 'NC', '282'],
  ['LAS VEGAS', 'NV', '891'],
  ['NEW ORLEANS', 'LA', '701'],
  ['BOSTON', 'MA', '021'],
] as const

export function traitsOf(scene: Scene, whole: Case): Traits {
  const rng = chance(scene, 11, whole)
  const first = whole.proceedings[0]
  const filed = (first === undefined ? undefined : startOf(first)) ?? scene.world.asOf
  const [city, state, zip] = pick(rng, towns)
  const age = rng() < 0.13 ? between(rng, 1, 17) : 18 + Math.floor(-Math.log(1 - rng()) * 15)
  const appeared = filed + between(rng, 5, 240)
  return {
    sex: rng() < 0.62 ? 'M' : 'F',
    birth: `${between(rng, 1, 12)}/${yearOf(filed) - Math.min(age, 85)}`,
    isMinor: age < 18,
    entered: filed - between(rng, 2, 3000),
    represented: rng() < (whole.detained ? 0.24 : 0.66) && appeared <= scene.world.asOf ? appeared : undefined,
    city,
    state,
    zip: zip + String(between(rng, 1, 99)).padStart(2, '0'),
    asylum: asylumOf(rng, whole),
  }
}

function asylumOf(rng: Random, whole: Case): Traits['asylum'] {
  if (whole.type === 'AOC') return 'E'
  const at = rng()
  if (whole.type !== 'RMV' || whole.nat === 'MX') return at < 0.05 ? 'E' : ''
  return at < 0.14 ? 'I' : at < 0.4 && !whole.detained ? 'E' : ''
}
