import { NotFoundError, UsageError } from '#errors'
import { toDocument } from '#render'
import { bodyOf, fileResponse, needed, type Part, type TableFormat } from '../explorer/download.ts'
import type { Offer } from '../explorer/take.ts'
import { search } from '../explorer/view.ts'
import type { Files } from '../files.ts'
import { askList, askSeries, askTables, type Context, checkWords, contextOf, type ProfileInput } from './questions.ts'

/** Every table of a profile, by the name that its file has. */
async function partsOf(context: Context): Promise<readonly Part[]> {
  const { profile } = context
  const [{ now, nowAll, year, yearAll }, series, lists] = await Promise.all([
    askTables(context),
    Promise.all(
      profile.series.map(async ({ measure }) => ({ name: measure, result: await askSeries(context, measure) })),
    ),
    Promise.all(profile.lists.map(async (l) => ({ name: l.dimension, result: await askList(context, l, true) }))),
  ])
  return [
    { name: 'now', result: now },
    { name: 'now_country', result: nowAll },
    { name: 'year', result: year },
    { name: 'year_country', result: yearAll },
    ...series.map(({ name, result }) => ({ name: `${name}_by_month`, result })),
    ...lists,
  ]
}

/** The files that a profile offers: each table with all its rows, and everything at once. */
export function profileOffers(
  input: ProfileInput,
  names: { readonly everything: string; readonly tables: readonly { readonly part: string; readonly name: string }[] },
): readonly Offer[] {
  const words = [...input.url.searchParams].filter(([word]) => word !== 'q')
  const file = (format: string, more: readonly (readonly [string, string])[] = []) =>
    `${input.url.pathname}.${format}${search([...words, ...more])}`
  return [
    {
      name: names.everything,
      formats: [
        { name: 'XLSX', href: file('xlsx') },
        { name: 'JSON', href: file('json') },
      ],
    },
    ...names.tables.map(({ part, name }) => ({
      name,
      formats: (['csv', 'xlsx', 'json', 'parquet'] as const).map((format) => ({
        name: format === 'parquet' ? 'Parquet' : format.toUpperCase(),
        href: file(format, [['part', part]]),
      })),
    })),
  ]
}

function partNamed(parts: readonly Part[], name: string): Part {
  const found = parts.find((part) => part.name === name)
  if (found !== undefined) return found
  throw new NotFoundError(`This page has no table ${name}.`, {
    code: 'unknown-part',
    value: name,
    allowed: parts.map((part) => part.name).join(', '),
  })
}

/** A profile as a file: `?part=now` gives one table; without it JSON and Excel hold all, CSV and Parquet the first. */
export async function profileDownload(input: ProfileInput, format: TableFormat, files: Files | undefined) {
  checkWords(input, ['part'])
  const { profile, language } = input
  const found = await contextOf(input)
  if (found === undefined) {
    throw new UsageError(`Say which one: ${profile.title[language]}.`, {
      code: 'no-member',
      value: profile.dimension,
      allowed: `${profile.dimension}=CODE`,
    })
  }
  const { context, name } = found
  const parts = await partsOf(context)
  const asked = input.url.searchParams.get('part')
  const words = (part: string) => [profile.id, context.code, part, context.release.id]
  if (asked === null && format === 'json') {
    const tables = Object.fromEntries(parts.map((part) => [part.name, toDocument(part.result)]))
    return fileResponse(words(''), format, `${JSON.stringify({ code: context.code, name, tables }, null, 1)}\n`)
  }
  if (asked === null && format === 'xlsx') {
    return fileResponse(words(''), format, new Uint8Array(await needed(files).xlsx(parts)))
  }
  const part = partNamed(parts, asked ?? 'now')
  return fileResponse(words(part.name), format, await bodyOf(part, format, files))
}
