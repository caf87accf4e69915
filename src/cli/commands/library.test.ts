import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { packageRoot } from '../settings.ts'
import { libraryCommand } from './library.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'library-'))
  cpSync(join(packageRoot, 'site/library/records'), join(root, 'site/library/records'), { recursive: true })
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
