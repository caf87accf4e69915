import type { Measure } from '#catalog'
import type { Receipt } from './receipt.ts'
import type { Carried } from './result.ts'
import { factOf, type Scope } from './scope.ts'

/** SQL conditions by which a measure chooses rows, those of its parts too. */
function conditionsOf(measure: Measure, scope: Scope): string {
  const parts =
    measure.kind === 'rate' ? [measure.of, measure.per] : measure.kind === 'flow_to_date' ? [measure.of] : []
  const own = 'where' in measure ? (measure.where ?? '') : ''
  return [
    own,
    ...parts.map((id) => scope.catalog.measures.get(id)).map((m) => (m === undefined ? '' : conditionsOf(m, scope))),
  ].join(' ')
}

/** The measures of a query whose numbers what was carried over can change. */
export function touchedBy(scope: Scope): Measure[] {
  const touches = scope.catalog.carry?.touches
  if (touches === undefined) return []
  const { by, filters, measures } = scope.query
  const asked = [...by, ...filters.map((f) => f.dimension)].some((id) => touches.columns.includes(id))
  const chosen = new RegExp(`\\b(${touches.columns.join('|')})\\b`)
  return measures
    .flatMap((id) => scope.catalog.measures.get(id) ?? [])
    .filter((m) => factOf(m, scope.catalog) === touches.fact && (asked || chosen.test(conditionsOf(m, scope))))
}

/** How a receipt names what was carried over. */
export function carriedMark(carried: Carried | undefined): string | undefined {
  return carried === undefined ? undefined : `${carried.release}:${carried.sha256.slice(0, 12)}`
}

/** Why a receipt cannot be derived anew from a build into which other things were carried over; undefined when it can. */
export function carriedOtherwise(receipt: Receipt, here: Carried | undefined): string | undefined {
  const mark = carriedMark(here)
  if (receipt.carried === mark) return undefined
  const again = `ingest release ${receipt.release} again`
  if (receipt.carried === undefined)
    return `the receipt was written without what this build has carried over from release ${here?.release}; ${again}, with --no-carry`
  const [release = '', sha256 = ''] = receipt.carried.split(':')
  const its = here === undefined ? 'nothing was carried over here' : `here it comes from release ${here.release}`
  return `the receipt counts what was carried over from release ${release} (sha256 ${sha256}…), and ${its}; ingest that release, then ${again}`
}
