import { behind, nearest } from '#catalog'
import { NotFoundError } from '#errors'
import { formatDate, formatNumber, formatShare, readCsv } from '#render'
import { partnersOf } from '../../../src/query/pair.ts'
import { answered } from '../../../src/web/answered.ts'
import { parseMarkdown } from '../../../src/web/markdown/parse.ts'
import { problemOf } from '../../../src/web/problem.ts'
import { pagesWith } from '../../index.ts'
import type { PageServerLoad } from './$types.js'

const readmes = import.meta.glob<string>('../../../definitions/measures/*/README*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const checks = import.meta.glob<string>('../../../definitions/measures/*/*.check.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

const published = import.meta.glob<string>('../../../definitions/measures/*/*.published.csv', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What others printed of a measure, as they printed it: it is compared with ours by `verify`, and never used. */
function printedBy(id: string, unit: string, language: App.Locals['language']) {
  const rows = readCsv(published[`../../../definitions/measures/${id}/${id}.published.csv`] ?? '')
  return rows.map((row) => {
    const value = Number(row['value'])
    return {
      query: row['query'] ?? '',
      member: row['member'] ?? '',
      asOf: formatDate(row['as_of'] ?? '', language),
      value: unit === 'share' ? formatShare(value, language) : formatNumber(value, language),
      source: row['source_url'] ?? '',
      note: row['note'] ?? '',
    }
  })
}

/** Where the words of a measure stand, in the language that is asked for. */
function readmeOf(id: string, language: App.Locals['language']): string {
  return `definitions/measures/${id}/README${language === 'es' ? '.es' : ''}.md`
}

/** The statements that count a measure on the current release; none while there is none. */
async function compiled(service: App.Locals['service'], id: string): Promise<readonly string[]> {
  try {
    return await service.statements(`measures=${encodeURIComponent(id)}`)
  } catch (error) {
    if (problemOf(error)?.explanation.code !== 'no-release') throw error
    return []
  }
}

export const load: PageServerLoad = ({ locals, params }) =>
  answered(async () => {
    const { measures } = locals.service.catalog
    const { language } = locals
    const m = measures.get(params.measure)
    if (m === undefined) {
      throw new NotFoundError(`There is no measure ${params.measure}.`, {
        code: 'unknown-measure',
        value: params.measure,
        allowed: [...measures.keys()].join(', '),
        nearest: nearest(params.measure, measures.keys()),
      })
    }
    const named = (id: string) => ({ id, name: measures.get(id)?.name[language] ?? id })
    const { facts, sources } = behind(m, locals.service.catalog)
    const readme = readmeOf(m.id, language)
    const [, ...blocks] = parseMarkdown(readmes[`../../../${readme}`] ?? '')
    const { name: _, about: __, seeAlso: ___, ...rule } = m
    return {
      id: m.id,
      kind: m.kind,
      name: m.name[language],
      about: m.about[language],
      isEstimate: m.estimate === true,
      of: m.kind === 'rate' || m.kind === 'flow_to_date' ? named(m.of) : undefined,
      per: m.kind === 'rate' ? named(m.per) : undefined,
      fact: 'fact' in m ? m.fact : undefined,
      where: 'where' in m ? m.where : undefined,
      seeAlso: (m.seeAlso ?? []).filter((id) => measures.has(id)).map(named),
      hasPartners: partnersOf(m.id, locals.service.catalog).length > 0,
      known: [...measures.keys()],
      blocks,
      readme,
      rule: JSON.stringify(rule, null, 2),
      facts: facts.map(({ id, name, sql }) => ({ id, name: name[language], sql })),
      sources: sources.map(({ table, columns }) => ({ file: table.file, columns: columns.map((c) => c.name) })),
      compiled: await compiled(locals.service, m.id),
      check: checks[`../../../definitions/measures/${m.id}/${m.id}.check.sql`] ?? '',
      printed: printedBy(m.id, m.unit, language),
      pages: pagesWith(m.id, locals.service.catalog).map(({ path, title }) => ({ path, title: title[language] })),
      files: [
        `definitions/measures/${m.id}/${m.id}.ts`,
        readme,
        `definitions/measures/${m.id}/${m.id}.check.sql`,
        `definitions/measures/${m.id}/${m.id}.published.csv`,
        ...facts.map((f) => `definitions/facts/${f.id}/${f.id}.sql`),
        ...locals.service.catalog.prepare.map((p) => `definitions/facts/${p.id}.sql`),
      ],
    }
  })
