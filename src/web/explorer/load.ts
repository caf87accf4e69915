import { redirect } from '@sveltejs/kit'
import { answered } from '../answered.ts'
import { cleanAddress, type ExplorerInput, type ExplorerPage, explorerPage } from './page.ts'

/** The load function of a tool's page. */
export async function explorerLoad(input: ExplorerInput): Promise<{ readonly explorer: ExplorerPage }> {
  const clean = await answered(() => cleanAddress(input))
  if (clean !== undefined) redirect(303, clean)
  return { explorer: await answered(() => explorerPage(input)) }
}
