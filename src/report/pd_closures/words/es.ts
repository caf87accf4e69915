import { formatDate, formatMonth, formatNumber } from '#render'
import { listOf, type NumberSpan, type Phrase, t } from '../../span.ts'
import type { Leader, PdWords, Rated } from './en.ts'

const date = (text: string) => formatDate(text, 'es')
const list = (phrases: readonly Phrase[]) => listOf(phrases, 'es')
const names = (all: readonly string[]) => list(all.map((name) => t`${name}`))
const closures = (n: NumberSpan): string => (n.value === 1 ? 'cierre' : 'cierres')
const counted = (n: NumberSpan): Phrase => t`${n} ${closures(n)}`
const pendingCases = (n: NumberSpan): string => (n.value === 1 ? 'caso pendiente' : 'casos pendientes')
/** `al 1.9 %`, but `a menos del 0.1 %`. */
const to = (share: NumberSpan): Phrase => (share.text.startsWith('menos') ? t`a ${share}` : t`al ${share}`)
const the = (share: NumberSpan): Phrase => (share.text.startsWith('menos') ? t`${share}` : t`el ${share}`)

/** `junio de 2012`, o `junio de 2012, hasta el día 28,` si el mes sigue. */
function monthUpTo(asOf: string): string {
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const name = formatMonth(asOf.slice(0, 7), 'es')
  return day === last ? name : `${name}, hasta el día ${day},`
}

type Each = ' cada una' | ' cada uno'
const eachOf = (all: readonly string[], word: Each): string => (all.length > 1 ? word : '')
const leaders = (all: readonly Leader[], word: Each = ' cada una'): Phrase =>
  list(all.map((one) => t`${names(one.names)} con ${one.n}${eachOf(one.names, word)}`))

const scopeOf = (largest: NumberSpan | undefined): Phrase =>
  largest === undefined
    ? t`Entre todas las nacionalidades`
    : t`Entre las ${largest} nacionalidades con más casos pendientes`

const shortRatio = (r: Rated): Phrase => t`${r.n} frente a ${r.base}, ${the(r.share)}`

