import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAtomFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalog } from '#definitions'
import { openEngine } from '#engine'
import { parseReceipt } from '#query'
import { tools } from '../../site/index.ts'
import { choicesOf } from '../../src/web/explorer/choices.ts'
import { type RunningSite, startSite } from '../support/site.ts'
import { random, seed } from '../support/soak.ts'
import { readWorkbook } from '../support/xlsx.ts'

let site: RunningSite
const folder = mkdtempSync(join(tmpdir(), 'tool-files-'))

beforeAll(async () => {
  site = await startSite()
}, 300_000)

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const cell = z.union([z.number(), z.string(), z.object({ missing: z.string() })])
const answer = z.object({
  query: z.string(),
  rows: z.array(z.record(z.string(), cell)),
  totals: z.record(z.string(), cell).nullable(),
  row_count: z.number(),
})
const page = z.object({ tool: z.string(), answer, figure: answer, panes: z.array(answer) })
type Answer = z.infer<typeof answer>

async function get(path: string): Promise<Response> {
  const response = await fetch(site.url + path)
  expect(response.status, path).toBe(200)
  return response
}

/** Lines of a CSV that holds no quoted line breaks. */
function csvRows(text: string): string[][] {
  return text
    .trim()
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, f = '']) =>
        f.replace(/^"|"$/g, '').replaceAll('""', '"'),
      ),
    )
    .map((fields) => fields.slice(0, -1))
}

/** Every row as text by column, sorted, so that files whose rows stand in another order can be compared. */
function flat(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const number = (text: string) => (text !== '' && !Number.isNaN(Number(text)) ? String(Number(text)) : text)
  return rows
    .map((row) => head.map((name, i) => `${name}=${i === 0 ? row[0] : number(row[i] ?? '')}`).join(';'))
    .toSorted()
}

function flatAnswer({ rows }: Answer, head: readonly string[]): string[] {
  return rows
    .map((row) =>
      head
        .map((name) => {
          const value = row[name]
          if (typeof value === 'number' || typeof value === 'string') return `${name}=${value}`
          return `${name}=`
        })
        .join(';'),
    )
    .toSorted()
}

const pick = <T>(list: readonly T[], next: () => number): T | undefined => list[Math.floor(next() * list.length)]

/** A view drawn from all that the tools offer: what is counted, panes, filters, period, how it is drawn. */
function randomView(next: () => number): { readonly tool: string; readonly query: string } {
  const tool = pick(tools, next) ?? tools[0]
  if (tool === undefined) throw new Error('no tool')
  const measure = pick(tool.measures, next)?.id ?? ''
  const words = new URLSearchParams({ measure })
  const choices = choicesOf(tool, catalog, measure)
  const count = 2 + Math.floor(next() * 4)
  words.set('panes', Array.from({ length: count }, () => pick(choices, next) ?? '').join(','))
  if (next() < 0.5) words.set('court', pick(['LOS', 'MIA', '!NYC', 'LOS,MIA,CHI'], next) ?? '')
  if (next() < 0.3 && choices.includes('nationality'))
    words.set('nationality', pick(['MX', 'GT,ES', '!MX'], next) ?? '')
  if (next() < 0.5) words.set('from', pick(['2012', 'FY2014', '2019-03', '2022-10'], next) ?? '')
  if (next() < 0.4)
    words.set(
      'split',
      pick(
        choices.filter((c) => !c.endsWith('_year')),
        next,
      ) ?? '',
    )
  if (next() < 0.5) words.set('time', pick(['month', 'fiscal_year', 'calendar_year'], next) ?? '')
  return { tool: tool.id, query: words.toString() }
}

