import { explorerWordsIn, type SiteWords, sentenceList } from '#render'
import { isMissing, numberIn, type Result } from '../../query/result.ts'
import { mapSize, placeOnMap } from '../chart/project.ts'
import { cellIn, codeIn, formatCell, labelIn } from './cells.ts'
import { unitOf } from './columns.ts'
import type { Href } from './links.ts'
import { type Ground, sizeColumn } from './question.ts'
import { largestFirst } from './ranked.ts'

/** A member where it stands: a circle whose area is its number. */
export interface Spot {
  readonly code: string
  readonly name: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly r: number
  /** Too few to rate. */
  readonly hollow: boolean
}

export interface SpotName {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
  readonly text: string
}

export interface SpotMap {
  readonly title: string
  /** The sentence that stands for the map. */
  readonly about: string
  /** Larger ones first, so that smaller ones lie above them. */
  readonly spots: readonly Spot[]
  /** Names of the largest that have room for one. */
  readonly names: readonly SpotName[]
  /** What circles of these sizes hold. */
  readonly sizes: readonly { readonly r: number; readonly text: string }[]
  /** Members that have no place, with their numbers. */
  readonly apart: string | undefined
  /** The same members as a list. */
  readonly list: string
}

const largest = 26
const smallest = 2.5
const named = 8
const told = 5

function nameOf({ name, x, y, r }: Spot): SpotName {
  const isRight = x < mapSize.width * 0.8
  return { x: isRight ? x + r + 5 : x - r - 5, y: y + 5, anchor: isRight ? 'start' : 'end', text: name }
}

/** Left and right end of a name, by the usual width of a letter. */
function reach({ x, anchor, text }: SpotName): readonly [number, number] {
  const length = text.length * 8.5
  return anchor === 'start' ? [x, x + length] : [x - length, x]
}

/** Names that do not lie on one another, the largest members first. */
function namesOf(spots: readonly Spot[]): readonly SpotName[] {
  const out: SpotName[] = []
  for (const spot of spots.slice(0, named)) {
    const name = nameOf(spot)
    const [from, to] = reach(name)
    const isFree = out.every((other) => {
      const [otherFrom, otherTo] = reach(other)
      return Math.abs(other.y - name.y) > 18 || otherTo < from || to < otherFrom
    })
    if (isFree) out.push(name)
  }
  return out
}

/** The map of members that have places; undefined where there is nothing to draw. */
export function spotMapOf(
  ground: Ground,
  result: Result,
  dimension: string,
  words: SiteWords,
  href: Href,
): SpotMap | undefined {
  const { view, catalog, language, tool } = ground
  const says = explorerWordsIn(language).draw
  const places = catalog.dimensions.get(dimension)?.places ?? {}
  const unit = unitOf(catalog, view.measure)
  const least = Number(view.min ?? tool.min ?? 0)
  const rows = largestFirst(ground, result, dimension).flatMap((row) => {
    const cell = cellIn(row, view.measure)
    if (isMissing(cell) || cell <= 0) return []
    const code = codeIn(row, dimension)
    const shown = formatCell(cell, unit, language, words)
    const few = (numberIn(row, sizeColumn(ground)) ?? 0) < least
    return [{ code, value: cell, name: labelIn(result, dimension, code, language), text: shown.text, few }]
  })
  const most = Math.max(0, ...rows.map((row) => row.value))
  const radius = (value: number) => Math.max(smallest, Math.sqrt(value / most) * largest)
  const spots = rows
    .flatMap(({ code, value, name, text, few }): Spot[] => {
      const place = places[code]
      if (place === undefined) return []
      const [x, y] = placeOnMap(...place)
      return [
        { code, name, text, x: Math.round(x), y: Math.round(y), r: Number(radius(value).toFixed(1)), hollow: few },
      ]
    })
    .toSorted((a, b) => b.r - a.r)
  if (spots.length === 0) return undefined
  const apart = rows.filter(({ code }) => places[code] === undefined).map(({ name, text }) => `${name} ${text}`)
  const print = (value: number) => formatCell(value, unit, language, words).text
  const name = catalog.dimensions.get(dimension)?.name[language].toLowerCase() ?? dimension
  return {
    title: says.placesTitle(name),
    about: says.placesAbout(
      sentenceList(
        spots.slice(0, told).map((spot) => `${spot.name} ${spot.text}`),
        language,
      ),
    ),
    spots,
    names: namesOf(spots),
    sizes: [most, most / 4].map((value) => ({ r: Number(radius(value).toFixed(1)), text: print(value) })),
    apart: apart.length === 0 ? undefined : says.placesApart(apart.join('; ')),
    list: href({ ...view, drawn: 'dots', split: dimension }),
  }
}
