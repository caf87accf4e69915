import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from '@commander-js/extra-typings'
import { behind, type Language, languages, type Measure, nearest } from '#catalog'
import { catalog } from '#definitions'
import { NotFoundError, OpendocketError } from '#errors'
import { pagesWith } from '../../../site/index.ts'
import type { Context } from '../context.ts'
import { packageRoot } from '../settings.ts'

const text = (path: string): Promise<string> => readFile(join(packageRoot, path), 'utf8').catch(() => '')

async function firstParagraph(path: string): Promise<string> {
  const [found] = (await text(path)).split(/\n\s*\n/).filter((p) => p.trim() !== '' && !p.startsWith('#'))
  return found?.replaceAll('\n', ' ') ?? ''
}

const words = {
  en: {
    kind: 'kind',
    rule: 'rule',
    facts: 'facts',
    tables: 'tables and columns',
    pages: 'pages',
    also: 'see also',
    files: 'files',
    sql: 'the query as it runs',
    check: 'the check query, over the tables alone',
    in: 'in',
  },
  es: {
    kind: 'clase',
    rule: 'regla',
    facts: 'hechos',
    tables: 'tablas y columnas',
    pages: 'páginas',
    also: 'véase también',
    files: 'archivos',
    sql: 'la consulta tal como se ejecuta',
    check: 'la consulta de control, solo sobre las tablas',
    in: 'en',
  },
} as const

/** The statements that count a measure on the current release; the facts' own SQL while there is none. */
async function statements(context: Context, id: string): Promise<readonly string[]> {
  try {
    return await context.open().statements(`measures=${id}`)
  } catch (error) {
    if (error instanceof OpendocketError) return []
    throw error
  }
}

async function explained(context: Context, measure: Measure, language: Language) {
  const { id, name, about, kind, seeAlso, unit, ...rule } = measure
  const { facts, sources } = behind(measure, catalog)
  const readme = `definitions/measures/${id}/README${language === 'es' ? '.es' : ''}.md`
  const check = `definitions/measures/${id}/${id}.check.sql`
  return {
    id,
    name: name[language],
    about: about[language],
    definition: await firstParagraph(readme),
    kind,
    unit,
    rule,
    facts: facts.map((f) => f.id),
    tables: sources.map(({ table, columns }) => ({ file: table.file, columns: columns.map((c) => c.name) })),
    pages: pagesWith(id, catalog).map((p) => ({
      path: language === 'es' ? `/es${p.path}` : p.path,
      title: p.title[language],
    })),
    see_also: seeAlso ?? [],
    sql: await statements(context, id),
    check: await text(check),
    files: [
      `definitions/measures/${id}/${id}.ts`,
      readme,
      check,
      ...facts.map((f) => `definitions/facts/${f.id}/${f.id}.sql`),
      ...catalog.prepare.map((p) => `definitions/facts/${p.id}.sql`),
    ],
  }
}

async function explainMeasure(context: Context, measure: Measure, language: Language): Promise<string> {
  const e = await explained(context, measure, language)
  const says = words[language]
  const list = (title: string, items: readonly string[]): string[] =>
    items.length === 0 ? [] : [`${title}:`, ...items.map((item) => `  ${item}`)]
  return [
    `${e.id} · ${e.name}`,
    `  ${e.about}`,
    '',
    e.definition,
    '',
    `${says.kind}: ${e.kind}, ${says.in} ${e.unit}`,
    `${says.rule}: ${Object.entries(e.rule)
      .map(([k, v]) => `${k} ${JSON.stringify(v)}`)
      .join(', ')}`,
    `${says.facts}: ${e.facts.join(', ')}`,
    ...list(
      says.tables,
      e.tables.map((t) => (t.columns.length === 0 ? t.file : `${t.file}: ${t.columns.join(', ')}`)),
    ),
    ...list(says.pages, [`/methods/${e.id}`, ...e.pages.map((p) => `${p.path} · ${p.title}`)]),
    ...(e.see_also.length === 0 ? [] : [`${says.also}: ${e.see_also.join(', ')}`]),
    ...list(says.files, e.files),
    ...(e.sql.length === 0 ? [] : ['', `${says.sql}:`, ...e.sql]),
    '',
    `${says.check}:`,
    e.check,
  ].join('\n')
}

async function explainQuery(context: Context, query: string): Promise<string> {
  const { plan, query: normal } = await context.open().run(query)
  return [
    `query: ${normal}`,
    `answered by ${plan.by} in ${plan.milliseconds.toFixed(1)} ms`,
    ...plan.statements.map((s) => `\nby ${s.by}: ${s.why}\n${s.sql}`),
    '',
  ].join('\n')
}

function explainDimension(id: string, language: Language): string | undefined {
  const dimension = catalog.dimensions.get(id)
  if (dimension === undefined) return undefined
  const facts = [...catalog.facts.values()].filter((f) => f.dimensions.includes(id)).map((f) => f.id)
  const names = Object.entries(dimension.names ?? {}).map(([code, name]) => `  ${code}: ${name[language]}`)
  const of = facts.length === 0 ? '' : `${words[language].facts}: ${facts.join(', ')}\n`
  const shown = names.length === 0 || names.length > 40 ? '' : `${names.join('\n')}\n`
  return `${id} · ${dimension.name[language]}\n  ${dimension.about[language]}\n${of}${shown}${words[language].files}:\n  definitions/dimensions/${id}.ts\n`
}

async function explain(context: Context, what: string, language: Language): Promise<string> {
  if (what.includes('=')) return explainQuery(context, what)
  const measure = catalog.measures.get(what)
  if (measure !== undefined) return explainMeasure(context, measure, language)
  const dimension = explainDimension(what, language)
  if (dimension !== undefined) return dimension
  const fact = catalog.facts.get(what)
  if (fact !== undefined) return `${what} · ${fact.name[language]}\n  ${fact.about}\n\n${fact.sql}`
  const table = [...catalog.tables.values()].find((t) => t.id === what || t.file === what)
  if (table !== undefined)
    return `${table.id} · ${table.file}\n  ${table.about}\n${table.columns.map((c) => `  ${c.name} (${c.type}): ${c.about}`).join('\n')}\n`
  const all = [
    ...catalog.measures.keys(),
    ...catalog.dimensions.keys(),
    ...catalog.facts.keys(),
    ...catalog.tables.keys(),
  ]
  throw new NotFoundError(`nothing is called ${what}`, {
    code: 'unknown-id',
    value: what,
    nearest: nearest(what, all),
    allowed: 'a measure, dimension, fact or table, or a query',
  })
}

export function explainCommand(context: Context) {
  return new Command('explain')
    .description('what a number means, how it is counted, what it rests on and where it is shown')
    .argument('<id or query>', 'a measure, dimension, fact or table; or a query, for its plan')
    .addOption(new Option('--lang <language>', 'language').choices(languages).default('en' as const))
    .option('--json', 'one JSON document, for a measure')
    .action(async (what, options) => {
      const measure = catalog.measures.get(what)
      if (options.json === true && measure !== undefined)
        context.out(`${JSON.stringify(await explained(context, measure, options.lang), null, 2)}\n`)
      else context.out(await explain(context, what, options.lang))
    })
}
