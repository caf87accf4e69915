import { redirect } from '@sveltejs/kit'
import { answered } from '../answered.ts'
import type { ExplorerInput } from './ground.ts'
import { cleanAddress, type ExplorerPage, explorerPage } from './page.ts'

/** The load function of a tool's page. */
export async function explorerLoad(input: ExplorerInput): Promise<{ readonly explorer: ExplorerPage }> {
  const clean = await answered(() => cleanAddress(input))
  if (clean !== undefined) redirect(303, clean)
  return { explorer: await answered(() => explorerPage(input)) }
}

/** The load function of the same figure in a frame: its links lead to the tool, not to the frame. */
export async function embedLoad(input: ExplorerInput): Promise<{ readonly explorer: ExplorerPage }> {
  const url = new URL(input.url)
  url.pathname = url.pathname.replace(/\/embed$/, '')
  return { explorer: await answered(() => explorerPage({ ...input, url })) }
}
