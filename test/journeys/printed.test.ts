import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, NotInstalledError, printHtml, printPage } from '#print'
import { qrOf } from '../../src/web/qr.ts'
import { type RunningSite, startSite } from '../support/site.ts'

let site: RunningSite
const folder = mkdtempSync(join(tmpdir(), 'printed-'))
beforeAll(async () => {
  site = await startSite()
}, 300_000)
afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What of a PDF is not packed: its structure, language, title, bookmarks and links. */
function bones(pdf: Uint8Array) {
  const text = Buffer.from(pdf).toString('latin1')
  const words = (hex: string): string => Buffer.from(hex.replace(/^FEFF/, ''), 'hex').swap16().toString('utf16le')
  const title = /\/Title <([0-9A-F]+)>/.exec(text)?.[1]
  return {
    begins: text.slice(0, 5),
    tagged: text.includes('/Marked true') && text.includes('/StructTreeRoot'),
    language: /\/Lang \((\w+)\)/.exec(text)?.[1],
    title: title === undefined ? /\/Title \(([^)]*)\)/.exec(text)?.[1] : words(title),
    bookmarks: text.match(/\/Dest \[/g)?.length ?? 0,
    links: [...text.matchAll(/\/URI \(([^)]*)\)/g)].map(([, link = '']) => link),
  }
}

async function pdfAt(path: string) {
  const response = await fetch(site.url + path)
  expect(response.status, path).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return bones(new Uint8Array(await response.arrayBuffer()))
}

/** As asked through a proxy that keeps the name under which readers know the site. */
async function asked(path: string, headers: Record<string, string>): Promise<Uint8Array> {
  const response = await new Promise<IncomingMessage>((done, failed) => {
    get(site.url + path, { headers }, done).on('error', failed)
  })
  const pieces: Buffer[] = []
  for await (const piece of response) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

describe('pages as PDF', () => {
  test('a report: tagged, in its language, with bookmarks and its headline for a title', async () => {
    const en = await pdfAt('/reports/pd_closures.pdf')
    expect(en).toMatchObject({ begins: '%PDF-', tagged: true, language: 'en' })
    expect(en.title).toContain('opendocket')
    expect(en.bookmarks).toBeGreaterThan(5)
    const es = await pdfAt('/es/reports/recalendared.pdf')
    expect(es).toMatchObject({ tagged: true, language: 'es' })
  })

  test('a packet, with the name of the site as its readers know it', async () => {
    const search = '?title=Training&id=bia-avetisyan-2012,ag-castro-tum-2018'
    const pdf = bones(
      await asked(`/library/packet.pdf${search}`, { host: 'docket.example.org', 'x-forwarded-proto': 'https' }),
    )
    expect(pdf.title).toContain('Training')
    expect(pdf.links.filter((link) => link.startsWith('https://docket.example.org/')).length).toBeGreaterThan(0)
    expect(pdf.links.filter((link) => link.includes('127.0.0.1') || link.includes('localhost'))).toEqual([])
  })

  test.each([
    ['/reports/pd_closures.pdf?as_of=yesterday', 'bad-date'],
    ['/reports/pd_closures.pdf?colour=red', 'unknown-parameter'],
    ['/reports/recalendared.pdf?release=1999-01', 'no-such-release'],
    ['/library/packet.pdf', 'empty-packet'],
    ['/es/library/packet.pdf?id=no-such-document', 'unknown-record'],
  ])('%s is told, not printed', async (path, code) => {
    const response = await fetch(site.url + path)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ type: `/problems/${code}` })
  })

  test('of many at once some are asked to come back, and none fails otherwise', async () => {
    const answers = await Promise.all(
      Array.from({ length: 7 }, async () => {
        const response = await fetch(`${site.url}/library/packet.pdf?id=bia-avetisyan-2012`)
        await response.arrayBuffer()
        return response.status
      }),
    )
    expect(answers.filter((status) => status === 200)).toHaveLength(4)
    expect(answers.filter((status) => status === 503)).toHaveLength(3)
  })
})

