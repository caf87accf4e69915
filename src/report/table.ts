import { isMissing, type Language, type Row } from '#catalog'
import { formatNumber, wordsIn } from '#render'
import { numberIn } from '../query/result.ts'
import type { TableCell } from './document.ts'
import { percentCell } from './number.ts'

/** Where a row of a table comes from: the id of a receipt and the row of its answer; a total row stands in none. */
export interface Place {
  readonly receipt: string
  readonly row: number | undefined
}

function named(place: Place, column: string): { cell?: string } {
  return place.row === undefined ? {} : { cell: `${place.receipt}#${place.row},${column}` }
}

function missingCell(row: Row | undefined, column: string, place: Place, language: Language): TableCell {
  const cell = row?.[column]
  const why = isMissing(cell) ? wordsIn(language).missing[cell.missing] : wordsIn(language).missing.not_applicable
  return { text: '–', value: null, missing: why, ...named(place, column) }
}

/** A count, or a dash with the reason. */
export function countCell(row: Row | undefined, column: string, place: Place, language: Language): TableCell {
  const value = numberIn(row, column)
  if (value === undefined) return missingCell(row, column, place, language)
  return { text: formatNumber(value, language), value, ...named(place, column) }
}

/** A rate, printed from its exact parts. */
export function rateCell(row: Row | undefined, rate: string, place: Place, language: Language): TableCell {
  const value = numberIn(row, rate)
  const numerator = numberIn(row, `${rate}_numerator`)
  const base = numberIn(row, `${rate}_denominator`)
  if (value === undefined || numerator === undefined || base === undefined)
    return missingCell(row, rate, place, language)
  return { text: percentCell(numerator, base, language), value, ...named(place, rate) }
}
