import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Words } from '#catalog'
import { catalog } from '#definitions'
import { tools } from '../site/index.ts'
import { errorsEs } from '../src/render/words/errors-es.ts'
import { exists, filesIn, importsOf, reachedFrom, root } from './support/imports.ts'

/**
 * Who may import whom. A part may always import itself; `src/errors.ts` is allowed to all.
 * Beyond the drawing: `cubes` is what answers a click, built by `ingest` and read by `query`; `kernel` compiles `wasm` for
 * both; `print` makes PDF of pages; `render` and `report` take the shapes of `catalog` (words, cells); `web` is what the rooms of
 * the site are built with, so they import it; the room of reports shows what `report` builds; `server` takes from
 * `web` how a built page is compressed; `cli` checks the records of the library with the reader that the library has.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/catalog': [],
  'src/engine': [],
  'src/wasm': [],
  'src/errors.ts': [],
  definitions: ['src/catalog'],
  'src/fetch': [],
  'src/kernel': [],
  'src/print': [],
  'src/cubes': ['src/catalog', 'src/engine', 'src/kernel'],
  'src/ingest': ['src/catalog', 'src/engine', 'src/cubes', 'src/kernel'],
  'src/query': ['src/catalog', 'src/engine', 'src/cubes'],
  'src/disclosure': ['src/catalog'],
  'src/store': ['src/catalog'],
  'src/render': ['src/catalog', 'src/query'],
  'src/report': ['src/catalog', 'src/query', 'src/render'],
  'src/simulate': ['src/catalog', 'definitions'],
  'src/web': ['src/catalog', 'src/query', 'src/render'],
  site: ['src/catalog', 'src/query', 'src/render', 'src/report', 'src/store', 'src/disclosure', 'src/web'],
  'src/server': [
    'src/catalog',
    'src/engine',
    'src/ingest',
    'src/query',
    'src/disclosure',
    'src/print',
    'src/render',
    'src/report',
    'src/store',
    'src/web',
    'definitions',
  ],
  'src/cli': [
    'src/catalog',
    'src/engine',
    'src/fetch',
    'src/ingest',
    'src/query',
    'src/disclosure',
    'src/print',
    'src/render',
    'src/report',
    'src/store',
    'src/simulate',
    'src/server',
    'definitions',
    'site',
  ],
}

/** Longer than any file should be, each for a reason. */
const mayBeLong = new Set([
  // Printed from the commands themselves.
  'docs/cli.md',
  'docs/tables.md',
  'docs/measures.md',
]) // printed from the definitions of all tables and measures
const longest = 400
/** A test file is a list of cases, and may run on. */
const longestTest = 450

function partOf(path: string): string {
  const [door = '', room = ''] = path.split('/')
  return door === 'src' ? `src/${room}` : door
}

/** A room of the site; '' for the pages and files at its root. A room's own files (`calendar.ics`) belong to it. */
function roomOf(path: string): string {
  const [, room = '', inside] = path.split('/')
  return inside === undefined ? '' : room.replace(/\..*$/, '')
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function foldersIn(path: string): string[] {
  return readdirSync(join(root, path), { withFileTypes: true }).flatMap((e) => (e.isDirectory() ? [e.name] : []))
}

const code = ['src', 'definitions', 'site']
  .flatMap((door) => filesIn(door, /\.(ts|svelte)$/))
  .filter((path) => !/\.test\.ts$|\.d\.ts$/.test(path))
const imports = code.flatMap(importsOf)

describe('who may import whom', () => {
  test('every part of the house stands in the table', () => {
    expect([...new Set(code.map(partOf))].filter((part) => mayImport[part] === undefined)).toEqual([])
  })

  test('every import keeps to the table', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [whose, what] = [partOf(from), partOf(to)]
      return whose !== what && what !== 'src/errors.ts' && !mayImport[whose]?.includes(what)
    })
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('every import of ours leads to a file', () => {
    const lost = imports.filter(({ to }) => !exists(to) && !to.includes('$types'))
    expect(lost.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('no room of the site imports another; of the root a room knows the table of contents alone', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (partOf(from) !== 'site' || partOf(to) !== 'site' || roomOf(from) === '') return false
      return roomOf(to) === '' ? to !== 'site/index.ts' : roomOf(from) !== roomOf(to)
    })
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([])
  })

  test('the simulator reads of the definitions the tables alone', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('src/simulate/') && to.startsWith('definitions/') && !to.startsWith('definitions/tables/'),
    )
    expect(wrong).toEqual([])
  })

  test('nothing that a browser or a page runs reaches the engine', () => {
    const reached = reachedFrom(code.filter((path) => path.startsWith('src/web/') || path.startsWith('site/')))
    const wrong = [...reached].filter(([path]) => path.startsWith('src/engine/'))
    expect(wrong.map(([path, by]) => `${by} imports ${path}`)).toEqual([])
  })

  test('the engine alone knows DuckDB', () => {
    expect(code.filter((path) => textOf(path).includes("'@duckdb/"))).toEqual(['src/engine/duckdb.ts'])
  })
})