describe('what is shown, the files and the API are the same numbers', () => {
  test('on random views', { timeout: 240_000 }, async () => {
    const next = random(seed)
    const engine = await openEngine({ path: ':memory:' })
    const most = process.env['OPENDOCKET_SOAK'] === '1' ? 300 : 12
    for (let i = 0; i < most; i++) {
      const { tool, query } = randomView(next)
      const address = `/tools/${tool}`
      const told = page.parse(await (await get(`${address}.json?${query}`)).json())
      const workbook = await readWorkbook(new Uint8Array(await (await get(`${address}.xlsx?${query}`)).arrayBuffer()))
      const sheets = [...workbook].filter(([name]) => /^\d /.test(name))
      for (const [at, pane] of told.panes.entries()) {
        const csv = csvRows(await (await get(`${address}.csv?${query}&pane=${at + 1}`)).text())
        const [head = [], ...rows] = csv
        const columns = head.filter((c) => !c.endsWith('_name') && !c.endsWith('_status') && c !== 'release')
        const keep = (list: readonly (readonly string[])[], names: readonly string[]) =>
          flat(
            columns,
            list.map((row) => columns.map((c) => row[names.indexOf(c)] ?? '')),
          )
        expect(keep(rows, head), `csv of ${address}?${query}`).toEqual(flatAnswer(pane, columns))
        const [sheetHead = [], ...sheetRows] = sheets[at]?.[1] ?? []
        expect(keep(sheetRows, sheetHead), `xlsx of ${address}?${query}`).toEqual(flatAnswer(pane, columns))
        const api = answer.parse(await (await get(`/api/v1/query?${pane.query}`)).json())
        expect(flatAnswer(api, columns), `api of ${address}?${query}`).toEqual(flatAnswer(pane, columns))
      }
      const path = join(folder, `${i}.parquet`)
      writeFileSync(path, new Uint8Array(await (await get(`${address}.parquet?${query}&pane=1`)).arrayBuffer()))
      const [counted] = await engine.query(`SELECT count(*) AS n FROM read_parquet('${path}')`)
      expect(Number(counted?.['n'])).toBe(told.panes[0]?.rows.length)
      await comparePage(address, query, told)
    }
    engine.close()
  })
})

/** The page itself: every number of every pane row it shows is the JSON's. */
async function comparePage(address: string, query: string, told: z.infer<typeof page>): Promise<void> {
  const html = await (await get(`${address}?${query}`)).text()
  for (const [at, pane] of told.panes.entries()) {
    const part = html.split(`data-testid="pane${at + 1}"`)[1]?.split('</section>')[0] ?? ''
    const lead = new URLSearchParams(pane.query).get('measures')?.split(',')[0] ?? ''
    const dimension = new URLSearchParams(pane.query).get('by') ?? ''
    const values = new Map(pane.rows.map((row) => [row[dimension], row[lead]]))
    for (const [, code = '', body = ''] of part.matchAll(/data-code="([^"]*)"(.*?)<\/tr>/gs)) {
      const printed = /<td[^>]*>(.*?)<\/td>/s.exec(body)?.[1]?.replaceAll(/<svg.*|<!--.*?-->|<[^>]*>/gs, '') ?? ''
      const value = values.get(code.replaceAll('&amp;', '&'))
      if (typeof value !== 'number') continue
      const shown = Number(
        printed
          .replaceAll(/[,\u00a0%\s]/g, '')
          .replace('\u2212', '-')
          .replace('<', ''),
      )
      const isShare = printed.includes('%')
      const near = isShare ? Math.abs(shown - value * 100) <= 0.1 : shown === Math.round(value)
      expect(near, `${address}?${query} pane ${at + 1} ${code}: ${printed} is ${value}`).toBe(true)
    }
  }
}

const number = z.object({ text: z.string(), value: z.number(), receipt: z.string(), over: z.string().optional() })

const spaced = (text: string) => text.replaceAll('\u00a0', ' ')

/** Every number of a report's document, wherever it stands. */
function numbersIn(value: unknown): z.infer<typeof number>[] {
  const own = number.safeParse(value)
  if (own.success) return [own.data]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(numbersIn)
}

