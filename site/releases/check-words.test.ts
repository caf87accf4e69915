import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { release } from '../../definitions/release.ts'
import { checkText } from './check-words.ts'

const said = [
  ['column-missing', 'the column NAT of A_TblCase is missing, and counts rest on it'],
  ['column-missing', 'the column IDNCASE of A_TblCase is missing, and its rows cannot be told apart'],
  ['column-missing', 'the column ZBOND of A_TblCase is missing; it is empty in this release'],
  ['column-new', 'a new column in A_TblCase: SHOE; loaded as text'],
  ['column-renamed', 'the column NAT of A_TblCase is called NATIONALITY in this release'],
  ['column-unreadable', '31 of 400 cells of NAT in A_TblCase hold something that the column cannot hold'],
  ['repair-ceiling', 'the repair stray_tab would touch 900 rows of A_TblCase; its ceiling is 100'],
  ['repair-idle', 'the repair stray_tab matched no row of this release'],
  ['count-unknown', 'Count.txt does not name A_TblCase'],
  ['count-differs', 'A_TblCase has 40 rows; Count.txt says 60'],
  ['many-rejects', '17 of 400 rows of A_TblCase were rejected'],
  ['table-missing', 'A_TblCase.csv is not in this release, though its Count.txt says 400 rows'],
  ['table-missing', 'tblSeat.csv is not in this release; its table is empty'],
  ['file-unknown', 'a file of the release that no table is defined for: tblSeat.csv; it was not read'],
  ['duplicate-key', 'keys of A_TblCase that stand on more than one row: 3 (rows too many: 4); facts take the first'],
  [
    'unknown-code',
    'rows of A_TblCase with a code in NAT that tblLookupAlienNat does not explain: 2; it is shown as it is',
  ],
  ...release.oddities.map(({ id, message }) => [id, message.replace('{n}', '27')] as const),
] as const

test.each(said)('%s is told in Spanish: %s', (id, message) => {
  const { text, lang } = checkText({ id, message }, 'es')
  expect(lang).toBe('es')
  expect(text).not.toBe(message)
  for (const [number] of message.matchAll(/\d+/g)) expect(text).toContain(number)
  expect(checkText({ id, message }, 'en')).toEqual({ text: message, lang: 'en' })
})

test('every check that an ingest makes is among these', () => {
  const source = readFileSync(join(import.meta.dirname, '../../src/ingest/checks.ts'), 'utf8')
  const made = [...source.matchAll(/check\(\s*'([a-z-]+)'/g)].map(([, id]) => id)
  expect(made.length).toBeGreaterThan(10)
  expect([...new Set(made)].filter((id) => !said.some(([known]) => known === id))).toEqual([])
})
