import type { SiteWords } from '#render'
import type { Result } from '../../query/result.ts'
import type { QueryService, Value } from '../../query/service.ts'
import { type FilterNames, namesOf } from './answer.ts'
import { codeIn, labelIn } from './cells.ts'
import { type Href, hiddenFields } from './links.ts'
import { shownCode, sortRows } from './pane.ts'
import type { Ground } from './question.ts'
import { filterable, filterOn, withFilter } from './view.ts'

export interface FilterOption {
  readonly code: string
  readonly label: string
  /** The code as it is shown beside the name. */
  readonly shown: string
  readonly checked: boolean
}

/** One filter of the sentence, with the list behind it. */
export interface FilterView {
  readonly dimension: string
  readonly name: string
  readonly text: string
  readonly chosen: boolean
  readonly clear: string
  readonly open: boolean
  readonly find: string
  readonly options: readonly FilterOption[]
  readonly hidden: readonly (readonly [string, string])[]
}

const listed = 14

/** Dimensions in the sentence, and those that can be added to it. */
export function sentenceDimensions({ tool, catalog, view }: Ground): {
  readonly shown: readonly string[]
  readonly addable: readonly string[]
} {
  const { always } = tool
  const all = filterable(tool, catalog, view.measure)
  const extra = view.filters.map((f) => f.dimension)
  const named = always.filter((d) => all.includes(d))
  const shown = [...new Set([...named, ...all, ...extra])].filter(
    (d) => named.includes(d) || extra.includes(d) || view.pick === d,
  )
  return { shown, addable: all.filter((d) => !shown.includes(d)) }
}

/** The values with the most rows, from a pane of the dimension, while nothing is looked for. */
function largest(input: FiltersInput, dimension: string): readonly Value[] | undefined {
  const { ground, panes } = input
  const { view, language } = ground
  const result = panes[view.panes.indexOf(dimension)]
  if (result === undefined || (view.pick === dimension && view.pickFind !== '')) return undefined
  return sortRows({ ...ground, view: { ...view, sort: undefined } }, result, dimension)
    .slice(0, listed)
    .map((row) => codeIn(row, dimension))
    .map((code) => ({ code, label: labelIn(result, dimension, code, language) }))
}

async function valuesFor(input: FiltersInput, dimension: string): Promise<readonly Value[]> {
  const { service, ground } = input
  const { catalog, view, language } = ground
  const ready = largest(input, dimension)
  if (ready !== undefined) return ready
  const outer = catalog.dimensions.get(dimension)?.within
  const outerFilter = outer === undefined ? undefined : filterOn(view, outer)
  const within = outerFilter?.exclude === false && outerFilter.values.length === 1 ? outerFilter.values[0] : undefined
  const search = view.pick === dimension ? view.pickFind : ''
  return service.values(dimension, {
    limit: 40,
    language,
    ...(search !== '' && { search }),
    ...(within !== undefined && { within }),
    ...(view.release !== undefined && { release: view.release }),
  })
}

export interface FiltersInput {
  readonly service: QueryService
  readonly ground: Ground
  readonly names: FilterNames
  /** The answers of the panes, in their order. */
  readonly panes: readonly Result[]
  readonly words: SiteWords
  readonly href: Href
}

function shownOf({ catalog }: Ground, dimension: string, code: string): string {
  const definition = catalog.dimensions.get(dimension)
  return definition === undefined ? '' : shownCode(definition, code, '')
}

/** The filters of the sentence; each list holds what is chosen and the values with the most rows. */
export async function filterViews(input: FiltersInput): Promise<readonly FilterView[]> {
  const { ground, names, words, href } = input
  const { catalog, view, language } = ground
  return Promise.all(
    sentenceDimensions(ground).shown.map(async (dimension): Promise<FilterView> => {
      const filter = filterOn(view, dimension)
      const values = await valuesFor(input, dimension)
      const chosen = (filter?.values ?? []).map((code) => ({ code, label: names[dimension]?.[code] ?? code }))
      const rest = values.filter((v) => !chosen.some((c) => c.code === v.code))
      const prefix = filter?.exclude === true ? '!' : ''
      return {
        dimension,
        name: catalog.dimensions.get(dimension)?.name[language] ?? dimension,
        text:
          namesOf({ view, names, language, words }, dimension) ??
          catalog.dimensions.get(dimension)?.any[language] ??
          dimension,
        chosen: filter !== undefined,
        clear: href(withFilter(view, catalog, dimension, [])),
        open: view.pick === dimension,
        find: view.pick === dimension ? view.pickFind : '',
        options: [
          ...chosen.map((c) => ({
            code: prefix + c.code,
            label: c.label,
            shown: shownOf(ground, dimension, c.code),
            checked: true,
          })),
          ...rest.map((v) => ({
            code: prefix + v.code,
            label: v.label,
            shown: shownOf(ground, dimension, v.code),
            checked: false,
          })),
        ],
        hidden: hiddenFields(ground, [dimension]),
      }
    }),
  )
}

/** Names of every value that a filter holds. */
export async function namesFor(service: QueryService, ground: Ground): Promise<FilterNames> {
  const { view, language } = ground
  const entries = await Promise.all(
    view.filters.map(async (filter) => {
      const pairs = await Promise.all(
        filter.values.map(async (code): Promise<readonly [string, string]> => {
          const options = { search: code.replace(/^\*\./, ''), limit: 50, language }
          const values = await service.values(filter.dimension, {
            ...options,
            ...(view.release !== undefined && { release: view.release }),
          })
          return [code, values.find((v) => v.code === code)?.label ?? code]
        }),
      )
      return [filter.dimension, Object.fromEntries(pairs)] as const
    }),
  )
  return Object.fromEntries(entries)
}