describe('a report and a profile give the same numbers as the API', () => {
  test.each(['/reports/pd_closures?as_of=2013-06-30', '/reports/recalendared'])('%s', async (path) => {
    const [room = '', query = ''] = path.split('?')
    const told = numbersIn(await (await get(`${room}.json?${query}`)).json())
    const html = await (await get(path)).text()
    const markdown = await (await get(`${room}.md?${query}`)).text()
    expect(told.length).toBeGreaterThan(20)
    const answers = new Map<string, Answer>()
    const cellAt = async (named: string): Promise<number> => {
      const [receipt = '', place = ''] = named.split('#')
      const asked = parseReceipt(receipt)
      const known = answers.get(receipt) ?? answer.parse(await (await get(`/api/v1/query?${asked.query}`)).json())
      answers.set(receipt, known)
      const [at = '', column = ''] = place.split(',')
      return Number((at === 'totals' ? known.totals : known.rows[Number(at)])?.[column])
    }
    for (const { text, value, receipt, over } of told) {
      if (!receipt.includes('#')) continue
      const of = over === undefined ? 1 : await cellAt(over)
      expect((await cellAt(receipt)) / of, `${text} at ${receipt}`).toBeCloseTo(value, 9)
      expect(spaced(html), text).toContain(spaced(text))
      expect(spaced(markdown), text).toContain(spaced(text))
    }
  })

  test('the files of a profile', async () => {
    const tables = z
      .object({ tables: z.record(z.string(), answer) })
      .parse(await (await get('/tools/court.json?court=LOS')).json()).tables
    const workbook = await readWorkbook(new Uint8Array(await (await get('/tools/court.xlsx?court=LOS')).arrayBuffer()))
    expect([...workbook.keys()]).toEqual(expect.arrayContaining(Object.keys(tables)))
    for (const [part, table] of Object.entries(tables)) {
      const [head = [], ...lines] = csvRows(await (await get(`/tools/court.csv?court=LOS&part=${part}`)).text())
      const columns = head.filter((c) => !c.endsWith('_name') && !c.endsWith('_status') && c !== 'release')
      const kept = lines.map((line) => columns.map((c) => line[head.indexOf(c)] ?? ''))
      expect(flat(columns, kept), part).toEqual(flatAnswer(table, columns))
      const api = answer.parse(await (await get(`/api/v1/query?${table.query}`)).json())
      expect(flatAnswer(api, columns), part).toEqual(flatAnswer(table, columns))
    }
    const html = await (await get('/tools/court?court=LOS')).text()
    expect(html).toContain('@misc{opendocket_court_2026_10_synthetic')
    expect(html).toContain('/tools/court.csv?court=LOS&amp;part=now')
    expect((await fetch(`${site.url}/tools/court.csv`)).status).toBe(400)
    expect((await fetch(`${site.url}/tools/court.csv?court=LOS&part=nothing`)).status).toBe(404)
    expect((await fetch(`${site.url}/es/tools/nationality.parquet?nationality=MX`)).status).toBe(200)
  })
})

