/** A place on the map: across and down, in the map's own units. */
export type Point = readonly [x: number, y: number]

/** The size of the map. */
export const mapSize = { width: 975, height: 610 } as const

interface Sheet {
  /** Parallels that keep their length, in degrees. */
  readonly parallels: readonly [number, number]
  /** Longitude and latitude of the middle of the sheet. */
  readonly middle: readonly [number, number]
  /** Longitude that stands upright. */
  readonly upright: number
  /** Units of the map for the earth's radius. */
  readonly scale: number
  /** Where the middle lies on the map. */
  readonly at: Point
}

const scale = 1300

/** Albers' equal-area maps of the country: an area on one sheet is an area. Alaska is drawn at a third of its size. */
const mainland: Sheet = { parallels: [29.5, 45.5], middle: [-96.6, 38.7], upright: -96, scale, at: [487.5, 305] }
const alaska: Sheet = {
  parallels: [55, 65],
  middle: [-156, 58.5],
  upright: -154,
  scale: scale * 0.35,
  at: [487.5 - 0.307 * scale, 305 + 0.201 * scale],
}
const hawaii: Sheet = {
  parallels: [8, 18],
  middle: [-160, 19.9],
  upright: -157,
  scale,
  at: [487.5 - 0.205 * scale, 305 + 0.212 * scale],
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

function onCone([first, second]: readonly [number, number], longitude: number, latitude: number): Point {
  const n = (Math.sin(radians(first)) + Math.sin(radians(second))) / 2
  const c = 1 + Math.sin(radians(first)) * (2 * n - Math.sin(radians(first)))
  const r = Math.sqrt(c - 2 * n * Math.sin(radians(latitude))) / n
  return [r * Math.sin(n * radians(longitude)), -r * Math.cos(n * radians(longitude))]
}

function onSheet(sheet: Sheet, longitude: number, latitude: number): Point {
  const [x, y] = onCone(sheet.parallels, longitude - sheet.upright, latitude)
  const [x0, y0] = onCone(sheet.parallels, sheet.middle[0] - sheet.upright, sheet.middle[1])
  // On the cone y grows to the north; on the map it grows downwards.
  return [sheet.at[0] + sheet.scale * (x - x0), sheet.at[1] - sheet.scale * (y - y0)]
}

/** Islands far from all sheets stand beside them, each group in its own order from north to south. */
function farAway(longitude: number, latitude: number): Point | undefined {
  if (longitude > 0) return [28, 452 - (latitude - 13.5) * 20]
  if (latitude < 19.5 && longitude > -70) return [925 + (longitude + 66.1) * 20, 590]
  return undefined
}

/** Where a place in the United States or its territories stands on the map. Degrees north and east. */
export function placeOnMap(latitude: number, longitude: number): Point {
  const far = farAway(longitude, latitude)
  if (far !== undefined) return far
  if (latitude > 50) return onSheet(alaska, longitude, latitude)
  return onSheet(longitude < -130 ? hawaii : mainland, longitude, latitude)
}
