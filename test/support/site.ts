import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { createApi } from '../../src/server/api.ts'
import { openDocket } from '../../src/server/docket.ts'
import { buildSite, serve } from '../../src/server/serve.ts'

export interface RunningSite {
  readonly url: string
  readonly dataDir: string
  close(): Promise<void>
}

/** The real server over the shipped sample release, in a data directory of its own. */
export async function startSite(): Promise<RunningSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'site-'))
  const input = join(import.meta.dirname, '../../sample/sample.zip')
  const [{ dir }] = await Promise.all([buildSite(), ingest({ catalog, input, dataDir })])
  const service = openDocket({ dataDir })
  const serving = await serve({ service, api: createApi(service), host: '127.0.0.1', port: 0, buildDir: dir })
  return {
    url: serving.url,
    dataDir,
    close: async () => {
      await serving.close()
      await service.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