describe('what else a view gives', () => {
  test('rows=seen holds what stands on the page', async () => {
    const seen = csvRows(await (await get('/tools/backlog.csv?pane=1&rows=seen')).text())
    const all = csvRows(await (await get('/tools/backlog.csv?pane=1')).text())
    expect(seen).toHaveLength(13)
    expect(all.length).toBeGreaterThan(40)
    expect(all.slice(0, 13)).toEqual(seen)
  })

  test('a picture that stands alone, with title, source and receipt, in both languages', async () => {
    for (const drawn of ['bars', 'lines', 'multiples&split=court', 'dots', 'map']) {
      const svg = await (await get(`/tools/filings.svg?drawn=${drawn}`)).text()
      expect(svg).toMatch(/^<svg xmlns/)
      expect(svg).toContain('SYNTHETIC DATA, release 2026-10-synthetic')
      expect(svg).toMatch(/Receipt od1/)
      expect(svg).not.toMatch(/NaN|undefined/)
    }
    expect(await (await get('/es/tools/filings.svg')).text()).toMatch(/DATOS SINTÉTICOS.*Recibo od1/)
  })

  test('a feed with one entry a release: the answer to the same question', async () => {
    const feed = parseAtomFeed(await (await get('/tools/asylum.atom?court=LOS')).text())
    expect(feed.entries).toHaveLength(1)
    expect(feed.entries?.[0]?.links?.[0]?.href).toContain('court=LOS&release=2026-10-synthetic')
    expect(JSON.stringify(feed.entries?.[0]?.summary)).toMatch(/Los Angeles recorded \d+ asylum decisions/)
  })

  test('a frame that any site may show, and oEmbed that leads to it', async () => {
    const view = encodeURIComponent(`${site.url}/es/tools/backlog?court=LOS`)
    const told = z
      .object({ type: z.literal('rich'), html: z.string(), width: z.number() })
      .parse(await (await get(`/tools/oembed?url=${view}&maxwidth=500`)).json())
    expect(told.width).toBe(500)
    const source = /src="([^"]*)"/.exec(told.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const frame = await fetch(source)
    expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors *')
    const html = await frame.text()
    expect(html).toContain('Abrir en opendocket')
    expect(html).not.toContain('<header class="top">')
    const whole = await get('/tools/backlog')
    expect(whole.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect(await whole.text()).toContain('application/json+oembed')
    for (const url of ['https://example.org/tools/backlog', 'javascript:alert(1)', '', `${site.url}/library`])
      expect((await fetch(`${site.url}/tools/oembed?url=${encodeURIComponent(url)}`)).status).toBe(400)
  })
})

describe('what comes in from outside', () => {
  test.each([
    ['?court=LSO', 'Código desconocido: LSO'],
    ['?court=%F0%9F%92%A9', 'Código desconocido'],
    ['?court=%D7%A9%D7%9C%D7%95%D7%9D', 'Código desconocido'],
    ['?court==HYPERLINK("x")', 'Código desconocido'],
    ['?measure=pendin', 'Esto no es una opción'],
    ['?panes=court,court,court,court,court,court', 'Demasiados paneles'],
    ['?from=2012-13', 'Esto no es un período'],
    ['?from=2031', 'El período empieza después'],
    ['?from=2014&to=2012', 'termina antes de empezar'],
    ['?adjournment_reason=01', 'no se puede filtrar'],
    ['?split=month', 'Esto no es una opción'],
    ['?min=-1', 'no es un número válido'],
    ['?release=2031-01', 'No existe la publicación'],
    ['?sort=-nothing', 'Esto no es una opción'],
  ])('%s', async (search, says) => {
    const response = await fetch(`${site.url}/es/tools/backlog${search}`)
    const html = await response.text()
    expect(response.status).toBeLessThan(500)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(html.replaceAll('&quot;', '"')).toContain(says)
    expect(html).not.toMatch(/<script>alert|onerror=/)
  })

  test('a filter of many values is answered or refused, never broken', async () => {
    const codes = Array.from({ length: 600 }, (_, i) => `X${i}`)
    const response = await fetch(`${site.url}/es/tools/backlog?court=LOS,${codes.join(',')}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('Demasiados valores')
  })

  test('what is looked for is shown as text, whatever it is', async () => {
    for (const find of ['<script>alert(1)</script>', '=1+1', '\u202eabc', '😀', 'é'.repeat(300)]) {
      const response = await get(`/tools/backlog?find1=${encodeURIComponent(find)}`)
      expect(await response.text()).not.toContain('<script>alert(1)')
    }
  })

  test('a view that a filter emptied says which, and offers the way out', async () => {
    const html = await (await get('/tools/bond?court=HLG&nationality=CH&from=2013-01&to=2013-02')).text()
    expect(html).toContain('Nothing matches these filters together')
    expect(html).toContain('Drop Court: Harlingen')
  })

  test('a tool, a format, a profile that are not there', async () => {
    expect((await fetch(`${site.url}/tools/backlogs`)).status).toBe(404)
    expect((await fetch(`${site.url}/tools/backlog.docx`)).status).toBe(404)
    expect((await fetch(`${site.url}/tools/court?court=LSO`)).status).toBe(400)
    expect((await fetch(`${site.url}/tools/nationality?nationality=MX&x=1`)).status).toBe(400)
  })
})