/** Las frases de este informe en español. */
export const es: PdWords = {
  kicker: 'Cierres por DP',
  asOf: (asOf) => `al ${date(asOf)}`,
  headings: {
    backlog: 'Los casos pendientes y la espera',
    nationality: 'Por nacionalidad',
    court: 'Por corte',
    location: 'Por lugar de audiencia',
    kind: 'Por tipo de cierre',
    revision: 'Qué cambió desde la edición anterior',
  },
  title: (share, moved, base) =>
    t`Los cierres por discreción procesal ${moved === 'up' ? 'ya ' : moved === 'same' ? 'aún ' : ''}equivalen ${to(share)} de los pendientes de ${base.slice(0, 4)}`,
  titleCount: (n) => t`Los cierres por discreción procesal suman ${n}`,
  titleMissing: (asOf) => t`No hay cifra de cierres por discreción procesal al ${date(asOf)}`,
  total: (n, { asOf, since }) =>
    t`Al ${date(asOf)} las cortes de inmigración habían registrado un total de ${counted(n)} por discreción procesal (DP), contados desde el ${date(since)}.`,
  totalMissing: ({ asOf }, reason) =>
    reason === 'not_recorded'
      ? t`Al ${date(asOf)} las cortes aún no tenían un código para registrar un cierre por discreción procesal (DP): la cifra falta, no es cero.`
      : t`Falta la cifra de cierres por discreción procesal (DP) al ${date(asOf)}.`,
  changeMissing: ({ before, asOf }) => t`No hay cifra al ${date(before)} con la cual comparar la del ${date(asOf)}.`,
  change: {
    up: ({ dates, before, added }) =>
      added === undefined
        ? t`La cifra del ${date(dates.asOf)} supera los ${before} del ${date(dates.before)}.`
        : t`La cifra subió desde los ${before} del ${date(dates.before)}: hasta el ${date(dates.asOf)} se ${added.value === 1 ? t`sumó ${added}` : t`sumaron otros ${added}`}.`,
    down: ({ dates, before }) =>
      t`La cifra del ${date(dates.asOf)} bajó desde los ${before} del ${date(dates.before)}.`,
    same: ({ dates, now }) =>
      t`La cifra del ${date(dates.asOf)} es la misma que la del ${date(dates.before)}: sigue en ${now}.`,
  },
  share: (s) => {
    const those = s.n.value === 1 ? 'Ese' : 'Esos'
    const equal = s.n.value === 1 ? 'equivale' : 'equivalen'
    const base = s.base.value === 1 ? t`del ${s.base} caso pendiente` : t`de los ${s.base} casos pendientes`
    return s.stillOnly
      ? t`${those} ${counted(s.n)} ${equal} todavía a solo ${the(s.share)} ${base} al ${date(s.dates.base)}.`
      : t`${those} ${counted(s.n)} ${equal} ${to(s.share)} ${base} al ${date(s.dates.base)}.`
  },
  shareMissing: ({ base }) => t`Al ${date(base)} no había ningún caso pendiente, así que no hay porcentaje.`,
  record: (r) =>
    t`${r.n.value === 1 ? 'El' : 'Los'} ${counted(r.n)} de ${formatMonth(r.month, 'es')} ${r.n.value === 1 ? 'es' : 'son'} un récord: ningún mes desde ${formatMonth(r.first, 'es')} tuvo más. Le sigue ${formatMonth(r.second.month, 'es')}, con ${r.second.n}.`,
  pending: {
    up: ({ now, was, dates, despite }) =>
      t`${despite ? 'Aun así, los' : 'Los'} casos pendientes aumentaron: eran ${now} al ${date(dates.asOf)}, frente a ${was} al ${date(dates.base)}.`,
    down: ({ now, was, dates }) =>
      t`Los casos pendientes disminuyeron: eran ${now} al ${date(dates.asOf)}, frente a ${was} al ${date(dates.base)}.`,
    same: ({ now, dates }) =>
      t`Los casos pendientes no variaron: eran ${now} al ${date(dates.asOf)}, tantos como al ${date(dates.base)}.`,
  },
  pendingOnly: (now, { asOf }) => t`Al ${date(asOf)} había ${now} ${pendingCases(now)}.`,
  wait: (w) => {
    const than = { up: 'más que', down: 'menos que', same: 'lo mismo que' }
    const all =
      w.all === undefined
        ? t``
        : t`, ${than[w.all.than]} los ${w.all.days} días del conjunto de los cierres (${w.all.n})`
    const relief =
      w.relief === undefined ? t`` : t` Los que terminaron con alivio llevaban ${w.relief.days} días (${w.relief.n}).`
    return t`Los casos cerrados por DP en ${monthUpTo(w.dates.asOf)} llevaban abiertos ${w.pd.days} días en promedio (${counted(w.pd.n)})${all}.${relief}`
  },
  largest: (l) => {
    const had = l.only ? 'fue la única con algún cierre' : 'tuvo el mayor número de cierres'
    const share =
      l.rated === undefined
        ? t``
        : l.rated.base.value === 1
          ? t`, ${l.n.value === 1 ? 'equivalente' : 'equivalentes'} ${to(l.rated.share)} de su ${l.rated.base} caso pendiente al ${date(l.dates.base)}`
          : t`, ${l.n.value === 1 ? 'equivalente' : 'equivalentes'} ${to(l.rated.share)} de sus ${l.rated.base} casos pendientes al ${date(l.dates.base)}`
    return t`${scopeOf(l.scope)}, ${l.name} ${had}: ${l.n}${share}.`
  },
  largestTie: (l) =>
    l.more
      ? t`${scopeOf(l.scope)}, varias comparten el mayor número de cierres, ${l.n} cada una, entre ellas ${names(l.names)}.`
      : t`${scopeOf(l.scope)}, ${names(l.names)} comparten el mayor número de cierres, ${l.n} cada una.`,
  next: (items) =>
    t`${items.length === 1 ? 'Le sigue' : 'Le siguen'} ${list(items.map(({ name, n }) => t`${name} con ${n}`))}.`,
  majority: (name, all) => t`Más de la mitad de los ${counted(all)} corresponde a ${name}.`,
  highest: (h) => {
    const against = t`En relación con los casos pendientes al ${date(h.dates.base)}`
    const [one, ...others] = h.first
    if (one === undefined) return t``
    if (others.length > 0)
      return t`${against}, ${names(h.first.map((r) => r.name))} comparten la tasa más alta, ${the(one.share)}: ${list(h.first.map((r) => t`${counted(r.n)} frente a ${r.base} ${r.base.value === 1 ? 'caso' : 'casos'}`))}.`
    const second =
      h.second.length === 0
        ? t``
        : t`; ${h.second.length === 1 ? 'le sigue' : 'le siguen'} ${list(h.second.map((r) => t`${r.name} con ${shortRatio(r)}`))}`
    return t`${against}, ${one.name} tuvo la tasa más alta: ${counted(one.n)} frente a ${one.base} ${one.base.value === 1 ? 'caso' : 'casos'}, ${the(one.share)}${second}.`
  },
  lowest: (l) => {
    const [one, ...others] = l.first
    if (one === undefined) return t``
    const at = date(l.dates.base)
    if (others.length > 0)
      return t`En el otro extremo, ${names(l.first.map((r) => r.name))} comparten la tasa más baja, ${the(one.share)}: ${list(l.first.map((r) => t`${counted(r.n)} frente a ${r.base} ${pendingCases(r.base)}`))} al ${at}.`
    const second =
      l.second.length === 0
        ? t``
        : t`; ${l.second.length === 1 ? 'la siguiente más baja es la de' : 'las siguientes más bajas son las de'} ${list(l.second.map((r) => t`${r.name} con ${shortRatio(r)}`))}`
    return t`En el otro extremo, ${one.name} tuvo ${counted(one.n)} frente a ${one.base} ${pendingCases(one.base)} al ${at}, ${the(one.share)}${second}.`
  },
  lowestNone: (r, { base }) =>
    t`En el otro extremo, varias no tuvieron cierre alguno; la mayor de ellas es ${r.name}: ${counted(r.n)} frente a ${r.base} ${pendingCases(r.base)} al ${date(base)}.`,
  courts: (c) => {
    if (c.only) return t`${names(c.first.names)} es la única corte con alguno: ${counted(c.first.n)}.`
    const rest = leaders(c.rest)
    const several = c.first.names.length > 1
    const followed =
      c.rest.length === 0
        ? t``
        : t`; ${several ? 'les' : 'le'} ${c.rest.length > 1 || (c.rest[0]?.names.length ?? 0) > 1 ? 'siguen' : 'sigue'} ${rest}`
    return t`De todas las cortes, ${names(c.first.names)} ${several ? 'registraron' : 'registró'} el mayor número de cierres, ${c.first.n}${eachOf(c.first.names, ' cada una')}${followed}.`
  },
  courtsBefore: (c) =>
    c.same
      ? t`Las mismas encabezaban la lista al ${date(c.date)}, en el mismo orden: ${leaders(c.items)}.`
      : t`Al ${date(c.date)} encabezaban la lista ${leaders(c.items)}.`,
  locations: ({ first, rest }) => {
    const several = first.names.length > 1
    const many = rest.length > 1 || (rest[0]?.names.length ?? 0) > 1
    const followed =
      rest.length === 0
        ? t``
        : t`; ${several ? 'les' : 'le'} ${many ? 'siguen' : 'sigue'} ${leaders(rest, ' cada uno')}`
    return t`De todos los lugares de audiencia, ${names(first.names)} ${several ? 'registraron' : 'registró'} el mayor número de cierres, ${first.n}${eachOf(first.names, ' cada uno')}${followed}.`
  },
  admin: (a) => {
    const which = {
      all: t`Los ${counted(a.all)} fueron todos`,
      most: t`La mayoría de los ${counted(a.all)}, ${a.n} (${the(a.share)}), fueron`,
      some: t`De los ${counted(a.all)}, ${a.n} (${the(a.share)}) fueron`,
    }
    return t`${which[a.part]} cierres administrativos: la corte aparta el caso sin decidirlo, y este puede volver al calendario.`
  },
  terminated: (k) =>
    k.rest
      ? t`Los otros ${k.n} (${the(k.share)} de los ${k.all}) fueron terminaciones: el juez o la jueza pone fin al procedimiento.`
      : t`De los ${k.all}, ${k.n} (${the(k.share)}) fueron terminaciones: el juez o la jueza pone fin al procedimiento.`,
  noTerminations: () =>
    t`Esta publicación no contiene terminaciones por discreción procesal (código I), de modo que faltan en todas estas cifras.`,
  onlyRelease: () =>
    t`Aquí no hay una publicación de datos anterior, de modo que este informe no puede mostrar qué se ha corregido.`,
  notComparable: ({ release, date: day }) =>
    t`La publicación ${release}, la anterior, no tiene cifra al ${date(day)} con la cual comparar.`,
  revised: {
    up: (r) =>
      t`La cifra al ${date(r.date)} se corrigió al alza: ${r.now}, frente a ${r.was} en la publicación ${r.release}.`,
    down: (r) =>
      t`La cifra al ${date(r.date)} se corrigió a la baja: ${r.now}, frente a ${r.was} en la publicación ${r.release}.`,
    same: (r) => t`La cifra al ${date(r.date)} es la misma que en la publicación ${r.release}: ${r.now}.`,
  },
  baseRevised: {
    up: (r) =>
      t`El número de casos pendientes al ${date(r.date)} se corrigió al alza: ${r.now}, frente a ${r.was} en la publicación ${r.release}.`,
    down: (r) =>
      t`El número de casos pendientes al ${date(r.date)} se corrigió a la baja: ${r.now}, frente a ${r.was} en la publicación ${r.release}.`,
    same: (r) =>
      t`El número de casos pendientes al ${date(r.date)} es el mismo que en la publicación ${r.release}: ${r.now}.`,
  },
  notes: {
    definition: ({ asOf }) =>
      `Un cierre por DP es un cierre que la corte marcó como discreción procesal: un cierre administrativo con código Y o M, o una terminación con código I, con fecha hasta el ${date(asOf)}. Quedan fuera los casos en que no se presentó el documento de cargos (código F) y los simples traslados a otra corte (códigos C y T). Son los registros de las cortes. El Servicio de Inmigración y Control de Aduanas (ICE) cuenta sus propios actos, como los casos revisados y los cierres ofrecidos, y sus cifras son distintas.`,
    comparison: ({ base }) =>
      `Es una comparación, no una parte de los casos pendientes: un caso que ingresó después del ${date(base)} y luego se cerró cuenta entre los cierres, pero no entre los pendientes de ese día.`,
    days: () =>
      'Desde el ingreso del caso hasta el cierre; entre paréntesis, el número de cierres cuya fecha de ingreso se conoce.',
    place: () =>
      'La corte es la que cerró el caso; para los casos pendientes, la que lo tenía en la fecha base. Las cortes conocen de casos distintos, así que estas cifras no comparan cortes ni jueces.',
    late: (months) => `Se espera que las anotaciones tardías eleven las cifras de ${months}.`,
  },
  tables: {
    closures: 'Cierres por DP',
    base: 'Pendientes',
    share: 'Relación',
    nationality: {
      title: 'Cierres por DP, por nacionalidad',
      about: (largest, base) =>
        `${largest === undefined ? 'Todas las nacionalidades' : `Las ${formatNumber(largest, 'es')} nacionalidades con más casos pendientes`}, por número de cierres; primero las que nombra el texto. Pendientes: al ${date(base)}. Relación: cierres frente a pendientes.`,
      others: (n) => (n === 1 ? 'La otra nacionalidad' : `Las otras ${formatNumber(n, 'es')} nacionalidades`),
    },
    court: {
      title: 'Cierres por DP, por corte',
      about: (base) =>
        `Las cortes por número de cierres. Pendientes: al ${date(base)}. Relación: cierres frente a pendientes.`,
      others: (n) => (n === 1 ? 'La otra corte' : `Las otras ${formatNumber(n, 'es')} cortes`),
    },
    location: {
      title: 'Cierres por DP, por corte y lugar de audiencia',
      about: (base) =>
        `Cada corte y luego sus lugares de audiencia, por número de cierres. Pendientes: al ${date(base)}. Relación: cierres frente a pendientes.`,
      others: (n) =>
        n === 1 ? 'El lugar de audiencia' : `Los ${formatNumber(n, 'es')} lugares de audiencia, corte por corte`,
    },
    kind: {
      title: 'Cierres por DP, por código',
      column: 'Código y lo que significa',
      about: (asOf) => `Tipo de caso, clase y código tal como se publican, contados hasta el ${date(asOf)}.`,
    },
  },
  figure: {
    title: (high, low) =>
      `En relación con sus casos pendientes, ${high} es la que más cierres tiene y ${low} la que menos`,
    titlePlain: 'Cierres por DP en relación con los casos pendientes, por nacionalidad',
    about: (base, all) =>
      `Cierres por DP como porcentaje de los casos pendientes al ${date(base)}, nacionalidades nombradas en el texto. Línea discontinua: todas las nacionalidades, ${all}.`,
    alt: (high, highShare, low, lowShare, all) =>
      `Gráfico de puntos. El más alto es ${high} con ${highShare}, el más bajo ${low} con ${lowShare}; todas las nacionalidades juntas tienen ${all}.`,
    altPlain: (highShare, lowShare, all) =>
      `Gráfico de puntos. Los porcentajes van de ${lowShare} a ${highShare}; todas las nacionalidades juntas tienen ${all}.`,
  },
}
