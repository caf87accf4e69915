import type { ReportDocument, ReportSection, Sentence } from '../document.ts'
import { isNumber, type Span } from '../span.ts'
import { reportWordsIn } from '../words/index.ts'
import { escapeHtml as e } from './escape.ts'
import { figureHtml } from './figure.ts'
import { tableHtml } from './table.ts'

/** The receipt as a person sees it: its ends and its cell. */
function short(receipt: string): string {
  const [body = '', cell] = receipt.split('#')
  return `${body.slice(0, 8)}…${body.slice(-4)}${cell === undefined ? '' : `#${cell}`}`
}

function span(one: Span, numberFrom: (cell: string) => string): string {
  if (!isNumber(one)) return e(one.text)
  const over = one.over === undefined ? '' : ` data-receipt-over="${e(one.over)}"`
  const from = one.over === undefined ? short(one.receipt) : `${short(one.receipt)} / ${short(one.over)}`
  return `<data value="${one.value}" data-receipt="${e(one.receipt)}"${over} title="${e(numberFrom(from))}">${e(one.text)}</data>`
}

/** A sentence with every number in an element that carries its receipt. */
export function sentenceHtml(sentence: Sentence, document: ReportDocument): string {
  const { numberFrom, notes: word } = reportWordsIn(document.language)
  const marks = (sentence.notes ?? []).flatMap((id) => {
    const note = document.notes.find((one) => one.id === id)
    return note === undefined
      ? []
      : [
          `<a class="fn" data-mark href="#note-${e(note.id)}" aria-label="${e(word)} ${e(note.mark)}">${e(note.mark)}</a>`,
        ]
  })
  return sentence.spans.map((one) => span(one, numberFrom)).join('') + marks.join('')
}

function sectionHtml(section: ReportSection, document: ReportDocument): string {
  const text = section.sentences.map((sentence) => sentenceHtml(sentence, document)).join(' ')
  const kind = section.heading === undefined ? ' class="lead"' : ''
  const parts = [
    ...(section.heading === undefined ? [] : [`<h2 id="${e(section.id)}">${e(section.heading)}</h2>`]),
    ...(text === '' ? [] : [`<p${kind}>${text}</p>`]),
    ...(section.figure === undefined ? [] : [figureHtml(section.figure, document)]),
    ...(section.table === undefined ? [] : [tableHtml(section.table, document)]),
  ]
  return `<section>${parts.join('\n')}</section>`
}

function notesHtml(document: ReportDocument, place: 'site' | 'file'): string {
  const words = reportWordsIn(document.language)
  const notes = document.notes.map(
    ({ id, mark, text }) =>
      `<p id="note-${e(id)}" class="note">${mark === '' ? '' : `<b data-mark>${e(mark)}</b> `}${e(text)}</p>`,
  )
  const check = (receipt: string): string =>
    place === 'file'
      ? ''
      : ` · <a rel="nofollow" href="${document.language === 'es' ? '/es' : ''}/verify?receipt=${encodeURIComponent(receipt)}">${e(words.receiptCheck)}</a>`
  const receipts = document.receipts.map(
    ({ id, query, receipt }) =>
      `<li id="receipt-${e(id)}"><b>${e(id)}</b> <code>${e(query)}</code>${check(receipt)}<br><code class="receipt">${e(receipt)}</code></li>`,
  )
  return `<section class="foot"><h2 class="vh" id="notes">${e(words.notes)}</h2>${notes.join('\n')}
${document.sources.map((source) => `<p class="note">${e(source)}</p>`).join('\n')}
<details class="receipts"><summary>${e(words.receipts)}</summary><p class="note">${e(words.receiptsAbout)}</p><ul>${receipts.join('\n')}</ul></details></section>`
}

/**
 * The body of a report, from its lead to its receipts; the page and the file put their own head above it. On the site
 * a receipt can be checked with a click; a file on its own has no server to ask.
 */
export function articleHtml(document: ReportDocument, place: 'site' | 'file' = 'site'): string {
  return `<div class="report-body">${document.sections.map((section) => sectionHtml(section, document)).join('\n')}
${notesHtml(document, place)}</div>`
}
