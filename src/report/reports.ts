import type { Report } from '#catalog'
import { nearest } from '#catalog'
import { NotFoundError } from '#errors'
import type { QueryService } from '../query/service.ts'
import type { ReportDocument } from './document.ts'
import type { ReportOptions } from './pd_closures/ask.ts'
import { build as buildPdClosures } from './pd_closures/build.ts'
import { pdClosuresReport } from './pd_closures/pd_closures.ts'
import { build as buildRecalendared } from './recalendared/build.ts'
import { recalendaredReport } from './recalendared/recalendared.ts'

type Build = (service: QueryService, options: ReportOptions) => Promise<ReportDocument>

interface Made {
  readonly report: Report
  readonly build: Build
}

const made: readonly Made[] = [
  { report: pdClosuresReport, build: buildPdClosures },
  { report: recalendaredReport, build: buildRecalendared },
]

/** The reports that there are, in the order of their list. */
export const reports: readonly Report[] = made.map(({ report }) => report)

/** Makes a report by its id; a NotFoundError names those there are. */
export async function buildReport(service: QueryService, id: string, options: ReportOptions): Promise<ReportDocument> {
  const found = made.find(({ report }) => report.id === id)
  if (found !== undefined) return found.build(service, options)
  const ids = reports.map((report) => report.id)
  throw new NotFoundError(`unknown report: ${id}`, {
    code: 'unknown-report',
    value: id,
    nearest: nearest(id, ids),
    allowed: ids.join(', '),
  })
}
