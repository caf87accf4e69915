import type { ReportDocument, ReportFigure, ReportSection, ReportTable, Sentence } from './document.ts'
import { reportWordsIn } from './words/index.ts'

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ')
}

/** Keeps what a name may hold from being read as markup. */
function escaped(text: string): string {
  return plain(text).replaceAll(/([\\`*_[\]<>|])/g, '\\$1')
}

function marksOf(sentence: Sentence, notes: ReportDocument['notes']): string {
  return (sentence.notes ?? [])
    .map((id) => notes.find((note) => note.id === id)?.mark)
    .map((mark) => (mark === undefined ? '' : `[^${mark}]`))
    .join('')
}

function paragraph(sentences: readonly Sentence[], notes: ReportDocument['notes']): string[] {
  if (sentences.length === 0) return []
  return [sentences.map((sentence) => escaped(sentence.text) + marksOf(sentence, notes)).join(' '), '']
}

function tableLines(table: ReportTable, word: string): string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const [first, ...numbers] = table.columns
  return [
    `**${word} ${table.number}. ${escaped(table.title)}.** ${escaped(table.about)}`,
    '',
    line([first?.label ?? '', ...numbers.map((column) => column.label)]),
    line(['---', ...numbers.map(() => '---:')]),
    ...table.rows.map((row) => {
      const name = `${row.level === 1 ? '– ' : ''}${escaped(row.label)}`
      const strong = (text: string): string => (row.total === true ? `**${text}**` : text)
      return line([strong(name), ...row.cells.map((cell) => strong(plain(cell.text)))])
    }),
    '',
  ]
}

function figureLines(figure: ReportFigure, word: string): string[] {
  return [`**${word}. ${escaped(figure.title)}.** ${escaped(figure.about)} ${escaped(figure.alt)}`, '']
}

function sectionLines(section: ReportSection, document: ReportDocument): string[] {
  const words = reportWordsIn(document.language)
  return [
    ...(section.heading === undefined ? [] : [`## ${section.heading}`, '']),
    ...paragraph(section.sentences, document.notes),
    ...(section.figure === undefined ? [] : figureLines(section.figure, words.figure)),
    ...(section.table === undefined ? [] : tableLines(section.table, words.table)),
  ]
}

/** The report as Markdown, with ordinary spaces, so that it can be searched and pasted. */
export function toMarkdown(document: ReportDocument): string {
  const words = reportWordsIn(document.language)
  const { release } = document
  const synthetic = release.synthetic ? `, **${words.synthetic}**` : ''
  const lines = [
    `# ${escaped(document.title.text)}`,
    '',
    `_${escaped(document.kicker)}. ${words.release} ${escaped(release.id)}${synthetic}._`,
    '',
    ...document.sections.flatMap((section) => sectionLines(section, document)),
    `## ${words.notes}`,
    '',
    ...document.notes.flatMap((note) => [
      note.mark === '' ? escaped(note.text) : `[^${note.mark}]: ${escaped(note.text)}`,
      '',
    ]),
    `## ${words.sources}`,
    '',
    ...document.sources.flatMap((source) => [escaped(source), '']),
    `## ${words.receipts}`,
    '',
    words.receiptsAbout,
    '',
    ...document.receipts.map(({ id, query, receipt }) => `- ${id}: \`${query}\`  \n  \`${receipt}\``),
    '',
  ]
  return lines.join('\n')
}
