import { UsageError } from '#errors'
import { formatDate, wordsIn } from '#render'
import type { ReleaseInfo, Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import type { ReportDocument, ReportNote, ReportSection } from '../document.ts'
import type { ReportOptions } from '../pd_closures/ask.ts'
import { tell, tellOne } from '../tell.ts'
import { yearFigure } from './figure.ts'
import { type AnswerId, answerIds, questions } from './questions.ts'
import { recalendaredReport } from './recalendared.ts'
import { rules, titleLine } from './rules.ts'
import { tablesOf } from './tables.ts'
import { type Words, wordsOf } from './words/index.ts'

/** How a case stands is known at the end of a release, so that is the only day of this report. */
function dayOf(asOf: string | undefined, release: ReleaseInfo): string {
  if (asOf === undefined || asOf === release.as_of) return release.as_of
  throw new UsageError(`this report cannot be made as of ${asOf}`, {
    code: 'date-outside',
    value: asOf,
    nearest: release.as_of,
    allowed: `${release.as_of}, the last day of release ${release.id}: how a case stands is known only there`,
    hint: 'choose another release for another day',
  })
}

async function ask(
  service: QueryService,
  release: ReleaseInfo,
  language: ReportOptions['language'],
): Promise<Readonly<Record<AnswerId, Result>>> {
  const run = (id: AnswerId): Promise<Result> =>
    service.run(`${questions[id](release.as_of)}&release=${encodeURIComponent(release.id)}`, language)
  const [total, year, span, fate, days, recent, earlier, court, nationality] = await Promise.all([
    run('total'),
    run('year'),
    run('span'),
    run('fate'),
    run('days'),
    run('recent'),
    run('earlier'),
    run('court'),
    run('nationality'),
  ])
  return { total, year, span, fate, days, recent, earlier, court, nationality }
}

/** The footnotes that a sentence refers to, then what the service says of its answers. */
function notesOf(sections: readonly ReportSection[], words: Words, total: Result): ReportNote[] {
  const used = new Set(sections.flatMap((s) => s.sentences.flatMap((sentence) => sentence.notes ?? [])))
  const marked = (['definition', 'time', 'end'] as const).filter((id) => used.has(id))
  return [
    ...marked.map((id, i) => ({ id, mark: String(i + 1), text: words.notes[id] })),
    ...total.notes.map(({ text }, i) => ({ id: `remark_${i + 1}`, mark: '', text })),
  ]
}

/** Makes the report on cases once administratively closed, as they stand at the end of a release. */
export async function build(service: QueryService, options: ReportOptions): Promise<ReportDocument> {
  const { language } = options
  const release = await service.release(options.release)
  const asOf = dayOf(options.asOf, release)
  const answers = await ask(service, release, language)
  const words = wordsOf(language)
  const say = { language, words }
  const facts = { asOf, answers }
  const tables = tablesOf(answers, { ...say, catalog: service.catalog })
  const { site } = wordsIn(language)
  const date = formatDate(release.as_of, language)
  const mark = release.synthetic ? ` (${site.synthetic})` : ''
  const source = `${site.source}. ${site.release(release.id, date)}${mark}.`
  const figure = yearFigure(answers, { ...say, catalog: service.catalog }, source)
  const told = (id: keyof typeof tables): ReportSection => ({
    id,
    heading: words.headings[id],
    sentences: tell(rules[id], facts, say),
    table: tables[id],
    ...(id === 'year' && figure !== undefined && { figure }),
  })
  const sections = [
    { id: 'lead', sentences: tell(rules.lead, facts, say) },
    ...(['year', 'span', 'fate', 'court', 'nationality'] as const).map(told),
  ].filter((section) => section.sentences.length > 0)
  return {
    id: recalendaredReport.id,
    language,
    kicker: `${words.kicker}, ${date}`,
    title: tellOne(titleLine, facts, say) ?? { rule: 'title', text: words.kicker, spans: [{ text: words.kicker }] },
    as_of: asOf,
    since: asOf,
    release: { id: release.id, as_of: release.as_of, synthetic: release.synthetic },
    sections,
    notes: notesOf(sections, words, answers.total),
    sources: [source],
    receipts: answerIds.map((id) => ({ id, query: answers[id].query, receipt: answers[id].receipt })),
  }
}
