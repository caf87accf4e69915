import { describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { mapSize, placeOnMap } from './project.ts'

const at = (north: number, east: number): { x: number; y: number } => {
  const [x, y] = placeOnMap(north, east)
  return { x, y }
}
const newYork = at(40.71, -74.01)
const losAngeles = at(34.05, -118.24)
const miami = at(25.77, -80.19)
const seattle = at(47.61, -122.33)

describe('the map of places', () => {
  test('has west at the left and north on top', () => {
    expect(losAngeles.x).toBeLessThan(miami.x)
    expect(miami.x).toBeLessThan(newYork.x)
    expect(seattle.y).toBeLessThan(newYork.y)
    expect(newYork.y).toBeLessThan(losAngeles.y)
    expect(losAngeles.y).toBeLessThan(miami.y)
  })

  test('keeps distances to a few hundredths: New York to Los Angeles and Seattle to Miami', () => {
    const kilometres = (a: { x: number; y: number }, b: { x: number; y: number }) =>
      (Math.hypot(a.x - b.x, a.y - b.y) / 1300) * 6371
    expect(kilometres(newYork, losAngeles) / 3936).toBeCloseTo(1, 1)
    expect(kilometres(seattle, miami) / 4390).toBeCloseTo(1, 1)
  })

  test('puts Alaska, Hawaii, the Pacific and the Caribbean beside the mainland, each by itself', () => {
    const corners = {
      anchorage: at(61.22, -149.9),
      honolulu: at(21.31, -157.86),
      guam: at(13.48, 144.75),
      sanJuan: at(18.4, -66.06),
    }
    expect(corners.anchorage.y).toBeGreaterThan(losAngeles.y)
    expect(corners.honolulu.x).toBeGreaterThan(corners.anchorage.x)
    expect(corners.guam.x).toBeLessThan(corners.anchorage.x)
    expect(corners.sanJuan.x).toBeGreaterThan(miami.x)
    const all = Object.values(corners)
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(30)
  })

  test('holds every court', () => {
    for (const [code, [north, east]] of Object.entries(catalog.dimensions.get('court')?.places ?? {})) {
      const { x, y } = at(north, east)
      expect(x > 0 && x < mapSize.width && y > 0 && y < mapSize.height, code).toBe(true)
    }
  })
})
