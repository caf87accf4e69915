import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildZip } from '../../test/support/zip.ts'
import { flawOf } from './zip-directory.ts'

const folder = mkdtempSync(join(tmpdir(), 'directory-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileName = 'Count.txt'
const { bytes, places, directory, end } = buildZip([{ name: fileName, bytes: Buffer.from('rows 3\r\n') }])
const path = join(folder, 'one.zip')
writeFileSync(path, bytes)

function flaw(relativeOffsetOfLocalHeader: number) {
  const fd = openSync(path, 'r')
  const compressedSize = (places[0]?.dataEnd ?? 0) - (places[0]?.data ?? 0)
  const entry = { fileName, fileNameRaw: Buffer.from(fileName), relativeOffsetOfLocalHeader, compressedSize }
  try {
    return flawOf(fd, [entry], end)
  } finally {
    closeSync(fd)
  }
}

test('a file stands where the directory says', () => {
  expect(directory).toBeGreaterThan(0)
  expect(flaw(0)).toBeUndefined()
})

test.each([1, 10_000, 2 ** 53, 2 ** 63, Number.MAX_SAFE_INTEGER])('a file at byte %d is no file', (at) => {
  expect(flaw(at)).toEqual({ file: fileName, what: 'it does not stand where the directory of the zip says' })
})
