import type { FigureRow, ReportDocument, ReportFigure } from '../document.ts'
import { escapeHtml as e } from './escape.ts'

const height = 26

function place(value: number, max: number): string {
  return `${(100 * value) / max}%`
}

/** One row's own drawing. Places are percentages, so that it fits every width and its text is never shrunk. */
function dot(row: FigureRow, figure: ReportFigure): string {
  const middle = height / 2
  const x = place(row.value, figure.max)
  const reference = figure.rows.find((one) => one.mark === 'reference')
  const lines = figure.ticks.map(({ value }) => {
    const at = place(value, figure.max)
    return `<line x1="${at}" x2="${at}" y1="0" y2="${height}" class="${value === 0 ? 'axis' : 'grid'}"/>`
  })
  const from = row.mark === 'reference' ? middle : 0
  const at = reference && place(reference.value, figure.max)
  const mean = at === undefined ? '' : `<line x1="${at}" x2="${at}" y1="${from}" y2="${height}" class="mean"/>`
  const stem = row.mark === 'reference' ? '' : `<line x1="0" x2="${x}" y1="${middle}" y2="${middle}" class="stem"/>`
  return `<svg width="100%" height="${height}" aria-hidden="true">${lines.join('')}${mean}${stem}<circle cx="${x}" cy="${middle}" r="5" class="dot ${row.mark}"/></svg>`
}

function axis(figure: ReportFigure): string {
  const texts = figure.ticks.map(
    ({ value, text }) =>
      `<text x="${place(value, figure.max)}" y="14" text-anchor="middle" class="tick">${e(text)}</text>`,
  )
  return `<svg width="100%" height="20" aria-hidden="true">${texts.join('')}</svg>`
}

/**
 * A dot plot as a table: the names, the drawing, the numbers. The numbers have a column of their own, so none can lie
 * on a line, and who does not see the drawing reads the table.
 */
export function figureHtml(figure: ReportFigure, document: ReportDocument): string {
  const receiptOf = (id: string): string => document.receipts.find((one) => one.id === id)?.receipt ?? ''
  const receipt = receiptOf(figure.receipt)
  const all = new Set([receipt, ...figure.rows.map((row) => receiptOf(row.cell.split('#')[0] ?? ''))])
  const rows = figure.rows.map(
    (row) =>
      `<tr class="${row.mark}"><th scope="row">${e(row.label)}</th><td class="plot">${dot(row, figure)}</td><td class="n" data-cell="${e(row.cell)}">${e(row.text)}</td></tr>`,
  )
  const [names, numbers] = figure.columns
  return `<figure class="dots" id="figure-${e(figure.id)}" data-receipt="${e([...all].join(' '))}">
<figcaption><b>${e(figure.title)}</b><br>${e(figure.about)}</figcaption>
<table><caption class="vh">${e(figure.alt)}</caption>
<thead class="vh"><tr><th scope="col">${e(names)}</th><td></td><th scope="col">${e(numbers)}</th></tr></thead>
<tbody>${rows.join('\n')}</tbody>
<tfoot aria-hidden="true"><tr><td></td><td class="plot">${axis(figure)}</td><td></td></tr></tfoot></table>
<p class="source">${e(figure.source)} <code>${e(receipt.slice(0, 8))}…${e(receipt.slice(-4))}</code></p>
</figure>`
}
