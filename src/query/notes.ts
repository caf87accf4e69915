import type { Catalog, Flow, Language, Measure, Words } from '#catalog'
import { touchedBy } from './carried.ts'
import type { Note, ReleaseInfo } from './result.ts'
import { lacking, type Scope } from './scope.ts'

type Say = (values: Readonly<Record<string, string>>) => Words

const sentences = {
  recorded_since: ({ name = '', nameEs = '', since = '' }) => ({
    en: `${name} could not be recorded before ${since}; the period begins earlier.`,
    es: `${nameEs}: no se podía registrar antes del ${since}; el periodo empieza antes.`,
  }),
  pd_terminations_not_in_release: () => ({
    en: 'This release holds no terminations by prosecutorial discretion (code I); every PD total lacks them.',
    es: 'Esta publicación no contiene terminaciones por discreción procesal (código I); todo total de DP las omite.',
  }),
  carried_over: ({ name = '', nameEs = '', release = '', date = '', used = '', kept = '' }) => ({
    en: `${name} are carried over from release ${release}, as of ${date}, because this release has none: ${used} of the ${kept} there, those whose end still stands here.`,
    es: `${nameEs} se toman de la publicación ${release}, al ${date}, porque esta no contiene ninguna: ${used} de las ${kept} de entonces, aquellas cuyo fin sigue figurando aquí.`,
  }),
  provisional: ({ months = '', monthsEs = '' }) => ({
    en: `Late entries still arrive. By an estimate from how months grew between releases, this much is there: ${months}.`,
    es: `Siguen llegando anotaciones tardías. Según una estimación de cómo crecieron los meses entre publicaciones, ya consta: ${monthsEs}.`,
  }),
  includes_not_in_release: ({ name = '', nameEs = '' }) => ({
    en: `This release holds none of: ${name}; the total lacks them.`,
    es: `Esta publicación no contiene: ${nameEs}; el total los omite.`,
  }),
  base_without_dimension: ({ name = '', nameEs = '', dimensions = '', dimensionsEs = '' }) => ({
    en: `The base of ${name} has no ${dimensions}; the same base stands in every row.`,
    es: `La base de ${nameEs} no tiene ${dimensionsEs}; la misma base figura en todas las filas.`,
  }),
  not_applicable: ({ name = '', nameEs = '', dimensions = '', dimensionsEs = '' }) => ({
    en: `${name} has no ${dimensions}.`,
    es: `${nameEs} no tiene ${dimensionsEs}.`,
  }),
  cut_at_as_of: ({ to = '' }) => ({
    en: `The period is cut at ${to}, the last date of the release.`,
    es: `El periodo se corta en ${to}, la última fecha de la publicación.`,
  }),
  synthetic: () => ({
    en: 'Synthetic data: invented rows, not records of people.',
    es: 'Datos sintéticos: filas inventadas, no registros de personas.',
  }),
  estimate: ({ name = '', nameEs = '' }) => ({ en: `${name} is an estimate.`, es: `${nameEs} es una estimación.` }),
} satisfies Record<string, Say>

export type NoteCode = keyof typeof sentences

const longDates: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-US', { dateStyle: 'long', timeZone: 'UTC' }),
}

/** A date as a sentence says it: 16 December 2011. */
function longDate(date: string, language: Language): string {
  return longDates[language].format(new Date(`${date}T00:00:00Z`))
}

function note(
  code: NoteCode,
  language: Language,
  values: Readonly<Record<string, string>> = {},
  measure?: string,
): Note {
  const say: Say = sentences[code]
  return { code, text: say(values)[language], ...(measure !== undefined && { measure }) }
}

function names(catalog: Catalog, ids: readonly string[]): { dimensions: string; dimensionsEs: string } {
  const words = ids.map((id) => catalog.dimensions.get(id)?.name)
  return {
    dimensions: words.map((w) => w?.en.toLowerCase() ?? '').join(', '),
    dimensionsEs: words.map((w) => w?.es.toLowerCase() ?? '').join(', '),
  }
}

function firstDay(scope: Scope, measure: Measure): string | undefined {
  return measure.kind === 'flow_to_date' ||
    (measure.kind === 'rate' && firstPart(scope, measure.of)?.kind === 'flow_to_date')
    ? scope.since
    : scope.from
}

function firstPart(scope: Scope, id: string): Measure | undefined {
  return scope.catalog.measures.get(id)
}

/** The flows that a measure is counted from: itself, or the numerator of a rate. */
function flowsOf(measure: Measure, scope: Scope): Flow[] {
  if (measure.kind === 'flow') return [measure]
  const of = measure.kind === 'rate' || measure.kind === 'flow_to_date' ? firstPart(scope, measure.of) : undefined
  return of === undefined ? [] : flowsOf(of, scope)
}

