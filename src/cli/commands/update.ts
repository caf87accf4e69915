import { Command } from '@commander-js/extra-typings'
import { catalog } from '#definitions'
import { OpendocketError, TryAgainError, UsageError } from '#errors'
import {
  buildFolder,
  hashDefinitions,
  type IngestOutcome,
  ingest,
  type Manifest,
  readManifest,
  readPublished,
  takeLock,
} from '#ingest'
import {
  checksum,
  eoirAddress,
  type FetchEvent,
  type FetchOutcome,
  fetchRelease,
  keepLast,
  parseAddress,
  prepareShelf,
  readPart,
  removeZip,
  type StoredRelease,
  shelfOf,
  sizeWords,
  storedReleases,
} from '../../fetch/index.ts'
import type { Context } from '../context.ts'
import { ingestTalk, ProgressLine } from '../progress.ts'
import { parseThreads } from '../threads.ts'

interface UpdateOptions {
  readonly url: string
  readonly ifNewerThan?: string | undefined
  readonly keep: number
  readonly id?: string | undefined
  readonly asOf?: string | undefined
  readonly threads?: number | undefined
  readonly memory?: string | undefined
  readonly acceptRepairs?: true | undefined
  readonly json?: true | undefined
}

/** What an update came to. */
interface Updated {
  readonly outcome: 'published' | 'nothing-new' | 'not-newer'
  readonly release: Manifest['release'] | null
  readonly download: StoredRelease['lock'] | null
}

/** A bar on a terminal, a line for each stage elsewhere. */
function fetchTalk(context: Context): (event: FetchEvent) => void {
  let line = new ProgressLine(context)
  let from = 0
  const tell = (text: string): void => {
    line.clear()
    context.talk(text)
    line = new ProgressLine(context)
  }
  return (event) => {
    if (event.stage === 'ask') tell(`Asking ${event.url}`)
    else if (event.stage === 'download') {
      from = event.from
      const whole = event.total === null ? 'a file of unknown size' : sizeWords(event.total)
      tell(from === 0 ? `Downloading ${whole}` : `Going on at ${sizeWords(from)} of ${whole}`)
    } else if (event.stage === 'progress') {
      // The bar is that of this try: the time left is reckoned from what came in it.
      const label = `${sizeWords(event.done)}${event.total === null ? '' : ` of ${sizeWords(event.total)}`}`
      line.draw(event.total === null ? 0 : event.done - from, event.total === null ? 1 : event.total - from, label)
    } else if (event.stage === 'anew') tell('What was here of an earlier try is of no use; beginning anew')
    else if (event.stage === 'retry')
      tell(`${event.why}; try ${event.nextTry} of ${event.tries} in ${(event.wait / 1000).toFixed(1)} s`)
    else if (event.stage === 'verify') tell(`Checking the zip: ${sizeWords(event.bytes)}`)
    else if (event.stage === 'checksum') line.draw(event.done, event.total, 'checksum')
    else tell(`Stored in ${event.folder}`)
  }
}

/** The published build of these very bytes, if there is one. */
async function publishedAs(dataDir: string, sha256: string): Promise<Manifest | undefined> {
  const published = await readPublished(dataDir)
  if (published === undefined) return undefined
  const id = Object.keys(published.releases).find((key) => published.releases[key]?.sha256 === sha256)
  // A build that cannot be read is as good as none: it is made again.
  return id === undefined ? undefined : readManifest(buildFolder(dataDir, published, id)).catch(() => undefined)
}

function ingestStored(context: Context, options: UpdateOptions, zip: string, id: string | undefined) {
  return ingest({
    catalog,
    input: zip,
    dataDir: context.dataDir(),
    id,
    asOf: options.asOf,
    threads: options.threads,
    memory: options.memory,
    acceptRepairs: options.acceptRepairs,
    onEvent: ingestTalk(context),
    signal: context.signal,
  })
}

