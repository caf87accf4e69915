import { capital, explorerWordsIn, formatDate, formatNumber, formatPeriod, formatShare } from '#render'
import { type Cell, isMissing, type Row } from '../../query/result.ts'
import { comparedSentence, qualifiers, rowOf, subject, type Told } from './answer.ts'
import { cellIn, formatValue } from './cells.ts'
import { toldOf } from './choices.ts'
import { ratedIn, ratesOf, unitOf } from './columns.ts'

/** Below this base a percentage misleads. */
const smallBase = 50

function untilText({ view, answers, language }: Told): string {
  return view.to === undefined ? formatDate(answers.whole.origin.to, language) : formatPeriod(view.to, language)
}

/** When it was counted: a stock on a day, everything else over a period. */
function when(told: Told, isStock: boolean): string {
  const { says } = explorerWordsIn(told.language)
  if (isStock) return says.onDay(formatDate(told.answers.whole.origin.to, told.language))
  const { from } = told.view
  const to = untilText(told)
  return from === '' ? says.upTo(to) : says.between(formatPeriod(from, told.language), to)
}

function lead(told: Told, row: Row | undefined, cell: number): string {
  const { ground, view, language, answers } = told
  const { says } = explorerWordsIn(language)
  const { catalog } = ground
  const measure = catalog.measures.get(view.measure)
  const noun = toldOf(ground.tool, view.measure)
  const who = subject(told).text
  const extra = qualifiers(told)
  const number = (id: string) => formatCount(cellIn(row, id), told)
  const unit = (cell === 1 ? noun.one : noun.many)[language]
  const count = cell === 0 ? says.no : formatNumber(cell, language)
  if (measure?.kind === 'rate') {
    const isStock = catalog.measures.get(measure.per)?.kind === 'stock'
    const base = `${number(`${view.measure}_denominator`)} ${catalog.measures.get(measure.per)?.name[language].toLowerCase() ?? ''}`
    const name = measure.name[language].toLowerCase()
    return says.rate(
      who,
      name,
      formatShare(cell, language),
      number(`${view.measure}_numerator`),
      base,
      extra,
      when(told, isStock),
    )
  }
  if (measure?.kind === 'duration') {
    const [median, p90, cases] = ['median', 'p90', 'n'].map((part) => number(`${view.measure}_${part}`))
    const mean = formatNumber(Math.round(cell), language)
    const name = noun.many[language] + extra
    return says.days(who, name, mean, median ?? '', p90 ?? '', cases ?? '', when(told, measure.end === 'to'))
  }
  if (measure?.kind === 'stock')
    return says.stock(who, count, unit, extra, formatDate(answers.whole.origin.to, language))
  const to = untilText(told)
  return view.from === ''
    ? says.flowUpTo(who, count, unit, extra, to)
    : says.flow(who, count, unit, extra, formatPeriod(view.from, language), to)
}

function formatCount(cell: Cell, { language, words }: Told): string {
  return isMissing(cell) ? `(${words.missing[cell.missing]})` : formatNumber(Math.round(cell), language)
}

/** What the columns beside say, each with its name. */
function besides(told: Told, row: Row | undefined): string {
  const { ground, language, view } = told
  const { says } = explorerWordsIn(language)
  const { catalog } = ground
  return toldOf(ground.tool, view.measure)
    .beside.map((id) => {
      const cell = ratedIn(ground, row, id)
      const measure = catalog.measures.get(id)
      if (measure === undefined || isMissing(cell)) return ''
      const name = measure.name[language]
      if (measure.kind === 'rate') return says.besideRate(name, formatShare(cell, language))
      const printed = formatNumber(Math.round(cell), language)
      if (measure.kind !== 'duration') return says.besideCount(name, printed)
      return says.besideDays(name, printed, formatCount(cellIn(row, `${id}_median`), told))
    })
    .join('')
}

function country(told: Told): string {
  const { answers, view, ground, language } = told
  if (answers.country === undefined) return ''
  const cell = ratedIn(ground, rowOf(answers.country), view.measure)
  if (isMissing(cell)) return ''
  const value = formatValue(cell, unitOf(ground.catalog, view.measure), language)
  const kind = ground.catalog.measures.get(view.measure)?.kind
  const noun = toldOf(ground.tool, view.measure)
  // A count is told with its noun: other numbers stand between it and the one that it is beside.
  const isCount = kind !== 'rate' && kind !== 'duration'
  const what = isCount ? ` ${(cell === 1 ? noun.one : noun.many)[language]}` : ''
  return explorerWordsIn(language).says.country(value + what)
}

function caution(told: Told, row: Row | undefined): string {
  const { ground, view, language } = told
  const { catalog, tool } = ground
  const rate = [view.measure, ...toldOf(tool, view.measure).beside].find(
    (id) => catalog.measures.get(id)?.kind === 'rate',
  )
  const base = rate === undefined ? undefined : cellIn(row, `${rate}_denominator`)
  if (base === undefined || isMissing(base) || base === 0 || base >= smallBase) return ''
  return explorerWordsIn(language).says.smallBase(formatNumber(base, language))
}

/** The answer as a sentence, from the very rows that the page shows. Strong words stand between **. */
export function answerSentence(told: Told): string {
  if (ratesOf(told.ground).length > 0) return comparedSentence(told)
  const { ground, view, language, words } = told
  const row = rowOf(told.answers.whole)
  const cell = ratedIn(ground, row, view.measure)
  if (isMissing(cell)) {
    const name = toldOf(ground.tool, view.measure).many[language]
    return explorerWordsIn(language).says.missing(subject(told).text, name, words.missing[cell.missing])
  }
  return capital(`${lead(told, row, cell)}${besides(told, row)}.${country(told)}${caution(told, row)}`)
}
