import type { Catalog, Language } from '#catalog'
import { explorerWordsIn, formatNumber, formatShare, type SiteWords } from '#render'
import { isMissing, numberIn, type Result } from '../../query/result.ts'
import { cellIn, formatCell } from '../explorer/cells.ts'
import { unitOf } from '../explorer/columns.ts'

/** A number with the receipt and the cell that bear it out. */
export interface Proved {
  readonly text: string
  readonly receipt: string
  readonly cell: string
  /** The cell that a share is of. */
  readonly over?: string
}

export interface ProfileRow {
  readonly measure: string
  readonly name: string
  readonly about: string
  readonly href: string
  readonly here: Proved
  readonly country: Proved
  /** What part of the country's number this is; or what the number rests on. */
  readonly part: Proved | undefined
  readonly partIsShare: boolean
}

export interface TableInput {
  readonly catalog: Catalog
  readonly language: Language
  readonly words: SiteWords
  readonly here: Result
  readonly country: Result
  readonly href: (tool: string, measure: string) => string
}

function proved(result: Result, id: string, { catalog, language, words }: TableInput): Proved {
  const shown = formatCell(cellIn(result.rows[0], id), unitOf(catalog, id), language, words)
  return { text: shown.missing ?? shown.text, receipt: result.receipt, cell: `#0,${id}` }
}

/** A count as part of the country's; a rate or a span of days with the number that it rests on. */
function partOf(id: string, input: TableInput): { readonly part: Proved | undefined; readonly isShare: boolean } {
  const { catalog, here, country, language } = input
  const kind = catalog.measures.get(id)?.kind
  if (kind === 'rate' || kind === 'duration') {
    const column = kind === 'rate' ? `${id}_denominator` : `${id}_n`
    const base = numberIn(here.rows[0], column)
    if (base === undefined) return { part: undefined, isShare: false }
    const text = explorerWordsIn(language).draw.base(formatNumber(base, language))
    return { part: { text, receipt: here.receipt, cell: `#0,${column}` }, isShare: false }
  }
  const [own, all] = [cellIn(here.rows[0], id), cellIn(country.rows[0], id)]
  if (isMissing(own) || isMissing(all) || all === 0) return { part: undefined, isShare: true }
  const over = `${country.receipt}#0,${id}`
  const text = formatShare(own / all, language)
  return { part: { text, receipt: here.receipt, cell: `#0,${id}`, over }, isShare: true }
}

/** The rows of a profile's table: each measure here and in the country. */
export function profileRows(
  lines: readonly { readonly measure: string; readonly tool: string }[],
  input: TableInput,
): readonly ProfileRow[] {
  const { catalog, language, here, country, href } = input
  return lines.map(({ measure, tool }) => {
    const { part, isShare } = partOf(measure, input)
    return {
      measure,
      name: catalog.measures.get(measure)?.name[language] ?? measure,
      about: catalog.measures.get(measure)?.about[language] ?? '',
      href: href(tool, measure),
      here: proved(here, measure, input),
      country: proved(country, measure, input),
      part,
      partIsShare: isShare,
    }
  })
}
