import type { Readable } from 'node:stream'
import yauzl from 'yauzl'

/** The files of a zip in memory, each read when it is asked for. */
export function fromBufferPromise(bytes: Buffer): Promise<Map<string, () => Promise<Readable>>> {
  return new Promise((done, fail) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error !== null) return fail(error)
      const files = new Map<string, () => Promise<Readable>>()
      zip.on('entry', (entry: yauzl.Entry) => {
        files.set(
          entry.fileName,
          () =>
            new Promise((open, refuse) =>
              zip.openReadStream(entry, (problem, stream) => (problem === null ? open(stream) : refuse(problem))),
            ),
        )
        zip.readEntry()
      })
      zip.on('end', () => done(files))
      zip.on('error', fail)
      zip.readEntry()
    })
  })
}