/** `2026-10` is taken by what EOIR published first in that month: `2026-10.2`, `2026-10.3` … */
async function nextId(dataDir: string, taken: string): Promise<string> {
  const published = await readPublished(dataDir)
  const month = taken.replace(/-synthetic$/, '')
  for (let n = 2; ; n++) {
    const id = `${month}.${n}`
    if (published?.releases[id] === undefined && published?.releases[`${id}-synthetic`] === undefined) return id
  }
}

/** Ingests what was downloaded. A second release of the same month gets its own id: a cron job cannot be asked. */
async function ingestDownload(context: Context, options: UpdateOptions, zip: string): Promise<IngestOutcome> {
  try {
    return await ingestStored(context, options, zip, options.id)
  } catch (error) {
    const taken =
      error instanceof OpendocketError && error.facts.code === 'release-id-taken' ? error.facts.value : undefined
    if (taken === undefined || options.id !== undefined) throw error
    const id = await nextId(context.dataDir(), taken)
    context.talk(`EOIR has published another release under ${taken}; this one becomes ${id}`)
    return ingestStored(context, options, zip, id)
  }
}

function isDamage(error: unknown): boolean {
  return error instanceof OpendocketError && ['damaged-zip', 'not-a-zip'].includes(error.facts.code)
}

async function publish(
  context: Context,
  options: UpdateOptions,
  stored: StoredRelease,
  again: boolean,
): Promise<Updated> {
  try {
    const { manifest } = await ingestDownload(context, options, stored.zip)
    const { id, as_of, synthetic } = manifest.release
    context.talk(`Published release ${id}, as of ${as_of}${synthetic ? ', synthetic' : ''}.`)
    for (const name of await keepLast(context.dataDir(), options.keep)) context.talk(`Removed the old zip ${name}`)
    return { outcome: 'published', release: manifest.release, download: stored.lock }
  } catch (error) {
    // Damaged on its way: the next update downloads it anew. Damaged at EOIR, the same bytes would come again.
    if (isDamage(error) && !again) await removeZip(stored)
    throw error
  }
}

/** The last download of an address, with its published build; undefined when it is of no use any more. */
async function lastDownload(dataDir: string, url: URL) {
  const stored = (await storedReleases(dataDir)).find((s) => s.lock.url === url.href)
  if (stored === undefined) return undefined
  const manifest = await publishedAs(dataDir, stored.lock.sha256)
  return manifest === undefined && !stored.zipThere ? undefined : { stored, manifest }
}

type LastDownload = Awaited<ReturnType<typeof lastDownload>>

async function nothingNew(context: Context, options: UpdateOptions, last: NonNullable<LastDownload>): Promise<Updated> {
  const { stored, manifest } = last
  if (manifest !== undefined && (manifest.definitions === hashDefinitions(catalog) || !stored.zipThere)) {
    context.talk(`Nothing new: release ${manifest.release.id} is the latest, and is published. Nothing to do.`)
    return { outcome: 'nothing-new', release: manifest.release, download: stored.lock }
  }
  context.talk(
    manifest === undefined
      ? `Nothing new, but the last download is not published yet: ${stored.name}`
      : `Nothing new, but release ${manifest.release.id} was built by older definitions`,
  )
  await checkStored(stored)
  return publish(context, options, stored, true)
}

/** A stored zip that is no longer what was downloaded is of no use: the next update brings it anew. */
async function checkStored(stored: StoredRelease): Promise<void> {
  if ((await checksum(stored.zip, () => undefined)) === stored.lock.sha256) return
  await removeZip(stored)
  throw new TryAgainError(`the stored zip is not what was downloaded any more: ${stored.zip}`, {
    code: 'stored-zip-changed',
    value: stored.zip,
    hint: 'it was removed; run update again, which downloads it anew; look at the disk, should this come again',
  })
}

