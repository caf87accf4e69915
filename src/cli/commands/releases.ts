import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { NotFoundError, UnreadableReleaseError } from '#errors'
import {
  buildFolder,
  folders,
  forgetOldLedgers,
  type Published,
  readManifest,
  readPublished,
  replaceFile,
  takeLock,
} from '#ingest'
import { textTable } from '#render'
import type { Context } from '../context.ts'
import { compareCommand } from './compare-releases.ts'

async function published(context: Context): Promise<Published> {
  const found = await readPublished(context.dataDir())
  if (found !== undefined) return found
  throw new NotFoundError('no release is published yet', {
    code: 'no-release',
    value: context.dataDir(),
    hint: 'ingest one: opendocket ingest RELEASE.zip',
  })
}

/** What a release says of itself, or why this version cannot read it. */
async function describe(context: Context, found: Published, id: string) {
  try {
    return (await readManifest(buildFolder(context.dataDir(), found, id))).release
  } catch (error) {
    if (error instanceof UnreadableReleaseError) return error
    throw error
  }
}

async function list(context: Context, json: boolean): Promise<void> {
  const found = await readPublished(context.dataDir())
  const ids = Object.keys(found?.releases ?? {})
    .toSorted()
    .toReversed()
  const all = found === undefined ? [] : await Promise.all(ids.map((id) => describe(context, found, id)))
  const releases = all.flatMap((one) => (one instanceof UnreadableReleaseError ? [] : [one]))
  for (const one of all) if (one instanceof UnreadableReleaseError) context.talk(one.explain())
  if (json) {
    context.out(`${JSON.stringify({ current: found?.current ?? null, releases }, null, 2)}\n`)
    return
  }
  const rows = releases.map((r) => [
    r.id === found?.current ? `${r.id} (current)` : r.id,
    r.as_of,
    r.synthetic ? 'synthetic' : '',
    r.published_at.slice(0, 10),
    r.sha256.slice(0, 12),
  ])
  context.out(textTable(['release', 'as of', '', 'published', 'sha256'], rows, [false, false, false, false, false]))
}

async function change(context: Context, edit: (now: Published) => Published | undefined): Promise<void> {
  const place = folders(context.dataDir())
  const unlock = await takeLock(place.lock)
  try {
    const next = edit(await published(context))
    if (next === undefined) await rm(place.published, { force: true })
    else await replaceFile(place.published, `${JSON.stringify(next, null, 2)}\n`)
  } finally {
    unlock()
  }
}

async function remove(context: Context, id: string): Promise<void> {
  buildFolder(context.dataDir(), await published(context), id)
  await change(context, (now) => {
    const { [id]: _, ...releases } = now.releases
    const newest = Object.keys(releases).toSorted().at(-1)
    return newest === undefined ? undefined : { current: now.current === id ? newest : now.current, releases }
  })
  await rm(join(folders(context.dataDir()).built, id), { recursive: true, force: true })
  await forgetOldLedgers(context.dataDir())
  context.talk(`Removed release ${id}.`)
}

async function use(context: Context, id: string): Promise<void> {
  buildFolder(context.dataDir(), await published(context), id)
  await change(context, (now) => ({ ...now, current: id }))
  context.talk(`Release ${id} is now the current one.`)
}

export function releasesCommand(context: Context) {
  const command = new Command('releases').description('releases that are published here')
  command
    .command('list', { isDefault: true })
    .description('all of them, newest first')
    .option('--json', 'one JSON document')
    .action((options) => list(context, options.json === true))
  command
    .command('show')
    .argument('<id>')
    .description('accounts, checks and files of a release')
    .option('--json', 'one JSON document')
    .action(async (id) => {
      const manifest = await readManifest(buildFolder(context.dataDir(), await published(context), id))
      context.out(`${JSON.stringify(manifest, null, 2)}\n`)
    })
  command
    .command('use')
    .argument('<id>')
    .description('make a release the current one')
    .action((id) => use(context, id))
  command
    .command('remove')
    .argument('<id>')
    .description('remove a release and its files')
    .action((id) => remove(context, id))
  command.addCommand(compareCommand(context))
  return command
}
