import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { catalog } from '#definitions'
import { UnreadableReleaseError } from '#errors'
import { buildFolder, hashDefinitions, ingest, readManifest, readPublished } from '#ingest'
import type { Context } from '../context.ts'
import { ingestTalk, ProgressLine } from '../progress.ts'
import { parsePort, serveUntilStopped } from '../serving.ts'

async function ingestInto(context: Context, input: string): Promise<void> {
  const { manifest, built } = await ingest({
    catalog,
    input,
    dataDir: context.dataDir(),
    onEvent: ingestTalk(context),
    signal: context.signal,
  })
  context.talk(
    `${built ? 'Published' : 'Already published:'} release ${manifest.release.id}, as of ${manifest.release.as_of}.`,
  )
}

const sampleIn = (context: Context): string => join(context.dataDir(), 'sample.zip')

async function sample(context: Context): Promise<void> {
  await mkdir(context.dataDir(), { recursive: true })
  const out = sampleIn(context)
  context.talk('Simulating the sample: a small synthetic release in EOIR’s format')
  const line = new ProgressLine(context)
  const { simulate } = await import('../../simulate/index.ts')
  await simulate({ out, scenario: 'sample', seed: 1 }, { progress: (at, total, label) => line.draw(at, total, label) })
  line.clear()
  await ingestInto(context, out)
}

function asUnreadable(error: unknown): undefined {
  if (!(error instanceof UnreadableReleaseError)) throw error
}

/** Whether the current release was built by other definitions than ours of today. */
async function outdated(context: Context): Promise<'nothing' | 'sample' | 'release' | 'no'> {
  const published = await readPublished(context.dataDir())
  if (published === undefined) return 'nothing'
  const manifest = await readManifest(buildFolder(context.dataDir(), published, published.current)).catch(asUnreadable)
  // Its manifest cannot be read. The sample is made again; of a release its reader is told what to do.
  if (manifest === undefined)
    return existsSync(sampleIn(context)) && published.current.endsWith('-synthetic') ? 'sample' : 'no'
  if (manifest.definitions === hashDefinitions(catalog)) return 'no'
  return manifest.release.source === 'sample.zip' ? 'sample' : 'release'
}

export function startCommand(context: Context) {
  return new Command('start')
    .description('have numbers and serve them: a release, else what is published, else the synthetic sample')
    .argument('[release]', 'the zip that EOIR publishes, or a folder with its files')
    .option('--host <host>', 'address to listen on', '127.0.0.1')
    .option('--port <port>', 'port to listen on; 0 takes a free one', parsePort, 8080)
    .action(async (release, options) => {
      if (release !== undefined) await ingestInto(context, release)
      else {
        const state = await outdated(context)
        if (state === 'nothing' || state === 'sample') await sample(context)
        if (state === 'release')
          context.talk(
            'The published release was built by older definitions; ingest it again to have its numbers by those of today.',
          )
      }
      await serveUntilStopped(context, options)
    })
}
