import type { ReportDocument } from './document.ts'

/** The whole document: every sentence in spans, every table, every receipt. */
export function toJson(document: ReportDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}
