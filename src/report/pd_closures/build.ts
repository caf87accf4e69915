import { formatDate, formatMonths, wordsIn } from '#render'
import type { ReleaseInfo, Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import type { ReportDocument, ReportNote, ReportReceipt, ReportSection } from '../document.ts'
import { plainText } from '../span.ts'
import { tell, tellOne } from '../tell.ts'
import { type Asked, askAll, type ReportOptions } from './ask.ts'
import { shareFigure } from './figure.ts'
import { pdClosuresReport } from './pd_closures.ts'
import { rules, titleLine } from './rules/index.ts'
import { courtTable, kindTable, locationTable, nationalityTable } from './tables.ts'
import { pdWordsIn } from './words/index.ts'

function sourceOf(release: ReleaseInfo, language: ReportOptions['language']): string {
  const { site } = wordsIn(language)
  const mark = release.synthetic ? ` (${site.synthetic})` : ''
  return `${site.source}. ${site.release(release.id, formatDate(release.as_of, language))}${mark}.`
}

/** What the service says of its answers and every reader must know, once each. */
function remarks(asked: Asked): string[] {
  const codes = ['pd_terminations_not_in_release', 'carried_over', 'provisional', 'recorded_since', 'synthetic']
  const found = asked.answers.total.notes.filter((note) => codes.includes(note.code))
  return codes.flatMap((code) => found.find((note) => note.code === code)?.text ?? [])
}

/** The footnotes that a sentence refers to, then what concerns all of it. */
function notesOf(asked: Asked, sections: readonly ReportSection[], language: ReportOptions['language']): ReportNote[] {
  const words = pdWordsIn(language).notes
  const { dates } = asked.facts
  const used = new Set(sections.flatMap((section) => section.sentences.flatMap((sentence) => sentence.notes ?? [])))
  const marked = (['definition', 'comparison', 'days', 'place'] as const).filter((id) => used.has(id))
  const late = asked.facts.provisional.filter((month) => month <= dates.asOf.slice(0, 7))
  const unmarked = [...(late.length > 0 ? [words.late(formatMonths(late, language))] : []), ...remarks(asked)]
  return [
    ...marked.map((id, i) => ({ id, mark: String(i + 1), text: words[id](dates) })),
    ...unmarked.map((text, i) => ({ id: `remark_${i + 1}`, mark: '', text })),
  ]
}

function receiptsOf(asked: Asked): ReportReceipt[] {
  const all: [string, Result][] = Object.entries({ ...asked.answers, ...asked.further })
  return all.map(([id, { query, receipt }]) => ({ id, query, receipt }))
}

function sectionsOf(asked: Asked, service: QueryService, language: ReportOptions['language']): ReportSection[] {
  const words = pdWordsIn(language)
  const say = { language, words }
  const { facts, answers } = asked
  const all = (id: string): string => service.catalog.dimensions.get(id)?.all[language] ?? id
  const name = (id: string): string => service.catalog.dimensions.get(id)?.name[language] ?? id
  const source = sourceOf(asked.release, language)
  const figure = shareFigure(facts, { ...say, all: all('nationality'), dimension: name('nationality'), source })
  const kinds = kindTable(answers, facts, say)
  const { headings } = words
  const sections: ReportSection[] = [
    { id: 'lead', sentences: tell(rules.lead, facts, say) },
    { id: 'backlog', heading: headings.backlog, sentences: tell(rules.backlog, facts, say) },
    {
      id: 'nationality',
      heading: headings.nationality,
      sentences: tell(rules.nationality, facts, say),
      table: nationalityTable(answers, facts, all('nationality'), say),
      ...(figure !== undefined && { figure }),
    },
    {
      id: 'court',
      heading: headings.court,
      sentences: tell(rules.court, facts, say),
      table: courtTable(answers, facts, all('court'), say),
    },
    {
      id: 'location',
      heading: headings.location,
      sentences: tell(rules.location, facts, say),
      table: locationTable(answers, facts, say),
    },
    {
      id: 'kind',
      heading: headings.kind,
      sentences: tell(rules.kind, facts, say),
      ...(kinds !== undefined && { table: kinds }),
    },
    { id: 'revision', heading: headings.revision, sentences: tell(rules.revision, facts, say) },
  ]
  return sections.filter((section) => section.sentences.length > 0 || section.table !== undefined)
}

/** Makes the report on closures by prosecutorial discretion, as of a day. */
export async function build(service: QueryService, options: ReportOptions): Promise<ReportDocument> {
  const asked = await askAll(service, options)
  const { language } = options
  const words = pdWordsIn(language)
  const { id, as_of, synthetic } = asked.release
  const { asOf, since } = asked.facts.dates
  const title = tellOne(titleLine, asked.facts, { language, words })
  const sections = sectionsOf(asked, service, language)
  const fallback = words.titleMissing(asOf)
  return {
    id: pdClosuresReport.id,
    language,
    kicker: `${words.kicker}, ${words.asOf(asOf)}`,
    title: title ?? { rule: 'title', text: plainText(fallback), spans: fallback },
    as_of: asOf,
    since,
    release: { id, as_of, synthetic },
    sections,
    notes: notesOf(asked, sections, language),
    sources: [sourceOf(asked.release, language)],
    receipts: receiptsOf(asked),
  }
}
