import type { Language } from '#catalog'

const en = {
  title: 'Packet',
  lead: 'Choose documents; the packet has contents, citations, dates, and the status of each on a date, ready to print or to save as PDF.',
  name: 'Title of the packet',
  make: 'Make the packet',
  unfit: 'Documents that are not verified cannot enter a packet and are not listed.',
  left: 'Left out, because not verified',
  contents: 'Contents',
  status: 'Status',
  asOf: (date: string, made: string) => `Status as of ${date}. Made on ${made}.`,
  other: 'Choose others',
  save: 'Save as PDF',
  printHint: 'or print this page: each sheet carries its number.',
}

const es: typeof en = {
  title: 'Carpeta',
  lead: 'Elija documentos; la carpeta lleva índice, citas, fechas y el estado de cada uno en una fecha, lista para imprimir o guardar en PDF.',
  name: 'Título de la carpeta',
  make: 'Hacer la carpeta',
  unfit: 'Los documentos sin verificar no pueden entrar y no figuran en la lista.',
  left: 'Excluidos por no estar verificados',
  contents: 'Índice',
  status: 'Estado',
  asOf: (date, made) => `Estado al ${date}. Hecha el ${made}.`,
  other: 'Elegir otros',
  save: 'Guardar en PDF',
  printHint: 'o imprima esta página: cada hoja lleva su número.',
}

/** The words of a packet. */
export function packetWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
