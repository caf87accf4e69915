import type { ReportDocument, ReportTable, TableCell, TableRow } from '../document.ts'
import { reportWordsIn } from '../words/index.ts'
import { escapeHtml as e } from './escape.ts'

function cell({ text, missing, cell }: TableCell): string {
  const from = cell === undefined ? '' : ` data-cell="${e(cell)}"`
  const shown =
    missing === undefined
      ? e(text)
      : `<span title="${e(missing)}"><span aria-hidden="true">${e(text)}</span><span class="vh">${e(missing)}</span></span>`
  return `<td class="n"${from}>${shown}</td>`
}

function row(one: TableRow): string {
  const kind = one.total === true ? ' class="total"' : one.level === 1 ? ' class="within"' : ''
  return `<tr${kind}><th scope="row">${e(one.label)}</th>${one.cells.map(cell).join('')}</tr>`
}

function head(table: ReportTable): string {
  const columns = table.columns.map(({ label }, i) => `<th scope="col"${i === 0 ? '' : ' class="n"'}>${e(label)}</th>`)
  return `<thead><tr>${columns.join('')}</tr></thead>`
}

/** The rows that the text names, then the rest in a part that opens without any script. */
export function tableHtml(table: ReportTable, document: ReportDocument): string {
  const receipt = document.receipts.find((one) => one.id === table.receipt)?.receipt ?? ''
  const word = reportWordsIn(document.language).table
  const caption = `<caption><b>${e(word)} <span data-mark>${table.number}</span>. ${e(table.title)}.</b> ${e(table.about)}</caption>`
  const shown = table.rows.filter((one) => one.shown)
  const hidden = table.rows.filter((one) => !one.shown)
  const open = `<table class="rep ${e(table.id)}" data-receipt="${e(receipt)}">`
  const body = (rows: readonly TableRow[]): string => `${head(table)}<tbody>${rows.map(row).join('\n')}</tbody></table>`
  if (hidden.length === 0) return `${open}${caption}${body(shown)}`
  const name = e(table.others ?? '')
  const counted = `data-counts="#others-${e(table.id)} tbody tr${hidden.some((one) => one.level === 1) ? '.within' : ''}"`
  const others = `<details class="others" id="others-${e(table.id)}"><summary ${counted}>${name}</summary>`
  if (shown.length === 0) return `${others}${open}${caption}${body(hidden)}</details>`
  return `${open}${caption}${body(shown)}${others}${open}<caption class="vh" ${counted}>${name}</caption>${body(hidden)}</details>`
}
