/** What a reader of Spanish is told of an error: by its code, with the value that was wrong. */
export interface ErrorText {
  readonly title: (value: string) => string
  /** What is allowed, where the English says it in words; codes and dates in it stay as they are. */
  readonly allowed?: (given: string) => string
  readonly hint?: string
}

const digits = (text: string): readonly string[] => text.match(/\d[\d,]*/g) ?? []
const dates = (text: string): readonly string[] => text.match(/\d{4}-\d{2}-\d{2}/g) ?? []
const most = (given: string) => `como máximo ${digits(given)[0] ?? ''}`
const upTo = (given: string) => `hasta el ${dates(given)[0] ?? ''}, la fecha de corte de la publicación`
const codes = (given: string) => {
  const [, count = '', where = ''] = /^one of (\d+) codes; see (.*)$/.exec(given) ?? []
  return count === '' ? given : `uno de ${count} códigos; véase ${where}`
}
const kinds = 'court=LOS,DEN o court=!LOS,!DEN'

/** Los errores en español, por su código. Cada código que una página puede mostrar está aquí. */
export const errorsEs: Readonly<Record<string, ErrorText>> = {
  'after-release': { title: (v) => `El período empieza después del fin de la publicación: ${v}.`, allowed: upTo },
  'bad-comparison': {
    title: (v) => `Así no se pueden comparar dos medidas: ${v}.`,
    allowed: (given) => given.replace('filters, ', 'filtros, '),
    hint: 'un puente es una sola suma: dos medidas, sin orden ni filas de tiempo',
  },
  'bad-date': { title: (v) => `Esto no es una fecha: ${v}.`, allowed: () => 'AAAA-MM-DD, como 2011-10-01' },
  'bad-flag': { title: (v) => `Este valor no sirve para totals: ${v}.`, allowed: () => '1 o 0' },
  'bad-limit': {
    title: (v) => `Esto no es un número de filas: ${v}.`,
    allowed: (given) => `de 1 a ${digits(given).at(-1) ?? ''}`,
  },
  'bad-month': { title: (v) => `Esto no es un mes: ${v}.`, allowed: () => 'AAAA-MM, como 2012-06' },
  'bad-number': {
    title: (v) => `Esto no es un número válido: ${v}.`,
    allowed: (given) => `un número entero de 1 a ${digits(given).at(-1) ?? ''}`,
  },
  'bad-period': {
    title: (v) => `Esto no es un período: ${v}.`,
    allowed: () =>
      'una fecha (2012-06-28), un mes (2012-06), un año calendario (2012) o un año fiscal (FY2012), de 1900 a 2199',
  },
  'bad-receipt': {
    title: () => 'Esto no es un recibo: le falta una parte o está cambiado.',
    allowed: () =>
      'un texto entero que empieza con od1; para una celda, seguido de #<fila>,<medida> o #totals,<medida>',
    hint: 'cópielo entero; empieza con od1',
  },
  'bad-parameter': { title: (v) => `Este parámetro no se entiende: ${v}.` },
  'base-outside': { title: (v) => `La fecha base queda después del fin de la publicación: ${v}.`, allowed: upTo },
  'busy-printing': {
    title: () => 'Ya se están imprimiendo demasiados archivos.',
    allowed: (given) => `${digits(given)[0] ?? ''} a la vez`,
    hint: 'pida de nuevo en un minuto o imprima la página desde su navegador',
  },
  'damaged-build': {
    title: (v) => `El manifiesto de la publicación ${v} está dañado.`,
    hint: 'cárguela de nuevo: opendocket ingest RELEASE.zip',
  },
  'date-outside': {
    title: (v) => `Este informe no se puede hacer al ${v}.`,
    allowed: (given) => {
      const [first = '', last] = dates(given)
      return last === undefined
        ? `el ${first}, el último día de la publicación`
        : `desde el ${first}, cuando empieza la cuenta, hasta el ${last}, el último día de la publicación`
    },
    hint: 'para otro día elija otra publicación',
  },
  'empty-packet': {
    title: () => 'Una carpeta sin documentos.',
    allowed: () => 'id=… por cada documento verificado de la biblioteca',
    hint: 'elija documentos en /library/packet',
  },
  'filter-not-applicable': {
    title: (v) => `Lo que se cuenta no se puede filtrar así: ${v}.`,
    hint: 'quite ese filtro de la dirección',
  },
  'mixed-filter': {
    title: (v) => `Un filtro incluye o excluye, nunca las dos cosas: ${v}.`,
    allowed: () => kinds,
    hint: 'escriba todos los valores con ! o ninguno',
  },
  'no-chromium': {
    title: () => 'Este servidor no puede escribir PDF: no tiene Chromium.',
    allowed: () => '',
    hint: 'imprima la página desde su navegador',
  },
  'no-such-download': { title: (v) => `Una publicación no tiene este archivo: ${v}.` },
  'still-counting': {
    title: (v) => `Todavía se está contando: ${v}.`,
    allowed: (given) => given.replace('measures over', 'medidas sobre'),
    hint: 'las primeras cifras se publican antes de leer la publicación entera; pregunte de nuevo en unos minutos',
  },
  'never-summed': {
    title: (v) => `Esto no se puede pedir: ${v}.`,
    allowed: () =>
      'una existencia se suma entre lugares, nunca en el tiempo; una tasa o una media nunca se promedia ni se suma',
    hint: 'pida la medida misma; `by=month` da cada mes y `totals=1` el total',
  },
  'no-bridge': {
    title: (v) => `Ningún puente lleva a ${v}: no se cuentan las mismas cosas de la misma manera.`,
    allowed: (given) => given.replace('nothing beside', 'nada junto a'),
    hint: 'pida las dos medidas en una consulta',
  },
  'no-measure': {
    title: () => 'Una consulta necesita al menos una medida.',
    hint: 'por ejemplo measures=pd_closures&by=court',
  },
  'no-member': { title: (v) => `Diga cuál: ${v}.` },
  'no-release': {
    title: () => 'Aún no hay ninguna publicación.',
    hint: 'cargue una: opendocket ingest RELEASE.zip',
  },
  'no-such-cell': { title: () => 'La respuesta no tiene esa celda.' },
  'no-such-release': { title: (v) => `No existe la publicación ${v}.` },
  'not-applicable': { title: (v) => `Lo que se cuenta no tiene ${v}.`, hint: 'quítelo de la dirección' },
  'not-compared': {
    title: (v) => `Estas publicaciones no se han comparado: ${v}.`,
    hint: 'quien opera este servidor puede compararlas: opendocket releases compare',
  },
  'not-embeddable': {
    title: (v) => `Esta dirección no se puede insertar: ${v}.`,
    allowed: () => 'la dirección de una herramienta de este sitio: /tools/pd_closures?court=LOS',
  },
  'nothing-to-compare': {
    title: (v) => `No hay un número que comparar: ${v}.`,
    allowed: () => 'un periodo y una publicación en los que ambas se cuentan',
    hint: 'pida esa medida sola: la respuesta dice por qué falta',
  },
  'older-build': {
    title: (v) => `Una versión anterior de opendocket preparó la publicación ${v}.`,
    hint: 'cárguela de nuevo: opendocket ingest RELEASE.zip',
  },
  'open-bridge': {
    title: () => 'Las razones no suman la diferencia. Es un error nuestro.',
    hint: 'avísenos con la consulta',
  },
  'period-backwards': { title: (v) => `Este período termina antes de empezar: ${v}.` },
  'time-filter': { title: (v) => `${v} no puede ser un filtro.`, hint: 'use from= y to=' },
  'too-long': { title: () => 'Esta consulta es demasiado larga.', allowed: most },
  'too-many': { title: (v) => `Demasiados: ${v}.`, allowed: most },
  'too-many-dimensions': { title: (v) => `Demasiadas dimensiones: ${v}.`, allowed: most },
  'too-many-measures': { title: () => 'Demasiadas medidas.', allowed: most },
  'too-many-panes': { title: (v) => `Demasiados paneles: ${v}.`, allowed: () => 'de 2 a 5', hint: 'quite algunos' },
  'too-many-values': {
    title: (v) => `Demasiados valores en el filtro ${v}.`,
    allowed: most,
    hint: 'quite el filtro o elija menos valores',
  },
  'two-times': { title: (v) => `Una sola dimensión de tiempo a la vez: ${v}.` },
  'unknown-balance': { title: (v) => `No existe el balance ${v}.` },
  'unknown-choice': { title: (v) => `Esto no es una opción: ${v}.`, hint: 'elija una de las permitidas' },
  'unknown-code': { title: (v) => `Código desconocido: ${v}.`, allowed: codes },
  'unknown-court': { title: (v) => `No existe la corte ${v}.` },
  'unknown-dimension': { title: (v) => `Dimensión desconocida: ${v}.` },
  'unknown-fate': { title: (v) => `Ninguna fila tiene esa suerte: ${v}.` },
  'unknown-format': { title: (v) => `No se ofrece en ese formato: ${v}.` },
  'unknown-language': { title: (v) => `Idioma desconocido: ${v}.` },
  'unknown-measure': { title: (v) => `Medida desconocida: ${v}.` },
  'unknown-pane': { title: (v) => `No existe ese panel: ${v}.`, hint: 'omita pane para obtener el primero' },
  'unknown-parameter': { title: (v) => `Parámetro desconocido: ${v}.`, hint: 'quítelo de la dirección' },
  'unknown-part': { title: (v) => `Esta página no tiene la tabla ${v}.` },
  'unknown-record': {
    title: (v) => `No existe el documento ${v} en la biblioteca.`,
    hint: 'busque en la biblioteca una palabra del título',
  },
  'unknown-report': { title: (v) => `No existe el informe ${v}.` },
  'unknown-sort column': { title: (v) => `No se puede ordenar por ${v}.` },
  'unknown-table': { title: (v) => `No existe esa tabla en la comparación: ${v}.` },
  'unknown-tool': { title: (v) => `No existe la herramienta ${v}.` },
  'unknown-value': { title: (v) => `Valor desconocido: ${v}.` },
  'unknown-word': { title: (v) => `Esta página no conoce la palabra «${v}».`, hint: 'quítela de la dirección' },
}
