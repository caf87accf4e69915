import { execFileSync } from 'node:child_process'
import { createWriteStream, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import yauzl from 'yauzl'
import { openEngine } from '#engine'

/**
 * The floor: every table of a clean zip inflated by node:zlib and piped into DuckDB's `read_csv`, all text, and on into
 * Parquet. What a careful person would do without judging a single row; it would fail on a real release.
 * Run as `node floor.ts RELEASE.zip FOLDER`; ends with one line of JSON.
 */

const [zipPath = '', folder = ''] = process.argv.slice(2)
const began = performance.now()

interface Opened {
  readonly zip: yauzl.ZipFile
  readonly entries: readonly yauzl.Entry[]
}

function open(path: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error !== null) return reject(error)
      const entries: yauzl.Entry[] = []
      zip.on('entry', (entry: yauzl.Entry) => {
        entries.push(entry)
        zip.readEntry()
      })
      zip.on('end', () => resolve({ zip, entries }))
      zip.readEntry()
    })
  })
}

function stored(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, { decompress: false }, (error, stream) => {
      if (error === null) resolve(stream)
      else reject(error)
    })
  })
}

function text(stream: Readable): Readable {
  return stream.pipe(createInflateRaw({ chunkSize: 2 ** 20 }))
}

/** Names of the header and the most fields that a row has, from the beginning of a file. */
async function shape(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<number> {
  const raw = await stored(zip, entry)
  for await (const piece of text(raw)) {
    raw.destroy()
    const lines = String(piece).split('\r\n').slice(0, 50)
    return Math.max(...lines.map((line) => line.split('\t').length))
  }
  return 1
}

const { zip, entries } = await open(zipPath)
const engine = await openEngine({ path: ':memory:', threads: 2, memory: '3GB', temporary: join(folder, 'spill') })
let bytes = 0
let built = 0
const tables = entries.filter((e) => e.fileName.toLowerCase().endsWith('.csv'))
for (const entry of tables.toSorted((a, b) => b.uncompressedSize - a.uncompressedSize)) {
  const fields = await shape(zip, entry)
  const fifo = join(folder, 'pipe')
  const path = join(folder, `${entry.fileName.replace(/^.*\//, '')}.parquet`)
  execFileSync('mkfifo', [fifo])
  const columns = Array.from({ length: fields }, (_, i) => `c${i}: 'VARCHAR'`).join(', ')
  const loading = engine.execute(`COPY (SELECT * FROM read_csv('${fifo}', header = false, skip = 1, auto_detect = false,
    delim = '\\t', quote = '', escape = '', null_padding = true, columns = {${columns}}))
    TO '${path}' (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)`)
  const writing = pipeline(text(await stored(zip, entry)), createWriteStream(fifo))
  await Promise.all([loading, writing])
  rmSync(fifo)
  bytes += entry.uncompressedSize
  built += statSync(path).size
}
engine.close()
zip.close()
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
console.log(
  JSON.stringify({
    seconds: (performance.now() - began) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    rss: maxRSS * 1024,
    bytes,
    built,
  }),
)