describe('the index is the directory', () => {
  const named = (folder: string): string[] =>
    filesIn(folder, /^[a-z_]+\.ts$/).map((path) => path.replace(/^.*\//, '').replace(/\.ts$/, ''))

  test('measures', () => expect(foldersIn('definitions/measures')).toEqual([...catalog.measures.keys()].toSorted()))

  test('tools', () => {
    const folders = foldersIn('site/tools').filter((f) => exists(`site/tools/${f}/help.en.md`))
    expect(folders).toEqual(tools.map((t) => t.id).toSorted())
  })

  test('facts', () => expect(foldersIn('definitions/facts')).toEqual([...catalog.facts.keys()].toSorted()))

  test('dimensions', () => expect(named('definitions/dimensions')).toEqual([...catalog.dimensions.keys()].toSorted()))

  test('tables: all 97', () => {
    const folders = foldersIn('definitions/tables').filter((folder) => folder !== 'lookups')
    expect([...folders, ...named('definitions/tables/lookups')].toSorted()).toEqual(
      [...catalog.tables.keys()].toSorted(),
    )
    expect(catalog.tables.size).toBe(97)
  })
})

describe('every definition is whole', () => {
  const lacking = (folder: string, ...files: string[]): string[] => {
    const id = folder.split('/').at(-1) ?? ''
    return files.map((f) => `${folder}/${f.replace('*', id)}`).filter((path) => !exists(path))
  }

  test.each([...catalog.measures.keys()])('measure %s', (id) => {
    const files = ['README.md', 'README.es.md', '*.ts', '*.test.ts', '*.check.sql', '*.published.csv']
    expect(lacking(`definitions/measures/${id}`, ...files)).toEqual([])
  })

  /** Title, first paragraph and the points under each heading of a README. */
  const read = (path: string): { title: string; first: string; points: (heading: string) => number } => {
    const [title = '', first = '', ...rest] = textOf(path)
      .split(/\n\s*\n/)
      .map((part) => part.trim())
    const points = (heading: string): number => {
      const after = rest.slice(rest.indexOf(`## ${heading}`) + 1)
      const next = after.findIndex((part) => part.startsWith('## '))
      const its = after.slice(0, next === -1 ? undefined : next).join('\n')
      return rest.includes(`## ${heading}`) ? (its.match(/^(- |\|)/gm)?.length ?? 0) : 0
    }
    return { title: title.replace(/^# /, ''), first, points }
  }

  test.each([...catalog.measures.values()])('the words of measure $id, in both languages', ({ id, name }) => {
    const en = read(`definitions/measures/${id}/README.md`)
    const es = read(`definitions/measures/${id}/README.es.md`)
    for (const heading of ['What counts', 'What does not', 'Columns and codes', 'Known breaks'])
      expect(en.points(heading), heading).toBeGreaterThan(0)
    for (const heading of ['Qué cuenta', 'Qué no cuenta', 'Rupturas conocidas'])
      expect(es.points(heading), heading).toBeGreaterThan(0)
    expect(es.title).toBe(name.es)
    expect([en.first.length, es.first.length].every((n) => n > 60)).toBe(true)
    expect(es.first).not.toBe(en.first)
    expect(es.points('Qué cuenta')).toBe(en.points('What counts'))
    expect(es.points('Qué no cuenta')).toBe(en.points('What does not'))
    expect(es.points('Rupturas conocidas')).toBe(en.points('Known breaks'))
  })

  test.each([...catalog.dimensions.values()])('dimension $id', ({ id, kind, about, grain }) => {
    expect(exists(`definitions/dimensions/${id}.ts`)).toBe(true)
    expect(about.en).not.toBe(about.es)
    const holding = [...catalog.facts.values()].filter((f) => f.dimensions.includes(id))
    if (kind === 'time') expect(grain).toBeDefined()
    else {
      expect(holding.length).toBeGreaterThan(0)
      for (const fact of holding) expect(fact.sql, fact.id).toContain(id)
    }
  })

  test.each([...catalog.facts.keys()])('the words of fact %s name every measure over it', (id) => {
    const { first } = read(`definitions/facts/${id}/README.md`)
    expect(first.length).toBeGreaterThan(40)
    const over = [...catalog.measures.values()].filter((m) => 'fact' in m && m.fact === id)
    const text = textOf(`definitions/facts/${id}/README.md`)
    expect(over.filter((m) => !text.includes(`measures/${m.id}/README.md`)).map((m) => m.id)).toEqual([])
  })

  test.each([...catalog.facts.keys()])('fact %s', (id) => {
    expect(lacking(`definitions/facts/${id}`, 'README.md', '*.ts', '*.sql', '*.test.ts')).toEqual([])
  })

  test.each(tools.map((t) => t.id))('tool %s', (id) => {
    expect(lacking(`site/tools/${id}`, '*.ts', 'help.en.md', 'help.es.md')).toEqual([])
  })

  test('tools name measures and dimensions that there are', () => {
    const unknown = tools.flatMap((tool) => [
      ...[...tool.measures.flatMap((m) => [m.id, ...m.beside]), ...tool.rates].filter(
        (id) => !catalog.measures.has(id),
      ),
      ...[...tool.panes, ...tool.choices, ...tool.always, ...tool.withheld].filter((id) => !catalog.dimensions.has(id)),
    ])
    expect(unknown).toEqual([])
  })

  test.each([...catalog.tables.values()].filter((t) => t.kind === 'core').map((t) => t.id))(
    'core table %s says what a row is and where its traps are',
    (id) => {
      expect(lacking(`definitions/tables/${id}`, 'README.md', '*.ts')).toEqual([])
      expect(textOf(`definitions/tables/${id}/README.md`)).toMatch(/^# \w+\n\nOne row .*\n[\s\S]*\nTraps:\n\n- /)
    },
  )

  // The tables that most numbers are made of.
  test.each(['case', 'proceeding', 'charge', 'application'])('table %s', (id) => {
    expect(lacking(`definitions/tables/${id}`, 'README.md', '*.ts', '*.sample.tsv', '*.test.ts')).toEqual([])
  })

  test('published figures have one layout', () => {
    const files = filesIn('definitions/measures', /\.published\.csv$/)
    const heads = files.map((path) => textOf(path).split(/\r?\n/)[0])
    expect([...new Set(heads)]).toEqual(['source_url,as_of,query,member,measure,value,note'])
  })

  test('definitions are plain data', () => {
    for (const each of [
      ...catalog.measures.values(),
      ...catalog.dimensions.values(),
      ...catalog.facts.values(),
      ...tools,
    ])
      expect(JSON.parse(JSON.stringify(each))).toEqual(each)
  })
})

describe('both languages', () => {
  const half = (id: string, words: readonly Words[]): string[] =>
    words.some((w) => w.en.trim() === '' || w.es.trim() === '') ? [id] : []

  test('every tool has its texts in English and Spanish', () => {
    expect(
      tools.flatMap((t) => half(t.id, [t.title, t.question, t.about, ...t.measures.flatMap((m) => [m.one, m.many])])),
    ).toEqual([])
  })

  test('every error that a page can show has its Spanish text', () => {
    const raised = [...code.filter((path) => /^(src\/(query|web|report)|site\/tools)\//.test(path))].flatMap((path) =>
      [...textOf(path).matchAll(/code: '([a-z]+(?:-[a-z]+)+)'/g)].map(([, word = '']) => word),
    )
    const parsed = [
      ...textOf('src/query/parse.ts').matchAll(/'((?:bad|too|no|two|time|mixed|unknown|period)-[a-z-]+)'/g),
    ]
    const all = new Set([...raised, ...parsed.map(([, word = '']) => word)])
    expect(all.size).toBeGreaterThan(25)
    expect([...all].filter((word) => !Object.hasOwn(errorsEs, word))).toEqual([])
  })

  test('every measure, fact and dimension has its names in English and Spanish', () => {
    expect([
      ...[...catalog.measures.values()].flatMap((m) => half(m.id, [m.name, m.about])),
      ...[...catalog.facts.values()].flatMap((f) => half(f.id, [f.name])),
      ...[...catalog.dimensions.values()].flatMap((d) =>
        half(d.id, [d.name, d.all, d.any, d.about, ...Object.values(d.names ?? {})]),
      ),
    ]).toEqual([])
  })
})

describe('documents', () => {
  const documents = filesIn('.', /\.md$/)

  test('relative links lead somewhere', () => {
    const lost = documents.flatMap((path) => {
      const text = textOf(path).replaceAll(/```[\s\S]*?```|`[^`]*`/g, '')
      const links = [...text.matchAll(/\]\(<?([^)<>\s]+)>?(?:\s+"[^"]*")?\)/g)].map(([, link = '']) => link)
      return links
        .filter((link) => !/^([a-z]+:|#|\/)/i.test(link))
        .filter((link) => !exists(normalize(join(dirname(path), decodeURI(link.replace(/[#?].*$/, ''))))))
        .map((link) => `${path}: ${link}`)
    })
    expect(lost).toEqual([])
  })

  test('no file is long', () => {
    const ours = filesIn('.', /\.(ts|mjs|js|svelte|css|sql|md)$/)
    const long = ours.filter(
      (path) =>
        !mayBeLong.has(path) &&
        textOf(path).split('\n').length - 1 > (path.endsWith('.test.ts') ? longestTest : longest),
    )
    expect(long).toEqual([])
  })
})

/** The file in which a name is declared, following what is passed on. */
function declared(file: string, name: string): { file: string; at: number } | undefined {
  const text = textOf(file)
  const at = text.search(new RegExp(`^export (async )?(function|class) ${name}\\b`, 'm'))
  if (at !== -1) return { file, at }
  for (const [, names = '', from = ''] of text.matchAll(/^export (?:type )?\{([^}]*)\} from '([^']+)'/gm)) {
    if (!names.split(',').some((n) => n.trim() === name)) continue
    const next = importsOf(file).find((i) => i.to.endsWith(from.replace(/^(\.\/|#)/, '')) || from.startsWith('#'))
    if (next !== undefined) return declared(normalize(next.to), name)
  }
  return undefined
}

/** Names that an index passes on, types left out. */
function passedOn(index: string): string[] {
  return [...textOf(index).matchAll(/^export \{([^}]*)\} from/gm)].flatMap(([, names = '']) =>
    names.split(',').flatMap((n) => (n.trim() === '' || n.trim().startsWith('type ') ? [] : [n.trim()])),
  )
}

describe('public things are documented', () => {
  test.each(filesIn('src', /^index\.ts$/))('%s', (index) => {
    const bare = passedOn(index).filter((name) => {
      const found = declared(index, name)
      if (found === undefined) return false // a constant
      const before = textOf(found.file)
        .slice(0, found.at)
        .trimEnd()
        .split('\n')
        .filter((l) => !l.startsWith('// biome'))
      return !(before.at(-1) ?? '').endsWith('*/')
    })
    expect(bare).toEqual([])
  })
})
