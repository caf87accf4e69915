import { type Catalog, type Profile, partsOf, type Tool, type Words } from '#catalog'
import { reports } from '../src/report/reports.ts'
import { asylum } from './tools/asylum/asylum.ts'
import { backlog } from './tools/backlog/backlog.ts'
import { bond } from './tools/bond/bond.ts'
import { courtProfile } from './tools/court/court.ts'
import { filings } from './tools/filings/filings.ts'
import { hearings } from './tools/hearings/hearings.ts'
import { inactive } from './tools/inactive/inactive.ts'
import { judges } from './tools/judges/judges.ts'
import { juveniles } from './tools/juveniles/juveniles.ts'
import { nationalityProfile } from './tools/nationality/nationality.ts'
import { outcomes } from './tools/outcomes/outcomes.ts'
import { pdClosures } from './tools/pd_closures/pd_closures.ts'
import { processingTime } from './tools/processing_time/processing_time.ts'
import { representation } from './tools/representation/representation.ts'

/** The tools of the site, in the order of their list. */
export const tools: readonly Tool[] = [
  pdClosures,
  backlog,
  filings,
  outcomes,
  inactive,
  processingTime,
  asylum,
  hearings,
  bond,
  representation,
  juveniles,
  judges,
]

/** Pages on one court and on one nationality. */
export const profiles: readonly Profile[] = [courtProfile, nationalityProfile]

export { timeline } from './timeline.ts'

/** A page that shows a measure. */
export interface Use {
  readonly path: string
  readonly title: Words
}

/** The pages that show a measure, itself or as a part of a rate: tools, reports, the balance of a release. */
export function pagesWith(id: string, catalog: Catalog): readonly Use[] {
  const shows = (ids: readonly string[]): boolean =>
    ids.some((each) => {
      const measure = catalog.measures.get(each)
      return each === id || (measure !== undefined && partsOf(measure, catalog).some((part) => part.id === id))
    })
  const toolIds = (tool: Tool): string[] => [...tool.measures.flatMap((m) => [m.id, ...m.beside]), ...tool.rates]
  const balances = catalog.balances.filter((b) => shows([b.stock, ...b.arrivals, ...b.exits]))
  return [
    ...tools.filter((t) => shows(toolIds(t))).map((t) => ({ path: `/tools/${t.id}`, title: t.title })),
    ...reports.filter((r) => shows(r.measures)).map((r) => ({ path: `/reports/${r.id}`, title: r.title })),
    ...(balances.length === 0
      ? []
      : [{ path: '/releases', title: { en: 'The balance of a release', es: 'El balance de una publicación' } }]),
  ]
}
