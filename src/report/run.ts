import type { QueryService } from '../query/service.ts'
import type { ReportDocument } from './document.ts'
import { toHtml } from './html/file.ts'
import { toJson } from './json.ts'
import { toMarkdown } from './markdown.ts'
import type { ReportOptions } from './pd_closures/ask.ts'
import { buildReport } from './reports.ts'

export const reportFormats = ['html', 'md', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

const writers: Readonly<Record<ReportFormat, (document: ReportDocument) => string>> = {
  html: toHtml,
  md: toMarkdown,
  json: toJson,
}

/** Makes a report and writes it in a format. */
export async function runReport(
  service: QueryService,
  id: string,
  options: ReportOptions & { readonly format: ReportFormat },
): Promise<string> {
  return writers[options.format](await buildReport(service, id, options))
}
