import { dateOf, type LibraryRecord } from './record.ts'

/** What a reference manager is told of a record. */
interface Reference {
  readonly id: string
  readonly type: 'legal_case' | 'legislation' | 'article-newspaper' | 'book' | 'webpage' | 'report'
  readonly title: string
  readonly author: string
  readonly date: readonly string[]
  readonly number: string | undefined
  readonly url: string | undefined
  readonly note: string
}

const types: Readonly<Record<string, Reference['type']>> = {
  decision: 'legal_case',
  court_order: 'legal_case',
  court_filing: 'legal_case',
  rule: 'legislation',
  regulation: 'legislation',
  executive_order: 'legislation',
  news: 'article-newspaper',
  book: 'book',
  web_page: 'webpage',
  resource_page: 'webpage',
  library: 'webpage',
  tracker: 'webpage',
}

function reference(record: LibraryRecord): Reference {
  return {
    id: record.id,
    type: types[record.kind] ?? 'report',
    title: record.title,
    author: record.issuer,
    date: dateOf(record).split('-'),
    number: record.doc_number,
    url: record.links[0]?.url,
    note: record.verification.mark === 'unverified' ? `${record.citation} Not verified.` : record.citation,
  }
}

const texed: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

function tex(text: string): string {
  return text.replaceAll(/[\\{}&%$#_~^]/g, (c) => texed[c] ?? c)
}

export function bibtex(record: LibraryRecord): string {
  const ref = reference(record)
  const kind = ref.type === 'book' ? 'book' : ref.type === 'report' ? 'techreport' : 'misc'
  const [year, month] = ref.date
  const fields: [string, string | undefined][] = [
    // Braces twice: an institution is one name, and a title keeps its capitals.
    [kind === 'book' ? 'publisher' : 'author', `{${tex(ref.author)}}`],
    ['title', `{${tex(ref.title)}}`],
    ...(kind === 'techreport' ? [['institution', `{${tex(ref.author)}}`] as [string, string]] : []),
    ['year', year],
    ['month', month === undefined ? undefined : String(Number(month))],
    ['number', ref.number === undefined ? undefined : tex(ref.number)],
    ['url', ref.url?.replaceAll(/[{}\\]/g, (c) => encodeURIComponent(c))],
    ['note', tex(ref.note)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]))
  return `@${kind}{${ref.id},\n${lines.join(',\n')}\n}\n`
}

const risTypes: Readonly<Record<Reference['type'], string>> = {
  legal_case: 'CASE',
  legislation: 'STAT',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  webpage: 'ELEC',
  report: 'RPRT',
}

export function ris(record: LibraryRecord): string {
  const ref = reference(record)
  const [year = '', month = '', day = ''] = ref.date
  const lines: [string, string | undefined][] = [
    ['TY', risTypes[ref.type]],
    ['ID', ref.id],
    ['TI', ref.title],
    ['AU', ref.author],
    ['PY', year],
    ['DA', `${year}/${month}/${day}/`],
    ['M1', ref.number],
    ['UR', ref.url],
    ['N1', ref.note],
    ['ER', ''],
  ]
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}\r\n`]))
    .join('')
}

export function csl(record: LibraryRecord): Readonly<Record<string, unknown>> {
  const ref = reference(record)
  return {
    id: ref.id,
    type: ref.type,
    title: ref.title,
    author: [{ literal: ref.author }],
    issued: { 'date-parts': [ref.date.map(Number)] },
    ...(ref.number !== undefined && { number: ref.number }),
    ...(ref.url !== undefined && { URL: ref.url }),
    language: record.language[0],
    note: ref.note,
  }
}
