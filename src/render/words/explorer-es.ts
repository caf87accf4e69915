import { formatNumber } from '../format.ts'
import type { ExplorerWords } from './explorer-en.ts'

const n = (value: number) => formatNumber(value, 'es')

/** Un día lleva artículo; un mes o un año, no. */
const isDay = (period: string) => /^\d{1,2}\s/.test(period)
const since = (period: string) => `desde ${isDay(period) ? 'el ' : ''}${period}`
const until = (period: string) => `hasta ${isDay(period) ? 'el ' : ''}${period}`

/** Los rótulos y frases de las herramientas en español. El texto entre ** va en negrita. */
export const explorerEs: ExplorerWords = {
  mean: 'Media',
  parts: {
    median: 'mediana',
    p90: 'percentil 90',
    n: 'número',
    numerator: 'numerador',
    denominator: 'base',
  },
  countedChoice: 'Qué se cuenta',
  asOne: (many) => many,
  says: {
    flow: (subject, count, unit, qualifiers, from, to) =>
      `${subject}: **${count}** ${unit}${qualifiers} ${since(from)} ${until(to)}`,
    flowUpTo: (subject, count, unit, qualifiers, to) => `${subject}: **${count}** ${unit}${qualifiers} ${until(to)}`,
    stock: (subject, count, unit, qualifiers, day) => `${subject}: **${count}** ${unit}${qualifiers} al ${day}`,
    rate: (subject, name, share, of, base, qualifiers, when) =>
      `${subject}: ${name} del **${share}**${qualifiers}, ${of} de ${base} ${when}`,
    days: (subject, name, mean, median, p90, cases, when) =>
      `${subject}: **${mean}** ${name} en promedio ${when}; la mitad de los ${cases} tardó ${median} o menos, y uno de cada diez, más de ${p90}`,
    besideRate: (name, share) => `. ${name}: **${share}**`,
    besideCount: (name, count) => `. ${name}: ${count}`,
    besideDays: (name, mean, median) => `. ${name}: ${mean} en promedio, mediana ${median}`,
    country: (value) => ` En el país: ${value}.`,
    missing: (subject, name, reason) => `${subject}: ${name}, sin cifra aquí (${reason}).`,
    between: (from, to) => `${since(from)} ${until(to)}`,
    upTo: (to) => until(to),
    onDay: (day) => `al ${day}`,
    no: '0',
    smallBase: (base) => ` La base es pequeña (${base}): lea el recuento y no el porcentaje.`,
  },
  draw: {
    legend: 'Dibujo',
    open: 'dibujado con',
    kinds: {
      bars: 'barras',
      lines: 'una línea',
      multiples: 'gráficos pequeños, uno junto a otro',
      dots: 'puntos con su intervalo',
      map: 'un mapa por estado',
    },
    kindShort: {
      bars: 'gráfico de barras',
      lines: 'gráfico de líneas',
      multiples: 'gráficos pequeños',
      dots: 'gráfico de puntos',
      map: 'mapa',
    },
    grain: 'Por',
    grains: { month: 'mes', fiscal_year: 'año fiscal', calendar_year: 'año calendario' },
    unit: 'Mostrado como',
    units: { number: 'número', percent: 'porcentaje del total', index: 'índice, primer período = 100' },
    unitShort: { number: '', percent: 'porcentaje del total', index: 'índice, primer período = 100' },
    split: 'Comparar',
    noSplit: 'nada: una sola serie',
    splitBy: (name) => `por ${name}`,
    splitHint: (most) => `Dibuja los valores del filtro, hasta ${most}; si hay menos de dos, los mayores.`,
    by: (what, grain) => `${what} por ${grain}`,
    across: (what, dimension) => `${what} por ${dimension}`,
    interval:
      'La barra que cruza un punto contiene la tasa verdadera en diecinueve de cada veinte casos como este (Wilson). Un punto hueco tiene menos casos que la base mínima.',
    noInterval: 'Un recuento no tiene intervalo: es todo lo que hay en la publicación.',
    classes: 'Cinco clases; los cortes figuran debajo.',
    classRange: (from, to) => `de ${from} a ${to}`,
    noneThere: 'ninguno',
    mapTitle: 'Lo mismo en un mapa: cada casilla es un estado o territorio',
    rankedTitle: 'En orden',
    elsewhere: 'Sin corte propia; los casos se oyen en otro lugar o por video.',
    tooFew: 'muy pocos para calcular una tasa',
    base: (count) => `n = ${count}`,
    provisional: 'provisional',
    eventsAll: 'Todos los documentos de ese tiempo en la biblioteca',
    otherEvents: (count) => (count === 1 ? '1 hecho más' : `${n(count)} hechos más`),
    empty: 'No hay nada que dibujar: ninguna fila corresponde.',
    about: (what, list) => `${what}. ${list}`,
    latest: (name, value, when) => `${name}: ${value} (${when})`,
    walked: (series, period, value) => `${series}, ${period}: ${value}`,
    change: (by, percent) =>
      percent === undefined
        ? `, ${by} respecto del período anterior`
        : `, ${by} (${percent}) respecto del período anterior`,
    hint: 'Las flechas izquierda y derecha recorren los períodos, arriba y abajo cambian de serie, Inicio y Fin saltan a los extremos, Intro muestra solo ese período, Escape sale.',
    periodColumn: 'Período',
    peak: (when, value) => `El valor más alto fue en ${when}: ${value}.`,
    lowest: (when, value) => `El más bajo fue en ${when}: ${value}.`,
    lastTwo: (before, was, last, is) => `Los dos últimos completos: ${before}, ${was}; ${last}, ${is}.`,
  },
  take: {
    citeAs: 'Como texto',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON',
    seen: 'Lo que se ve',
    all: 'Todas las filas',
    figure: 'La figura',
    everything: 'Todo lo de esta página',
    picture: 'El gráfico como imagen',
    svg: 'SVG',
    png: 'PNG',
    embed: 'Insertar',
    embedHint: 'Pegue esto donde deba ir la figura. Muestra las cifras más recientes; agregue release= para fijarlas.',
    embedCode: 'Código',
    oembed: 'Dirección oEmbed',
    follow: 'Seguir',
    followHint: 'Un canal Atom con una entrada por publicación: la respuesta a esta misma pregunta.',
    feed: 'Canal Atom',
    print: 'Imprimir',
    source: (release, asOf) => `Fuente: datos de casos de la EOIR, publicación ${release}, al ${asOf}. opendocket.`,
    sourceSynthetic: (release, asOf) => `DATOS SINTÉTICOS, publicación ${release}, al ${asOf}. opendocket.`,
    receipt: (receipt) => `Recibo ${receipt}`,
    openTool: 'Abrir en opendocket',
  },
  panes: {
    add: 'Agregar un panel',
    remove: (name) => `Quitar el panel ${name}`,
    addHint: 'Hasta cinco listas, una junto a otra.',
    rank: 'por nombre; una tasa necesita su base',
    nothing: 'Ninguna fila corresponde a estos filtros.',
  },
  empty: {
    all: 'Nada corresponde a todos estos filtros juntos.',
    because: (filter, count) => `Sin «${filter}» hay ${count}.`,
    drop: (filter) => `Quitar ${filter}`,
    near: (what, list) => `Con los demás filtros, lo mayor por ${what}: ${list}.`,
    period: 'Nada cae en este período.',
    wholePeriod: 'Ver todos los períodos',
  },
  definition: {
    title: 'Definición',
    usual: 'como la cuenta opendocket',
    other: 'otra definición',
    bridge: 'Qué tienen en común las definiciones y en qué se separan',
  },
  helpTitle: (tool) => `Ayuda: ${tool}`,
  help: 'ayuda',
  stale: (days) =>
    `La publicación más reciente aquí tiene ${n(days)} días. La EOIR publica cada mes: puede haber otra más nueva.`,
  releaseLog: 'Publicaciones',
  profile: {
    find: 'Buscar por nombre o código',
    all: 'En orden de casos pendientes',
    pending: 'Pendientes',
    look: 'Ver más de cerca',
    lastYear: (from, to) => `En los doce meses de ${from} a ${to}`,
    country: 'El país',
    part: 'Parte del país, o casos en que se basa',
  },
}
