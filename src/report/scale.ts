import { ticks } from 'd3-array'
import type { Language } from '#catalog'
import { formatNumber } from '#render'

/** A scale of shares from zero to a round number at or above the highest, its last tick with the sign. */
export function scaleFromZero(
  highest: number,
  language: Language,
): { readonly max: number; readonly ticks: readonly { readonly value: number; readonly text: string }[] } {
  const percent = Math.max(highest * 100, 0.1)
  const lines = ticks(0, percent, 4)
  const step = (lines[1] ?? percent) - (lines[0] ?? 0)
  const last = lines.at(-1) ?? 0
  const all = last < percent ? [...lines, last + step] : lines
  const digits = step < 1 ? 1 : 0
  const text = (value: number): string => formatNumber(value, language, digits)
  return {
    max: (all.at(-1) ?? percent) / 100,
    ticks: all.map((value, i) => ({
      value: value / 100,
      text: i === all.length - 1 ? `${text(value)}\u00a0%` : text(value),
    })),
  }
}
