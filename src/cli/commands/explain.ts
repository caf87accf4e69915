import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command } from '@commander-js/extra-typings'
import { type Catalog, type Measure, nearest } from '#catalog'
import { catalog } from '#definitions'
import { NotFoundError } from '#errors'
import type { Context } from '../context.ts'
import { packageRoot } from '../settings.ts'

async function firstParagraph(path: string): Promise<string> {
  const text = await readFile(join(packageRoot, path), 'utf8').catch(() => '')
  return (
    text
      .split(/\n\s*\n/)
      .find((p) => p.trim() !== '' && !p.startsWith('#'))
      ?.replaceAll('\n', ' ') ?? ''
  )
}

/** The facts behind a measure, through what it is made of. */
function factsOf(measure: Measure, from: Catalog): string[] {
  if ('fact' in measure) return [measure.fact]
  const parts = measure.kind === 'rate' ? [measure.of, measure.per] : [measure.of]
  return [
    ...new Set(
      parts.flatMap((id) => {
        const part = from.measures.get(id)
        return part === undefined ? [] : factsOf(part, from)
      }),
    ),
  ]
}

async function explainMeasure(measure: Measure): Promise<string> {
  const { id, name, about, kind, seeAlso, unit, ...rule } = measure
  const facts = factsOf(measure, catalog)
  const tables = [...new Set(facts.flatMap((f) => catalog.facts.get(f)?.tables ?? []))]
  const paths = [
    `definitions/measures/${id}/${id}.ts`,
    `definitions/measures/${id}/README.md`,
    ...facts.map((f) => `definitions/facts/${f}/${f}.sql`),
    'definitions/facts/stretch.sql',
  ]
  return [
    `${id} · ${name.en} (${name.es})`,
    `  ${about.en}`,
    '',
    await firstParagraph(`definitions/measures/${id}/README.md`),
    '',
    `kind: ${kind}, in ${unit}`,
    `rule: ${Object.entries(rule)
      .map(([k, v]) => `${k} ${JSON.stringify(v)}`)
      .join(', ')}`,
    `facts: ${facts.join(', ')} · tables: ${tables.map((t) => catalog.tables.get(t)?.file ?? t).join(', ')}`,
    `see also: ${(seeAlso ?? []).join(', ')}`,
    `files:\n${paths.map((p) => `  ${p}`).join('\n')}`,
    '',
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

async function explain(context: Context, what: string): Promise<string> {
  if (what.includes('=')) return explainQuery(context, what)
  const measure = catalog.measures.get(what)
  if (measure !== undefined) return explainMeasure(measure)
  const dimension = catalog.dimensions.get(what)
  if (dimension !== undefined)
    return `${what} · ${dimension.name.en} (${dimension.name.es})\n  ${dimension.about.en}\nfiles:\n  definitions/dimensions/${what}.ts\n`
  const fact = catalog.facts.get(what)
  if (fact !== undefined) return `${what} · ${fact.name.en} (${fact.name.es})\n  ${fact.about}\n\n${fact.sql}`
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
    .description('what a number means, and how it is counted')
    .argument('<id or query>', 'a measure, dimension, fact or table; or a query, for its plan')
    .action(async (what) => context.out(await explain(context, what)))
}
