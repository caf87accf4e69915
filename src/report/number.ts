import type { Language } from '#catalog'
import { formatNumber } from '#render'
import type { Cited, CitedRate } from './cite.ts'
import type { NumberSpan } from './span.ts'

const space = '\u00a0'

/** A count as it is printed. */
export function count(cited: Cited, language: Language): NumberSpan {
  return { ...cited, text: formatNumber(cited.value, language) }
}

/** Days are printed whole; the cell holds the exact mean. */
export function days(cited: Cited, language: Language): NumberSpan {
  return { ...cited, text: formatNumber(Math.round(cited.value), language) }
}

/** Tenths of a percent, rounded half up, once, from whole numbers: no quotient is rounded twice. */
export function tenthsOfPercent(numerator: number, base: number): number {
  return Math.floor((2000 * numerator + base) / (2 * base))
}

function percentWords(number: string, language: Language): string {
  return language === 'en' ? `${number}${space}percent` : `${number}${space}%`
}

/** `1.9 percent`, `1.9 %`; none and all without a decimal. What is above zero but would print as zero reads `less than 0.1`. */
export function percentOf(numerator: number, base: number, language: Language): string {
  const tenths = tenthsOfPercent(numerator, base)
  if (tenths === 0 && numerator > 0)
    return `${language === 'en' ? 'less than' : 'menos del'}${space}${percentWords(formatNumber(0.1, language, 1), language)}`
  return percentWords(formatNumber(tenths / 10, language, numerator === 0 || numerator === base ? 0 : 1), language)
}

/** A rate as it is printed in prose. */
export function percent(rate: CitedRate, language: Language): NumberSpan {
  const { value, receipt, numerator, base } = rate
  return { value, receipt, text: percentOf(numerator.value, base.value, language) }
}

/** A part of a whole, both of them cells; undefined when there is nothing to divide by. */
export function shareOf(part: Cited, whole: Cited, language: Language): NumberSpan | undefined {
  if (whole.value === 0) return undefined
  return {
    value: part.value / whole.value,
    receipt: part.receipt,
    over: whole.receipt,
    text: percentOf(part.value, whole.value, language),
  }
}

/** A share in a column of shares: `1.9 %`. */
export function percentCell(numerator: number, base: number, language: Language): string {
  const tenths = tenthsOfPercent(numerator, base)
  if (tenths === 0 && numerator > 0) return `<${space}${formatNumber(0.1, language, 1)}${space}%`
  return `${formatNumber(tenths / 10, language, 1)}${space}%`
}