async function conclude(
  context: Context,
  options: UpdateOptions,
  last: LastDownload,
  fetched: FetchOutcome,
): Promise<Updated> {
  if (fetched.kind === 'downloaded') return publish(context, options, fetched.stored, fetched.again)
  if (fetched.kind === 'not-newer') {
    context.talk(
      `Nothing to do: the release there was last changed on ${fetched.day}, not after ${options.ifNewerThan}.`,
    )
    return { outcome: 'not-newer', release: null, download: null }
  }
  if (last === undefined) throw new TypeError('nothing can be unchanged where nothing was')
  return nothingNew(context, options, last)
}

async function takeUpdateLock(path: string): Promise<() => void> {
  try {
    return await takeLock(path)
  } catch (error) {
    if (!(error instanceof TryAgainError)) throw error
    const facts = { code: 'locked', value: path, hint: 'wait until it ends; what it downloads is for all' }
    throw new TryAgainError(error.message.replace('ingest', 'update'), facts, { cause: error })
  }
}

async function update(context: Context, options: UpdateOptions): Promise<Updated> {
  const dataDir = context.dataDir()
  const url = parseAddress(options.url)
  const shelf = shelfOf(dataDir)
  await prepareShelf(shelf)
  const unlock = await takeUpdateLock(`${shelf.root}/update.lock`)
  try {
    const last = await lastDownload(dataDir, url)
    const fetched = await fetchRelease({
      dataDir,
      url: options.url,
      since: last?.stored.lock,
      newerThan: options.ifNewerThan,
      onEvent: fetchTalk(context),
      signal: context.signal,
    })
    return await conclude(context, options, last, fetched)
  } catch (error) {
    if (context.signal.aborted && (await readPart(shelf.partial, url)) !== undefined)
      context.talk('\nWhat has arrived is kept: the next update goes on from there.')
    throw error
  } finally {
    unlock()
  }
}

function parseDay(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return text
  throw new UsageError(`this is no date: ${text}`, {
    code: 'bad-date',
    value: text,
    allowed: 'YYYY-MM-DD, such as 2026-09-01',
  })
}

function parseKeep(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new UsageError(`this is no number of zips: ${text}`, { code: 'bad-number', value: text, allowed: '0, 1, 2 …' })
}

function defaultUrl(): string {
  const given = process.env['OPENDOCKET_URL']
  return given === undefined || given === '' ? eoirAddress : given
}

export function updateCommand(context: Context) {
  return new Command('update')
    .description('download the latest release if there is a new one, read it and publish it; run twice it does nothing')
    .option('--url <url>', `where the release lies (default: OPENDOCKET_URL, else ${eoirAddress})`)
    .option(
      '--if-newer-than <date>',
      'do nothing unless the file was changed on a later day, such as 2026-09-01',
      parseDay,
    )
    .option('--keep <n>', 'how many downloaded zips stay', parseKeep, 2)
    .option('--id <id>', 'name of the release (default: year and month of the folder inside, such as 2026-10)')
    .option('--as-of <date>', 'last date that the release covers (default: the last plausible date in it)')
    .option('--threads <n>', 'threads of the engine', parseThreads)
    .option('--memory <size>', 'most memory to take, such as 2GB; of less than 1GB the program itself may take more')
    .option('--accept-repairs', 'go on when more rows are repaired or rejected than is usual')
    .option('--json', 'end with one JSON document')
    .addHelpText(
      'after',
      '\nExamples:\n  opendocket update\n  17 6,12,18 * * *  opendocket update --data /srv/opendocket     (a line for cron)\n\nA download that broke off goes on at the next run.\n\nExit codes: 0 published, or nothing to do; 1 not a zip, disk full, refused; 3 checks failed (not published);\n5 nothing at the address; 75 try again later: network, server busy, another update or ingest runs',
    )
    .action(async (options) => {
      const updated = await update(context, { ...options, url: options.url ?? defaultUrl() })
      if (options.json === true) context.out(`${JSON.stringify(updated, null, 2)}\n`)
    })
}
