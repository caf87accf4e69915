import type { Language } from '#catalog'
import type { Compared } from '../query/derived.ts'
import { formatNumber, formatShare } from './format.ts'
import { textTable } from './text-table.ts'
import { proofWordsIn } from './words/proof.ts'

/** A difference with its sign; none is `0`. */
export function signed(n: number, language: Language): string {
  return n > 0 ? `+${formatNumber(n, language)}` : formatNumber(n, language)
}

function value(compared: Compared, side: 'from' | 'to'): string {
  const { value: n, count } = compared[side]
  const { language, base } = compared
  return base === undefined
    ? formatNumber(count, language)
    : `${formatShare(n, language, 2)} (${formatNumber(count, language)} / ${formatNumber(base, language)})`
}

/** A bridge as a table for the terminal: the two numbers, then every reason with its codes, then their sum. */
export function toComparedTable(compared: Compared): string {
  const { language, from, to, rows, difference, both } = compared
  const words = proofWordsIn(language)
  const cells = (name: string, a: number, b: number, d: number): string[] => [
    name,
    formatNumber(a, language),
    formatNumber(b, language),
    signed(d, language),
  ]
  const told = rows.filter((r) => r.code === undefined)
  const sum = (key: 'only_from' | 'only_to'): number => told.reduce((n, r) => n + r[key], 0)
  const body = rows.map((r) =>
    cells(r.code === undefined ? r.text : `  ${r.label ?? r.code} ${r.code}`, r.only_from, r.only_to, r.difference),
  )
  const header = [words.reason, words.onlyIn(from.id), words.onlyIn(to.id), words.difference]
  return [
    `${words.counts(`${from.name} (${from.id})`, value(compared, 'from'))}\n`,
    `${words.counts(`${to.name} (${to.id})`, value(compared, 'to'))}\n`,
    `${words.counts(words.both, formatNumber(both, language))}\n\n`,
    rows.length === 0
      ? `${words.nothing}\n`
      : textTable(
          header,
          [...body, cells(words.sum, sum('only_from'), sum('only_to'), difference)],
          [false, true, true, true],
        ),
  ].join('')
}

/** The JSON document of a comparison: the same from the API and from the command line. */
export function toComparedDocument(compared: Compared) {
  const { language: _, release, base, period, ...rest } = compared
  const { id, as_of, synthetic, sha256, provisional } = release
  return {
    ...rest,
    base: base ?? null,
    period: { from: period.from ?? null, to: period.to, base: period.base },
    release: { id, as_of, synthetic, sha256, provisional },
  }
}
