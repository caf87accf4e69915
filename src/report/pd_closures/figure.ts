import type { Language } from '#catalog'
import { citeRate } from '../cite.ts'
import type { FigureRow, ReportFigure } from '../document.ts'
import { percentCell } from '../number.ts'
import { scaleFromZero } from '../scale.ts'
import { type PdFacts, rate } from './facts.ts'
import { extremes, namedNationalities } from './rules/nationality.ts'
import type { PdWords } from './words/index.ts'

interface FigureSetting {
  readonly language: Language
  readonly words: PdWords
  /** What the total row is called, and the word for the column of names. */
  readonly all: string
  readonly dimension: string
  readonly source: string
}

function rowsOf(facts: PdFacts, language: Language): FigureRow[] {
  const { nationality } = facts
  const named = namedNationalities(facts)
  const rows = nationality.rows.flatMap((row, at): FigureRow[] => {
    const code = String(row['nationality'])
    const share = named.has(code) ? citeRate(nationality, at, rate) : undefined
    if (share === undefined) return []
    const label = nationality.labels['nationality']?.[code] ?? code
    const text = percentCell(share.numerator.value, share.base.value, language)
    return [{ label, value: share.value, text, cell: `nationality#${at},${rate}`, mark: 'plain' }]
  })
  const sorted = rows.toSorted((a, b) => b.value - a.value)
  return sorted.map((row, i) => (i === 0 || i === sorted.length - 1 ? { ...row, mark: 'strong' } : row))
}

/** The shares that the text names, as dots; nothing to see with fewer than three. */
export function shareFigure(facts: PdFacts, setting: FigureSetting): ReportFigure | undefined {
  const rows = rowsOf(facts, setting.language)
  const total = citeRate(facts.total, 0, rate)
  const [high, low] = [rows[0], rows.at(-1)]
  if (rows.length < 3 || total === undefined || high === undefined || low === undefined) return undefined
  const words = setting.words.figure
  const ends = extremes(facts)
  const all = percentCell(total.numerator.value, total.base.value, setting.language)
  const { max, ticks } = scaleFromZero(Math.max(high.value, total.value), setting.language)
  return {
    id: 'shares',
    title: ends === undefined ? words.titlePlain : words.title(ends.high, ends.low),
    about: words.about(facts.dates.base, all),
    alt:
      ends === undefined
        ? words.altPlain(high.text, low.text, all)
        : words.alt(high.label, high.text, low.label, low.text, all),
    columns: [setting.dimension, setting.words.tables.share],
    rows: [{ label: setting.all, value: total.value, text: all, cell: `total#0,${rate}`, mark: 'reference' }, ...rows],
    ticks,
    max,
    source: setting.source,
    receipt: 'nationality',
  }
}
