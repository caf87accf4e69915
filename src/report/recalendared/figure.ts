import { capital, formatPeriod } from '#render'
import type { Result } from '../../query/result.ts'
import { citeRate } from '../cite.ts'
import type { FigureRow, ReportFigure } from '../document.ts'
import { percentCell } from '../number.ts'
import { scaleFromZero } from '../scale.ts'
import { type AnswerId, share, smallestBase } from './questions.ts'
import type { Setting } from './tables.ts'

/** The share that came back, by year of closure, beside that of all years; nothing to see with fewer than three. */
export function yearFigure(
  answers: Readonly<Record<AnswerId, Result>>,
  { language, words, catalog }: Setting,
  source: string,
): ReportFigure | undefined {
  const { year, total } = answers
  const all = citeRate(total, 0, share)
  const rows = year.rows.flatMap((row, at): FigureRow[] => {
    const rate = citeRate(year, at, share)
    if (rate === undefined) return []
    const text = percentCell(rate.numerator.value, rate.base.value, language)
    const label = capital(formatPeriod(String(row['fiscal_year']), language))
    const mark = rate.base.value < smallestBase ? 'few' : 'plain'
    return [{ label, value: rate.value, text, cell: `year#${at},${share}`, mark }]
  })
  if (all === undefined || rows.length < 3) return undefined
  const text = percentCell(all.numerator.value, all.base.value, language)
  const dimension = catalog.dimensions.get('fiscal_year')
  const { max, ticks } = scaleFromZero(Math.max(all.value, ...rows.map((row) => row.value)), language)
  return {
    id: 'years',
    title: words.figure.title,
    about: words.figure.about,
    alt: words.figure.alt(text),
    columns: [dimension?.name[language] ?? '', words.tables.share],
    rows: [
      {
        label: dimension?.all[language] ?? '',
        value: all.value,
        text,
        cell: `total#0,${share}`,
        mark: 'reference',
      },
      ...rows,
    ],
    ticks,
    max,
    source,
    receipt: 'year',
  }
}
