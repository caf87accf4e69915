import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { DataError, UsageError } from '#errors'
import { readEvents } from '../../../site/calendar/event.ts'
import { readFactorLists } from '../../../site/library/factors/list.ts'
import { readCards } from '../../../site/library/outcomes/card.ts'
import { readEpisodes } from '../../../site/library/podcast/episode.ts'
import { type LibraryRecord, readRecords } from '../../../site/library/record.ts'
import { readFigures } from '../../../site/library/review_2012/figure.ts'
import type { Context } from '../context.ts'
import { packageRoot } from '../settings.ts'

const folder = 'site/library/records'

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new DataError(`${file}: the file: is not JSON: ${why}`, { code: 'bad-record', value: file }, { cause })
  }
}

async function readLibrary(root: string): Promise<ReadonlyMap<string, LibraryRecord>> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith('.json')).toSorted()
  const files = await Promise.all(
    names.map(async (name): Promise<[string, unknown]> => {
      const file = `${folder}/${name}`
      return [file, parsed(file, await readFile(join(root, file), 'utf8'))]
    }),
  )
  return readRecords(Object.fromEntries(files))
}

/** The files that stand beside the records, each read by the rules that its page has. */
const beside: readonly (readonly [string, (content: unknown, isRecord: (id: string) => boolean) => unknown])[] = [
  ['site/library/factors/lists.json', readFactorLists],
  ['site/library/outcomes/cards.json', readCards],
  ['site/library/podcast/episodes.json', readEpisodes],
  ['site/library/review_2012/figures.json', readFigures],
  ['site/calendar/events.json', readEvents],
]

/** Reads them all; the first that breaks a rule is refused. */
async function checkBeside(root: string, records: ReadonlyMap<string, LibraryRecord>): Promise<void> {
  const isShown = (id: string) => records.get(id)?.held === undefined && records.has(id)
  for (const [file, read] of beside) read(parsed(file, await readFile(join(root, file), 'utf8')), isShown)
}

/** Every copy that a record tells of must be there, byte for byte. */
async function checkCopies(root: string, records: Iterable<LibraryRecord>): Promise<void> {
  for (const { id, archived } of records) {
    if (archived === null) continue
    const file = `site/library/archive/${archived.file}`
    const refuse = (rule: string) =>
      new DataError(`${folder}/${id}.json: archived: ${rule}`, { code: 'bad-copy', value: file })
    const bytes = await readFile(join(root, file)).catch(() => undefined)
    if (bytes === undefined) throw refuse(`there is no file ${file}`)
    if (bytes.length !== archived.bytes) throw refuse(`${file} has ${bytes.length} bytes, not ${archived.bytes}`)
    const sum = createHash('sha256').update(bytes).digest('hex')
    if (sum !== archived.sha256) throw refuse(`${file} has the checksum ${sum}`)
  }
}

interface Remark {
  readonly id: string
  readonly remark: string
}

/** What is no broken rule and still wants work. */
function remarksOn(records: Iterable<LibraryRecord>, since: string): Remark[] {
  const found: Remark[] = []
  for (const { id, links, archived, verification, link_note, held } of records) {
    const add = (remark: string) => found.push({ id, remark })
    if (held !== undefined) add(`held back: ${held}`)
    if (verification.mark === 'unverified') add('not verified')
    if (verification.checked < since) add(`not checked since ${verification.checked}`)
    if (archived?.text === 'ocr') add('text of the copy read by a machine, not corrected')
    if (archived?.text === 'none') add('copy without text')
    if (links.length === 0) add(`no link: ${link_note ?? 'no reason given'}`)
    if (links.some((link) => link.state === 'not_checked')) add('link not checked')
    if (links.every((link) => link.role !== 'publisher') && archived === null)
      add('no link to the publisher, no archived copy')
  }
  return found
}

async function dead(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.any([signal, AbortSignal.timeout(15_000)]) })
    return answer.ok || answer.status === 405 ? undefined : `answers ${answer.status}`
  } catch (error) {
    if (signal.aborted) throw error
    return 'does not answer'
  }
}

async function deadLinks(records: Iterable<LibraryRecord>, signal: AbortSignal): Promise<Remark[]> {
  const found: Remark[] = []
  // One after the other: these are other people's servers.
  for (const { id, links } of records)
    for (const { url } of links) {
      const why = await dead(url, signal)
      if (why !== undefined) found.push({ id, remark: `${url} ${why}` })
    }
  return found
}

/** The months from now back, as a month: `2025-11`. */
function monthsAgo(months: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString().slice(0, 7)
}

/** A new record with its fields to fill in: the check names the first that is still empty. */
function blank(id: string) {
  return {
    id,
    title: '',
    alternate_titles: [],
    issuer: '',
    bodies: [],
    section: 'memos',
    kind: 'memo',
    standing: 'instrument',
    dates: { signed: null, released: null, effective: null, posted: null },
    date_certainty: 'exact',
    language: ['en'],
    audience: ['attorney'],
    tags: [],
    view: null,
    summary: '',
    links: [],
    citation: '',
    status_history: [{ status: 'current', from: '', to: null }],
    relations: [],
    archived: null,
    verification: { mark: 'unverified', checked: new Date().toISOString().slice(0, 7), source: '' },
  }
}

export function libraryCommand(context: Context) {
  const command = new Command('library').description('check the records of the library, or begin a new one')
  command
    .command('check')
    .description('every rule for every record, list, card and copy; then what wants work')
    .option('--months <n>', 'remark on what was not checked for so many months', '12')
    .option('--links', 'also ask every linked page whether it is there')
    .option('--root <dir>', 'folder that holds site/library (default: this clone)')
    .option('--json', 'one JSON document')
    .action(async ({ months, links, root = packageRoot, json }) => {
      if (!/^\d{1,3}$/.test(months))
        throw new UsageError(`${months} is not a number of months.`, {
          code: 'bad-months',
          value: months,
          allowed: '0 to 999',
        })
      const records = await readLibrary(root)
      await checkBeside(root, records)
      await checkCopies(root, records.values())
      const remarks = remarksOn(records.values(), monthsAgo(Number(months)))
      if (links === true) remarks.push(...(await deadLinks(records.values(), context.signal)))
      if (json === true) return context.out(`${JSON.stringify({ records: records.size, remarks }, null, 2)}\n`)
      for (const { id, remark } of remarks) context.out(`${id}: ${remark}\n`)
      context.talk(`${records.size} records keep every rule; ${remarks.length} remarks.`)
    })
  command
    .command('add')
    .description('begin a record: a file with every field, to fill in')
    .argument('<id>', 'small letters, digits and hyphens, as ice-morton-pd-2011')
    .option('--root <dir>', 'folder that holds site/library (default: this clone)')
    .action(async (id, { root = packageRoot }) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
        throw new UsageError(`${id} is not an id.`, {
          code: 'bad-id',
          value: id,
          allowed: 'small letters, digits and hyphens',
        })
      const file = `${folder}/${id}.json`
      await writeFile(join(root, file), `${JSON.stringify(blank(id), null, 2)}\n`, { flag: 'wx' }).catch(
        (cause: NodeJS.ErrnoException) => {
          if (cause.code !== 'EEXIST') throw cause
          throw new UsageError(`There is a record ${id} already.`, { code: 'record-exists', value: file }, { cause })
        },
      )
      context.out(`${file}\n`)
      context.talk('Fill in its fields, then run `opendocket library check`.')
    })
  return command
}
