import type { Language } from '#catalog'

/** Spanish here is that of the United States: comma for thousands, point for decimals. */
const locale: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US' }
const space = '\u00a0'

const months: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
}
const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  es: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
}

const made = new Map<string, Intl.NumberFormat>()
function numbers(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}${digits}`
  const known = made.get(key)
  if (known !== undefined) return known
  const fresh = new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: true,
  })
  made.set(key, fresh)
  return fresh
}

/** `12345` → `12,345`; a real minus sign. */
export function formatNumber(n: number, language: Language, digits = 0): string {
  return numbers(language, digits).format(n).replace('-', '\u2212')
}

/** `0.01906` → `1.9 %`, the space unbreakable. A share that rounds to zero without being zero reads `< 0.1 %`. */
export function formatShare(fraction: number, language: Language, digits = 1): string {
  const least = 10 ** -digits
  const percent = fraction * 100
  if (percent > 0 && percent < least / 2) return `<${space}${formatNumber(least, language, digits)}${space}%`
  return `${formatNumber(percent, language, digits)}${space}%`
}

interface DateParts {
  readonly year: string
  /** 1 to 12 */
  readonly month: number
  readonly day: number | undefined
}

function partsOf(text: string): DateParts | undefined {
  const m = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text)
  const [, year, month, day] = m ?? []
  if (year === undefined || month === undefined) return undefined
  return { year, month: Number(month), day: day === undefined ? undefined : Number(day) }
}

function monthName(month: number, language: Language): string {
  return months[language][month - 1] ?? String(month)
}

/** `2012-06-28` → `28 June 2012` or `28 de junio de 2012`; the day keeps to its month. Anything else comes back as it is. */
export function formatDate(date: string, language: Language): string {
  const p = partsOf(date)
  if (p === undefined) return date
  if (p.day === undefined) return formatMonth(date, language)
  const month = monthName(p.month, language)
  return language === 'es' ? `${p.day}${space}de ${month} de ${p.year}` : `${p.day}${space}${month} ${p.year}`
}

/** `2012-06` → `June 2012` or `junio de 2012`. */
export function formatMonth(month: string, language: Language): string {
  const p = partsOf(month)
  if (p === undefined) return month
  const name = monthName(p.month, language)
  return language === 'es' ? `${name} de${space}${p.year}` : `${name}${space}${p.year}`
}

/** `2012-05, 2012-06` → `May and June 2012`: a year that is shared is said once. */
export function formatMonths(list: readonly string[], language: Language): string {
  const years = new Set(list.map((m) => m.slice(0, 4)))
  const short = years.size === 1
  const named = list.map((m, i) =>
    short && i < list.length - 1 ? monthName(Number(m.slice(5, 7)), language) : formatMonth(m, language),
  )
  return sentenceList(named, language)
}

/** `2012-06` → `Jun` or `jun`. */
export function formatShortMonth(month: string, language: Language): string {
  const p = partsOf(month)
  return p === undefined ? month : (shortMonths[language][p.month - 1] ?? month)
}

/** A period as it is written in a query: `2012`, `FY2012`, `2012-06`, `2012-06-28`. */
export function formatPeriod(period: string, language: Language): string {
  const fiscal = /^FY(\d{4})$/.exec(period)?.[1]
  if (fiscal !== undefined) return `${language === 'es' ? 'año fiscal' : 'fiscal year'}${space}${fiscal}`
  return formatDate(period, language)
}

/** `a, b and c`; `a, b y c` (and `e` before a sound of i: `México e India`). */
export function sentenceList(items: readonly string[], language: Language): string {
  const last = items.at(-1)
  if (last === undefined) return ''
  if (items.length === 1) return last
  const and = language === 'en' ? 'and' : /^h?[ií](?![aeo])/i.test(last) ? 'e' : 'y'
  return `${items.slice(0, -1).join(', ')} ${and} ${last}`
}

/** The first letter as a capital: for a name that opens a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
