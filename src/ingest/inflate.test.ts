import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { inflatePieces } from './inflate.ts'
import { openSource } from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'inflate-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function inflated(packed: Buffer, method = 8): Promise<Buffer> {
  const path = join(folder, 'packed')
  writeFileSync(path, packed)
  const fd = openSync(path, 'r')
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of inflatePieces({ fd, from: 0, bytes: packed.length }, method))
      pieces.push(Uint8Array.from(piece))
    return Buffer.concat(pieces)
  } finally {
    closeSync(fd)
  }
}

/** Noise and repeats near and far, so that codes and copies of every length are made. */
const text = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 600 }), fc.integer({ min: 1, max: 400 })), { maxLength: 8 })
  .map((parts) => Buffer.concat(parts.flatMap(([bytes, times]) => Array.from({ length: times }, () => bytes))))
const packing = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE),
  windowBits: fc.integer({ min: 9, max: 15 }),
})

describe('Deflate', () => {
  test('what zlib packed comes out as it went in', () =>
    fc.assert(
      fc.asyncProperty(text, packing, async (bytes, options) => {
        expect((await inflated(deflateRawSync(bytes, options))).equals(bytes)).toBe(true)
      }),
      { numRuns: 100 },
    ))

  test('several megabytes, in pieces', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, i) => `${i}\tRENO\t${i % 977}\r\n`).join(''))
    expect((await inflated(deflateRawSync(bytes))).equals(bytes)).toBe(true)
  })

  test('bytes that were changed or cut end in an error or in other text, never in a hang', () =>
    fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.nat({ max: 255 }), fc.boolean(), async (bytes, at, value, cut) => {
        const packed = deflateRawSync(bytes)
        const place = at % packed.length
        const broken = cut ? packed.subarray(0, place) : Buffer.from(packed).fill(value, place, place + 1)
        const out = await inflated(broken).catch((error: unknown) => error)
        expect(out instanceof Error || Buffer.isBuffer(out)).toBe(true)
      }),
      { numRuns: 200 },
    ))
})

describe('Deflate64', () => {
  test('a zip that 7-Zip packed by method 9 is read, and its checksum is right', async () => {
    const source = await openSource(join(import.meta.dirname, 'deflate64.fixture.zip'))
    try {
      const member = source.members.find((m) => m.name === 'far.txt')
      const pieces: Uint8Array[] = []
      if (member !== undefined) for await (const piece of member.pieces()) pieces.push(Uint8Array.from(piece))
      const bytes = Buffer.concat(pieces)
      expect(bytes.length).toBe(146_470)
      // The same six thousand letters stand at the beginning and at the end, more than 64 kB apart; a run of 70,000 stands between.
      expect(bytes.subarray(-6000).equals(bytes.subarray(0, 6000))).toBe(true)
      expect(bytes.includes('x'.repeat(70_000))).toBe(true)
    } finally {
      source.close()
    }
  })
})
