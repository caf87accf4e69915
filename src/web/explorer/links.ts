import type { Catalog, Tool } from '#catalog'
import { printView, search, type View } from './view.ts'

/** The address of a view. */
export type Href = (view: View) => string

export function hrefs(path: string, tool: Tool, catalog: Catalog): Href {
  return (view) => path + search(printView({ ...view, pick: undefined, pickFind: '' }, tool, catalog))
}

/** The words that a form must carry along unseen, so that only its own change. */
export function hiddenFields(
  { view, tool, catalog }: { readonly view: View; readonly tool: Tool; readonly catalog: Catalog },
  own: readonly string[],
): readonly (readonly [string, string])[] {
  return printView(view, tool, catalog).filter(([word]) => !own.includes(word) && word !== 'pick' && word !== 'q')
}
