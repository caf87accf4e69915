import type { Language } from '#catalog'
import { explorerWordsIn, formatDate, wordsIn } from '#render'
import type { ReleaseInfo } from '../../query/result.ts'
import { plainPath } from '../address.ts'

/** One file that the page offers. */
export interface Offer {
  readonly name: string
  readonly formats: readonly { readonly name: string; readonly href: string }[]
}

/** What a reader can take along: citations, files, pictures, an embedded figure, a feed. */
export interface TakeView {
  readonly text: string
  readonly bibtex: string
  readonly csl: string
  readonly offers: readonly Offer[]
  readonly svg: string
  readonly png: string
  readonly pngName: string
  readonly embed: string
  readonly oembed: string
  readonly feed: string
  readonly source: string
  readonly receipt: string
}

/** A page as it is cited. */
export interface Cited {
  readonly url: URL
  /** The query string of the view: `?court=LOS`. */
  readonly printed: string
  readonly tool: string
  readonly title: string
  readonly subtitle: string
  readonly release: ReleaseInfo
  readonly receipt: string
  readonly language: Language
}

export interface TakeInput extends Cited {
  readonly panes: readonly { readonly number: number; readonly name: string }[]
}

/** A citation as text, BibTeX and CSL-JSON. */
export type Citation = Pick<TakeView, 'text' | 'bibtex' | 'csl'>

function bibtexText(text: string): string {
  return text.replaceAll(/[\\{}&%$#_~^]/g, (c) =>
    c === '\\' ? '\\textbackslash{}' : c === '~' || c === '^' ? `\\${c}{}` : `\\${c}`,
  )
}

function bibtexOf(input: Cited, address: string): string {
  const { tool, title, subtitle, release, receipt } = input
  const key = `opendocket_${tool}_${release.id.replaceAll('-', '_')}`
  const fields: readonly (readonly [string, string])[] = [
    ['author', '{opendocket}'],
    ['title', bibtexText(`${title}: ${subtitle}`)],
    ['year', release.as_of.slice(0, 4)],
    [
      'note',
      bibtexText(
        `EOIR release ${release.id}${release.synthetic ? ' (synthetic)' : ''}, as of ${release.as_of}; receipt ${receipt.slice(0, 24)}`,
      ),
    ],
    ['url', address],
  ]
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}`
}

function cslOf(input: Cited, address: string): string {
  const { tool, title, subtitle, release, receipt, language } = input
  const [year, month, day] = release.as_of.split('-').map(Number)
  const item = {
    id: `opendocket-${tool}-${release.id}`,
    type: 'dataset',
    title: `${title}: ${subtitle}`,
    author: [{ literal: 'opendocket' }],
    publisher: 'opendocket',
    issued: { 'date-parts': [[year, month, day]] },
    version: `EOIR release ${release.id}${release.synthetic ? ' (synthetic)' : ''}`,
    note: `receipt ${receipt}`,
    URL: address,
    language,
  }
  return JSON.stringify([item], null, 2)
}

/** The view with its release fixed, so that what is cited stays what it was. */
export function fixed(url: URL, printed: string, release: string): string {
  const isFixed = /[?&]release=/.test(printed)
  return `${url.origin}${url.pathname}${printed}${isFixed ? '' : `${printed === '' ? '?' : '&'}release=${release}`}`
}

/** How a page is cited: with its release fixed, and its receipt. */
export function citationOf(input: Cited): Citation {
  const { url, printed, title, release, receipt, language } = input
  const address = fixed(url, printed, release.id)
  const asOf = formatDate(release.as_of, language)
  return {
    text: wordsIn(language).tool.citeText(title, release.id, asOf, address, `${receipt.slice(0, 12)}…`),
    bibtex: bibtexOf(input, address),
    csl: cslOf(input, address),
  }
}

/** What can be taken along from a view. */
export function takeView(input: TakeInput): TakeView {
  const { url, printed, title, release, receipt, language, panes } = input
  const says = explorerWordsIn(language).take
  const join = printed === '' ? '?' : '&'
  const file = (format: string, rest = '') => `${url.pathname}.${format}${printed}${rest === '' ? '' : join + rest}`
  const formats = (rest: string) =>
    (['csv', 'xlsx', 'json', 'parquet'] as const).map((format) => ({
      name: format === 'parquet' ? 'Parquet' : format.toUpperCase(),
      href: file(format, rest),
    }))
  const asOf = formatDate(release.as_of, language)
  const embedded = `${url.origin}${url.pathname}/embed${printed}`
  return {
    ...citationOf(input),
    offers: [
      { name: says.figure, formats: formats('pane=figure') },
      ...panes.flatMap(({ number, name }) => [
        { name: `${name}: ${says.seen.toLowerCase()}`, formats: formats(`pane=${number}&rows=seen`) },
        { name: `${name}: ${says.all.toLowerCase()}`, formats: formats(`pane=${number}`) },
      ]),
      {
        name: says.everything,
        formats: [
          { name: 'JSON', href: file('json') },
          { name: 'XLSX', href: file('xlsx') },
        ],
      },
    ],
    svg: file('svg'),
    png: file('png'),
    pngName: `${input.tool}_${release.id}.png`,
    embed: `<iframe src="${embedded.replaceAll('&', '&amp;')}" title="${title.replaceAll('"', '&quot;')}" width="100%" height="460" style="border:0" loading="lazy"></iframe>`,
    oembed: `${url.origin}/tools/oembed?url=${encodeURIComponent(url.origin + url.pathname + printed)}`,
    feed: file('atom'),
    source: (release.synthetic ? says.sourceSynthetic : says.source)(release.id, asOf),
    receipt: says.receipt(receipt.length > 16 ? `${receipt.slice(0, 8)}…${receipt.slice(-4)}` : receipt),
  }
}

/** The tool in a path: `/es/tools/backlog` → `backlog`. */
export function toolIn(pathname: string): string | undefined {
  return /^\/tools\/([a-z_]+)$/.exec(plainPath(pathname))?.[1]
}
