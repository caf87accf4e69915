import { afterAll, beforeAll, expect, test } from 'vitest'
import { profiles, tools } from '../../site/index.ts'
import { type RunningSite, startSite } from '../support/site.ts'

/** What search engines and previews read of a page: a title and a description of its own, one address for all its views, its twin. */

let site: RunningSite

beforeAll(async () => {
  site = await startSite()
}, 300_000)

afterAll(() => site?.close())

const paths = [
  '/',
  '/tools',
  ...tools.map(({ id }) => `/tools/${id}`),
  ...profiles.map(({ id }) => `/tools/${id}`),
  '/tools/court?court=LOS',
  '/tools/backlog/help',
  '/reports',
  '/reports/pd_closures',
  '/reports/recalendared',
  '/library',
  '/library/changes',
  '/library/factors',
  '/library/outcomes',
  '/library/help',
  '/library/packet',
  '/library/podcast',
  '/library/review_2012',
  '/calendar',
  '/methods',
  '/methods/pd_closures',
  '/methods/closures/compare',
  '/releases',
  '/releases/2026-10-synthetic',
  '/releases/2026-10-synthetic/balance',
]

async function head(path: string): Promise<string> {
  const response = await fetch(site.url + path)
  expect(response.status, path).toBe(200)
  const html = await response.text()
  return html.slice(0, html.indexOf('</head>'))
}

const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, value]) => value ?? '')
const canonical = /<link rel="canonical" href="([^"]*)"/g

test.each(['', '/es'])('every page has one title, one description and one address: “%s”', async (prefix) => {
  const said = new Map<string, string>()
  for (const path of paths.map((each) => (prefix + each).replace(/\/$/, '') || '/')) {
    const text = await head(path)
    const titles = found(text, /<title>([^<]*)<\/title>/g)
    const descriptions = found(text, /<meta name="description" content="([^"]*)"/g)
    expect([titles.length, descriptions.length], path).toEqual([1, 1])
    expect(descriptions[0]?.length, path).toBeGreaterThan(20)
    expect(found(text, canonical), path).toEqual([site.url + path])
    expect(said.get(titles[0] ?? ''), `the title of ${path}`).toBeUndefined()
    said.set(titles[0] ?? '', path)
  }
})

test('all views of a tool stand under one address; a court has its own; each has its twin', async () => {
  const tool = await head('/tools/pd_closures?court=LOS&from=2014-01&chart=table')
  expect(found(tool, canonical)).toEqual([`${site.url}/tools/pd_closures`])
  const court = await head('/es/tools/court?court=DEN&release=2026-10-synthetic')
  expect(found(court, canonical)).toEqual([`${site.url}/es/tools/court?court=DEN`])
  expect(found(court, /<link rel="alternate" hreflang="en" href="([^"]*)"/g)).toEqual([
    `${site.url}/tools/court?court=DEN`,
  ])
})

test('robots may read the pages, not the API, nor what is made for each reader', async () => {
  const response = await fetch(`${site.url}/robots.txt`)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  const [agent, ...lines] = (await response.text()).trimEnd().split('\n')
  expect(agent).toBe('User-agent: *')
  const closed = ['/api/', '/*.png$', '/*.png?', '/*.pdf', '/verify?', '/es/verify?']
  expect(lines).toEqual(closed.map((path) => `Disallow: ${path}`))
})

test('a mistyped code leads to the page that was meant', async () => {
  const response = await fetch(`${site.url}/es/tools/pd_closures?court=LSO,DEN&from=2012`)
  expect(response.status).toBe(400)
  const mended = /href="([^"]*court=[^"]*)"[^>]*><code>/.exec(await response.text())?.[1]?.replaceAll('&amp;', '&')
  expect(mended).toBe('/es/tools/pd_closures?court=LOS,DEN&from=2012')
  expect((await fetch(site.url + mended)).status).toBe(200)
})
