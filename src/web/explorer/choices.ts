import type { Catalog, Measure, Tool, ToolMeasure } from '#catalog'

/** The id without its rival definition: `pending@eoir` → `pending`. */
export function plainId(id: string): string {
  return id.split('@')[0] ?? id
}

/** Every measure that may lead: those of the tool and their rival definitions. */
export function leadIds(tool: Tool, catalog: Catalog): readonly string[] {
  return tool.measures.flatMap(({ id }) => [id, ...variantsOf(catalog, id)])
}

/** Rival definitions of a measure. */
export function variantsOf(catalog: Catalog, id: string): readonly string[] {
  return [...catalog.measures.values()].filter((m) => m.variantOf === plainId(id)).map((m) => m.id)
}

/** What the tool says of the measure that leads. */
export function toldOf(tool: Tool, measure: string): ToolMeasure {
  const told = tool.measures.find((m) => m.id === plainId(measure))
  if (told === undefined) throw new Error(`${tool.id} does not count ${measure}`)
  return told
}

function factOf(catalog: Catalog, id: string): string | undefined {
  const measure: Measure | undefined = catalog.measures.get(id)
  if (measure === undefined) return undefined
  return 'fact' in measure ? measure.fact : factOf(catalog, measure.of)
}

/** Every link of a page asks for them. */
const known = new WeakMap<Catalog, WeakMap<Tool, Map<string, readonly string[]>>>()

/** The dimensions by which a tool's measure can be sliced: the tool's own first, then the rest of the fact's. */
export function choicesOf(tool: Tool, catalog: Catalog, measure: string): readonly string[] {
  const tools = known.get(catalog) ?? new WeakMap<Tool, Map<string, readonly string[]>>()
  known.set(catalog, tools)
  const choices = tools.get(tool) ?? new Map<string, readonly string[]>()
  tools.set(tool, choices)
  const found = choices.get(measure) ?? findChoices(tool, catalog, measure)
  choices.set(measure, found)
  return found
}

function findChoices(tool: Tool, catalog: Catalog, measure: string): readonly string[] {
  const fact = catalog.facts.get(factOf(catalog, measure) ?? '')
  const times = [...catalog.dimensions.values()]
    .filter((d) => d.kind === 'time' && d.grain !== 'month')
    .map((d) => d.id)
  const has = [...(fact?.dimensions ?? []), ...times]
  const first = tool.choices.filter((id) => has.includes(id))
  return [...new Set([...first, ...has])].filter((id) => !tool.withheld.includes(id))
}

/** The panes to begin with: those of the measure, else of the tool, as far as the measure can be sliced so. */
export function panesFor(tool: Tool, catalog: Catalog, measure: string): readonly string[] {
  const choices = choicesOf(tool, catalog, measure)
  const asked = (toldOf(tool, measure).panes ?? tool.panes).filter((id) => choices.includes(id))
  return asked.length >= 2 ? asked : [...asked, ...choices.filter((id) => !asked.includes(id))].slice(0, 2)
}

/** Whether what a measure counts knows a dimension at all, offered or not. */
export function knows(catalog: Catalog, measure: string, dimension: string): boolean {
  const fact = catalog.facts.get(factOf(catalog, measure) ?? '')
  return catalog.dimensions.get(dimension)?.kind === 'time' || fact?.dimensions.includes(dimension) === true
}
