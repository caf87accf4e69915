import { explorerWordsIn } from '#render'
import { ratesOf } from './columns.ts'
import { type Href, hiddenFields } from './links.ts'
import { type Ground, mostSeries } from './question.ts'
import { type ChartKind, chartKinds, filterable, grains, type Unit, units, type View } from './view.ts'

interface Choice {
  readonly value: string
  readonly name: string
  readonly on: boolean
}

/** The controls of the figure: how it is drawn, by which periods, as what, compared by what. */
export interface DrawView {
  readonly phrase: string
  readonly kinds: readonly Choice[]
  readonly grains: readonly Choice[]
  readonly units: readonly Choice[]
  readonly splits: readonly Choice[]
  readonly hint: string
  readonly hidden: readonly (readonly [string, string])[]
}

/** How the figure is drawn when nothing is said: events of one series as bars, everything else as lines. */
export function drawnAs({ view, catalog }: Ground): ChartKind {
  const kind = catalog.measures.get(view.measure)?.kind
  const usual: ChartKind = kind === 'flow' && view.split === undefined ? 'bars' : 'lines'
  if (view.drawn === undefined) return usual
  // Bars of several series would hide each other.
  return view.drawn === 'bars' && view.split !== undefined ? 'lines' : view.drawn
}

function unitsFor({ view, catalog }: Ground): readonly Unit[] {
  const kind = catalog.measures.get(view.measure)?.kind
  if (kind === 'rate' || kind === 'duration') return ['number']
  const isWhole = view.split === undefined && view.filters.length === 0
  return units.filter((u) => u !== 'percent' || !isWhole)
}

/** The unit in which the figure is drawn: a rate is one already. */
export function unitShown(ground: Ground): Unit {
  return unitsFor(ground).find((u) => u === ground.view.unit) ?? 'number'
}

/** The controls, and the words that say how they stand. */
export function drawView(ground: Ground): DrawView {
  const { view, catalog, language, tool } = ground
  const says = explorerWordsIn(language).draw
  const now = drawnAs(ground)
  const name = (id: string) => catalog.dimensions.get(id)?.name[language] ?? id
  const unit = unitShown(ground)
  const splits = filterable(tool, catalog, view.measure)
  const mapped = splits.includes('court_state')
  const parts = [
    says.kinds[now],
    ...(now === 'map' || now === 'dots' ? [] : [`${says.grain.toLowerCase()} ${says.grains[view.grain]}`]),
    ...(view.split === undefined || now === 'map' ? [] : [says.splitBy(name(view.split).toLowerCase())]),
    ...(unit === 'number' ? [] : [says.unitShort[unit]]),
  ]
  return {
    phrase: parts.join(', '),
    kinds: chartKinds
      .filter((k) => k !== 'map' || mapped)
      .map((k) => ({ value: k, name: says.kinds[k], on: k === now })),
    grains: grains.map((g) => ({ value: g, name: says.grains[g], on: g === view.grain })),
    units: unitsFor(ground).map((u) => ({ value: u, name: says.units[u], on: u === unit })),
    splits: [
      { value: '', name: says.noSplit, on: view.split === undefined },
      ...splits.map((id) => ({ value: id, name: says.splitBy(name(id).toLowerCase()), on: id === view.split })),
    ],
    hint: says.splitHint(mostSeries.together),
    hidden: hiddenFields(ground, ['drawn', 'time', 'unit', 'split']),
  }
}

/** The address that looks at one period alone. */
export function periodHref(view: View, period: string, href: Href): string {
  return href({ ...view, from: period, to: period })
}

/** Whether the tool compares with a rate of its own. */
export function compares(ground: Ground): boolean {
  return ratesOf(ground).length > 0
}