describe('a figure as PNG, for who has no scripts', () => {
  test.each(['/tools/pd_closures.png?court=LOS', '/es/tools/backlog.png?drawn=map'])('%s', async (path) => {
    const response = await fetch(site.url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    const png = Buffer.from(await response.arrayBuffer())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    const drawing = await (await fetch(site.url + path.replace('.png', '.svg'))).text()
    const [, width, height] = /<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(drawing) ?? []
    expect(png.readUInt32BE(16)).toBe(2 * Number(width))
    expect(Math.abs(png.readUInt32BE(20) - 2 * Number(height))).toBeLessThanOrEqual(2)
  })

  test('a bad question is told, not drawn', async () => {
    const response = await fetch(`${site.url}/tools/pd_closures.png?court=NOPE`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ type: '/problems/unknown-code' })
  })
})

describe('what a printed page bears', () => {
  test.each([
    ['/tools/pd_closures?court=LOS', '/tools/pd_closures?court=LOS&release=2026-10-synthetic'],
    ['/es/tools/court?court=LOS', '/es/tools/court?court=LOS&release=2026-10-synthetic'],
    ['/methods/pd_closures', '/methods/pd_closures'],
  ])('%s: its address, with the release where numbers stand, in words and as a code', async (path, address) => {
    const html = await (await fetch(site.url + path)).text()
    const [, size, , drawn] = /<svg class="qr[^"]*" viewBox="0 0 (\d+) (\d+)"[^>]*><path d="([^"]+)"/.exec(html) ?? []
    expect({ size: Number(size), path: drawn }).toEqual(qrOf(site.url + address))
    expect(html).toContain(`<code>${(site.url + address).replaceAll('&', '&amp;')}</code>`)
  })
})

describe('a document of its own', () => {
  test('is printed without scripts and without fetching anything', async () => {
    const html = `<!doctype html><html lang="es"><title>Prueba</title><h1>Uno</h1><img src="${site.url}/healthz">
      <script>document.title = 'changed'</script></html>`
    const pdf = bones(await printHtml(html))
    expect(pdf).toMatchObject({ begins: '%PDF-', tagged: true, language: 'es', title: 'Prueba' })
  })

  test('from the command line, which needs a file to write to', () => {
    const cli = join(import.meta.dirname, '../../src/cli/run.ts')
    const words = [cli, 'report', 'pd_closures', '--format', 'pdf', '--data', site.dataDir]
    const run = (...more: string[]) => spawnSync(process.execPath, [...words, ...more], { encoding: 'utf8' })
    const without = run()
    expect(without.status).toBe(2)
    expect(without.stderr).toContain('--format pdf --out FILE')
    const out = join(folder, 'report.pdf')
    expect(run('--lang', 'es', '--out', out).status).toBe(0)
    expect(bones(readFileSync(out))).toMatchObject({ begins: '%PDF-', tagged: true, language: 'es' })
    const env = { ...process.env, OPENDOCKET_CHROMIUM: process.execPath }
    const other = spawnSync(process.execPath, [...words, '--out', join(folder, 'none.pdf')], { encoding: 'utf8', env })
    expect(other.status).toBe(69)
    expect(other.stderr).toContain(`this is no Chromium that starts: ${process.execPath}`)
  })

  test('is not made when what it is of goes away, and the server lives on', async () => {
    const silent = createServer(() => undefined)
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const address = silent.address()
    const server = typeof address === 'object' && address !== null ? `127.0.0.1:${address.port}` : ''
    const printing = printPage({ url: new URL('http://docket.example.org/'), server })
    await once(silent, 'request')
    silent.closeAllConnections()
    await expect(printing).rejects.toThrow('docket.example.org')
    silent.close()
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200)
  })

  test('cannot be made where there is no Chromium, which is told with what to do', () => {
    expect(() => chromiumPath('/nowhere/chromium')).toThrow(NotInstalledError)
    expect(() => chromiumPath(undefined, ['/nowhere/chromium'])).toThrow('no Chromium is installed here')
    expect(chromiumPath(process.execPath)).toBe(process.execPath)
  })
})
