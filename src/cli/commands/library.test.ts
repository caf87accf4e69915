import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packageRoot } from '../settings.ts'
import { libraryCommand } from './library.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'library-'))
  for (const room of ['site/library', 'site/calendar'])
    cpSync(join(packageRoot, room), join(root, room), {
      recursive: true,
      filter: (path) => !/\.(ts|svelte)$/.test(path),
    })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

async function run(...args: string[]) {
  const [out, talk]: [string[], string[]] = [[], []]
  const command = libraryCommand({
    out: (text) => out.push(text),
    talk: (text) => talk.push(text),
    terminal: false,
    dataDir: () => root,
    open: () => {
      throw new Error('the library needs no release')
    },
    exit: () => undefined,
    signal: new AbortController().signal,
  })
  await command.parseAsync([...args, '--root', root], { from: 'user' })
  return { out: out.join(''), talk: talk.join('\n') }
}

it('checks the records and says what wants work', async () => {
  const { out, talk } = await run('check')
  expect(talk).toMatch(/^165 records keep every rule; \d+ remarks\.$/)
  expect(out).toContain('bia-gnc-1998: not verified\n')
  expect(JSON.parse((await run('check', '--json')).out)).toMatchObject({ records: 165 })
})

it('begins a record, refuses the same again, and tells the first field that is empty', async () => {
  const { out } = await run('add', 'new-memo-2026')
  expect(out).toBe('site/library/records/new-memo-2026.json\n')
  await expect(run('add', 'new-memo-2026')).rejects.toThrow('There is a record new-memo-2026 already.')
  await expect(run('add', 'New Memo')).rejects.toThrow('New Memo is not an id.')
  await expect(run('check')).rejects.toThrow('site/library/records/new-memo-2026.json: title: must not be empty')
})

it('names file, field and rule of a record that breaks one', async () => {
  const file = join(root, 'site/library/records/trac-287.json')
  const record: object = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...record, section: 'attic' }))
  await expect(run('check')).rejects.toThrow('site/library/records/trac-287.json: section: Invalid option')
  writeFileSync(file, '{')
  await expect(run('check')).rejects.toThrow('site/library/records/trac-287.json: the file: is not JSON')
})

it.each([
  ['site/library/factors/lists.json', 'label', '0.factors.0.label'],
  ['site/library/outcomes/cards.json', 'risk', '0.risk'],
  ['site/library/podcast/episodes.json', 'description', '0.description'],
  ['site/library/review_2012/figures.json', 'stage', '0.stage'],
  ['site/calendar/events.json', 'name', '0.name'],
])('names the field that %s lacks', async (path, field, said) => {
  const file = join(root, path)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(`"${field}":`, `"${field}_":`))
  await expect(run('check')).rejects.toThrow(`${path}: ${said}`)
})

it('holds each archived copy against its checksum', async () => {
  const file = join(root, 'site/library/records/trac-287.json')
  const record: object = JSON.parse(readFileSync(file, 'utf8'))
  const copy = Buffer.from('the text of a memo')
  const archived = {
    file: 'memo.pdf',
    sha256: createHash('sha256').update(copy).digest('hex'),
    bytes: copy.length,
    fetched: '2026-11-25',
    text: 'ocr',
    ocr: { engine: 'tesseract 5.5', language: 'en' },
  }
  const write = (more: object) => writeFileSync(file, JSON.stringify({ ...record, archived: { ...archived, ...more } }))
  write({})
  await expect(run('check')).rejects.toThrow('archived: there is no file site/library/archive/memo.pdf')
  mkdirSync(join(root, 'site/library/archive'))
  writeFileSync(join(root, 'site/library/archive/memo.pdf'), copy)
  expect((await run('check')).out).toContain('trac-287: text of the copy read by a machine, not corrected')
  write({ sha256: '0'.repeat(64) })
  await expect(run('check')).rejects.toThrow('has the checksum')
  write({ ocr: null })
  await expect(run('check')).rejects.toThrow('archived: ocr must be given when the text comes from it')
  write({ file: '../secret' })
  await expect(run('check')).rejects.toThrow('archived.file: must be a plain file name')
})
