import type { Language } from '#catalog'

const en = {
  title: 'Factor worksheets',
  lead: 'Tick what applies to a case, under the instrument that is in force on a date, and print the list for the file or for a request letter.',
  rule: 'This is a list, not a score. The memos say that no single factor decides, and lists of different instruments are never put together.',
  device: 'What you tick stays on this device and is not sent.',
  on: 'In force on',
  show: 'Show',
  all: 'All instruments with factors',
  none: (date: string) =>
    `No instrument with a factor list is recorded as in force on ${date}. Choose another date, or an instrument below.`,
  notInForce: (date: string) => `Not in force on ${date}, or not known to be. The list is of its time.`,
  unverified: 'Not verified: check every item against the text before you use it.',
  partly: 'Partly verified:',
  wording: 'The items are in short wording of our own. In a filing, quote the text of the instrument.',
  exhaustive: 'The list is complete.',
  open: 'The list is not exhaustive: other things may count.',
  print: 'Print the ticked items',
  clear: 'Clear the ticks',
  categories: 'Classes named',
  ticked: (n: number) => (n === 1 ? '1 item ticked' : `${n} items ticked`),
  printed: (date: string) => `Printed under the instruments in force on ${date}.`,
  matter: 'Matter',
  notAdvice: 'Not legal advice.',
}

const es: typeof en = {
  title: 'Hojas de factores',
  lead: 'Marque lo que se aplica a un caso, según el instrumento vigente en una fecha, e imprima la lista para el expediente o una carta de solicitud.',
  rule: 'Es una lista, no un puntaje. Los memorandos dicen que ningún factor decide por sí solo, y las listas de distintos instrumentos nunca se juntan.',
  device: 'Lo que marque queda en este aparato y no se envía.',
  on: 'Vigente el',
  show: 'Mostrar',
  all: 'Todos los instrumentos con factores',
  none: (date) =>
    `No consta ningún instrumento con lista de factores vigente el ${date}. Elija otra fecha o un instrumento de abajo.`,
  notInForce: (date) => `No vigente el ${date}, o no consta que lo esté. La lista es de su época.`,
  unverified: 'Sin verificar: compruebe cada punto con el texto antes de usarlo.',
  partly: 'Verificado en parte:',
  wording:
    'Los puntos llevan redacción breve nuestra, traducida por nosotros: los textos oficiales están en inglés. En un escrito, cite el texto del instrumento.',
  exhaustive: 'La lista es completa.',
  open: 'La lista no es exhaustiva: puede contar algo más.',
  print: 'Imprimir lo marcado',
  clear: 'Quitar las marcas',
  categories: 'Clases nombradas',
  ticked: (n) => (n === 1 ? '1 punto marcado' : `${n} puntos marcados`),
  printed: (date) => `Impreso según los instrumentos vigentes el ${date}.`,
  matter: 'Asunto',
  notAdvice: 'No es asesoría legal.',
}

export function factorWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