function flowNotes(measure: Measure, scope: Scope, absent: ReadonlySet<string>, language: Language): Note[] {
  const notes: Note[] = []
  const values = { name: measure.name.en, nameEs: measure.name.es }
  for (const flow of flowsOf(measure, scope)) {
    const from = firstDay(scope, measure)
    if (flow.since !== undefined && (from === undefined || from < flow.since) && scope.to >= flow.since) {
      notes.push(note('recorded_since', language, { ...values, since: longDate(flow.since, language) }, measure.id))
    }
    for (const id of flow.includes ?? []) {
      const part = scope.catalog.measures.get(id)
      if (!absent.has(id) || part === undefined) continue
      const code = id === 'pd_terminations' ? 'pd_terminations_not_in_release' : 'includes_not_in_release'
      notes.push(note(code, language, { name: part.name.en, nameEs: part.name.es }, measure.id))
    }
  }
  return notes
}

function dimensionNotes(measure: Measure, scope: Scope, language: Language): Note[] {
  const values = { name: measure.name.en, nameEs: measure.name.es }
  if (measure.kind === 'rate') {
    const per = scope.catalog.measures.get(measure.per)
    const lacks = per === undefined ? [] : lacking(per, scope)
    return lacks.length === 0
      ? []
      : [note('base_without_dimension', language, { ...values, ...names(scope.catalog, lacks) }, measure.id)]
  }
  const lacks = lacking(measure, scope)
  return lacks.length === 0
    ? []
    : [note('not_applicable', language, { ...values, ...names(scope.catalog, lacks) }, measure.id)]
}

/** Where numbers of an answer come from an older release. */
function carriedNotes(scope: Scope, { carried }: ReleaseInfo, language: Language): Note[] {
  const { carry } = scope.catalog
  if (carried === undefined || carry === undefined) return []
  const number = (n: number): string => n.toLocaleString(language === 'en' ? 'en' : 'es-US')
  const values = {
    name: carry.name.en,
    nameEs: carry.name.es,
    release: carried.release,
    date: longDate(carried.as_of, language),
    used: number(carried.used),
    kept: number(carried.kept),
  }
  return touchedBy(scope).map((measure) => note('carried_over', language, values, measure.id))
}

/** So many provisional months are named one by one. */
const mostMonths = 4

/** Months of the period that are provisional, where it was estimated how much of them is there. */
function provisionalNotes(scope: Scope, { estimated = [] }: ReleaseInfo, language: Language): Note[] {
  const first = scope.from?.slice(0, 7) ?? ''
  const known = estimated.filter(
    ({ month, share }) => share !== undefined && month >= first && month <= scope.to.slice(0, 7),
  )
  if (known.length === 0) return []
  const percent = (share = 1): number => Math.min(99, Math.floor(share * 100))
  const [recent, earlier] = [known.slice(-mostMonths), known.slice(0, -mostMonths)]
  const say = (of: Language): string => {
    const name = new Intl.DateTimeFormat(of === 'en' ? 'en-GB' : 'es-US', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    })
    const least = percent(Math.min(...earlier.map(({ share = 1 }) => share)))
    const rest =
      of === 'en'
        ? `${earlier.length} months before ${least} % or more`
        : `los ${earlier.length} meses anteriores, el ${least} % o más`
    return [
      ...recent.map(({ month, share }) => `${name.format(new Date(`${month}-01T00:00:00Z`))} ${percent(share)} %`),
      ...(earlier.length > 0 ? [rest] : []),
    ].join(', ')
  }
  return [note('provisional', language, { months: say('en'), monthsEs: say('es') })]
}

/** What must be said beside the numbers of an answer. */
export function notesOf(scope: Scope, absent: ReadonlySet<string>, release: ReleaseInfo, language: Language): Note[] {
  const { synthetic } = release
  const notes: Note[] = synthetic ? [note('synthetic', language)] : []
  if (scope.cut) notes.push(note('cut_at_as_of', language, { to: longDate(scope.to, language) }))
  notes.push(...carriedNotes(scope, release, language), ...provisionalNotes(scope, release, language))
  for (const id of scope.query.measures) {
    const measure = scope.catalog.measures.get(id)
    if (measure === undefined) continue
    if (measure.estimate === true)
      notes.push(note('estimate', language, { name: measure.name.en, nameEs: measure.name.es }, id))
    notes.push(...flowNotes(measure, scope, absent, language), ...dimensionNotes(measure, scope, language))
  }
  const seen = new Set<string>()
  return notes.filter((n) => !seen.has(n.text) && seen.add(n.text))
}
