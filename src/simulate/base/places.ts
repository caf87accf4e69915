import { type Random, weighted } from './random.ts'
import { values } from './values.ts'

/** Where hearings are held, as the release's own lookup says it. */
export interface Location {
  readonly code: string
  readonly name: string
  readonly court: string
  readonly detained: boolean
}

/** A court with the hearing locations that belonged to it at the time. */
export interface Court {
  readonly code: string
  readonly name: string
  readonly state: string
  readonly locations: readonly Location[]
  readonly draw: (rng: Random, detained: boolean) => string
}

/** The court of a location is true only at a date: the columns hold it as of three tables. */
export type Era = 'base_city_2014' | 'base_city'

/** Locations of all courts in an era; a code whose court nobody stated is left out. */
export function locations(era: Era): Location[] {
  const seen = new Set<string>()
  return values('hearing_location').flatMap((row) => {
    const court = row[era] || (era === 'base_city' ? row['base_city_2019'] : '') || ''
    const code = row['code'] ?? ''
    if (court === '' || seen.has(`${court}.${code}`)) return []
    seen.add(`${court}.${code}`)
    const name = row['name_2025'] ?? ''
    const detained = row['detention_in_name'] !== '' || /\bDET|CORR|PRISON|JAIL|PENIT|SHERIFF/i.test(name)
    return [{ code, name, court, detained }]
  })
}

/** The courts that have a location in the era, by code. */
export function courts(era: Era): Map<string, Court> {
  const byCourt = Map.groupBy(locations(era), (location) => location.court)
  const found = new Map<string, Court>()
  for (const row of values('base_city')) {
    const code = row['code'] ?? ''
    const held = byCourt.get(code)
    if (row['kind'] !== 'court' || held === undefined) continue
    const name = row['display_name'] ?? ''
    found.set(code, { code, name, state: row['state'] ?? '', locations: held, draw: drawer(code, held) })
  }
  return found
}

/** Nine in ten people are heard at the court itself; the detained where the court hears detainees. */
function drawer(court: string, held: readonly Location[]): Court['draw'] {
  const main = held.some((location) => location.code === court) ? court : (held[0]?.code ?? court)
  const open = held.filter((location) => !location.detained && location.code !== main)
  const shut = held.filter((location) => location.detained && location.code !== main)
  const free = weighted<string>([[main, 10], ...open.map((location, i) => [location.code, 1.2 / (i + 1)] as const)])
  const locked = weighted<string>([[main, 2], ...shut.map((location, i) => [location.code, 6 / (i + 1)] as const)])
  return (rng, detained) => (detained ? locked : free)(rng)
}
