import { expect, test } from 'vitest'
import { references } from '../references.ts'
import { courtPlaces } from './court-places.ts'

/** Courts that hear by video from an office. */
const byVideo = ['FCI', 'RIC']

test('every court stands somewhere, or is known to stand in no one place', () => {
  const [header = [], ...courts] = references.get('court') ?? []
  const [code, kind] = [header.indexOf('code'), header.indexOf('kind')]
  const known = courts.filter((row) => row[kind] === 'court').map((row) => row[code] ?? '')
  expect(known.filter((c) => !Object.hasOwn(courtPlaces, c)).toSorted()).toEqual(byVideo)
  expect(Object.keys(courtPlaces).filter((c) => !known.includes(c))).toEqual([])
})

test('what lies in a state lies where the state does', () => {
  const [header = [], ...courts] = references.get('court') ?? []
  const [code, state] = [header.indexOf('code'), header.indexOf('state')]
  // South, north, west, east, to half a degree.
  const bounds: Readonly<Record<string, readonly [number, number, number, number]>> = {
    CA: [32.5, 42, -124.5, -114],
    TX: [25.5, 36.5, -107, -93.5],
    FL: [24.5, 31, -87.7, -80],
    NY: [40.4, 45.1, -79.8, -71.8],
    AZ: [31, 37, -115, -109],
    GU: [13, 14, 144, 145.5],
    PR: [17.8, 18.6, -67.5, -65],
    HI: [18.8, 22.5, -160.5, -154.5],
  }
  let looked = 0
  for (const row of courts) {
    const [south = 0, north = 0, west = 0, east = 0] = bounds[row[state] ?? ''] ?? []
    const place = courtPlaces[row[code] ?? '']
    if (place === undefined || south === 0) continue
    looked++
    expect(place[0] > south && place[0] < north && place[1] > west && place[1] < east, row[code]).toBe(true)
  }
  expect(looked).toBeGreaterThan(25)
})
