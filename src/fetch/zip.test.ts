import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { checkZip } from './zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'zip-'))
const path = join(folder, 'release.zip')
const url = new URL('http://127.0.0.1/release.zip')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function zipOf(options: { forceZip64Format?: boolean; comment?: string }): Promise<Buffer> {
  const { forceZip64Format = false, comment = '' } = options
  const zip = new ZipFile()
  zip.addBuffer(randomBytes(5000), 'Count.txt', { forceZip64Format })
  zip.end({ forceZip64Format, comment })
  return buffer(zip.outputStream)
}

function check(bytes: Buffer): Promise<void> {
  writeFileSync(path, bytes)
  return checkZip(path, url)
}

test.each([
  ['plain', {}],
  ['Zip64', { forceZip64Format: true }],
  ['with a comment', { comment: 'EOIR Case Data' }],
])('a whole zip passes: %s', async (_, options) => {
  await check(await zipOf(options))
})

test.each([
  ['plain', {}],
  ['Zip64', { forceZip64Format: true }],
])('a zip cut anywhere, or with bytes missing inside, does not pass: %s', async (_, options) => {
  const bytes = await zipOf(options)
  for (let length = 0; length < bytes.length; length += length > bytes.length - 200 ? 1 : 97) {
    await expect(check(bytes.subarray(0, length))).rejects.toThrow('not a whole zip')
  }
  const gap = Buffer.concat([bytes.subarray(0, 2000), bytes.subarray(2001)])
  await expect(check(gap)).rejects.toThrow('its directory is not where its end says')
})
