import type { Language } from '#catalog'

const en = {
  compareTitle: (from: string, to: string) => `From ${from} to ${to}`,
  compareLead:
    'Two definitions count the same things differently. Each row below is a reason, counted in the data; all of them sum to the difference.',
  compareLink: 'Compare with another definition',
  with: 'Compare with',
  by: 'Told by',
  byReason: 'as written for each reason',
  fromLabel: 'From',
  toLabel: 'To',
  show: 'Show',
  filteredBy: 'Filtered by',
  clear: 'clear',
  measure: 'Measure',
  value: 'Value',
  period: (from: string, to: string) => `from ${from} to ${to}`,
  until: (to: string) => `up to ${to}`,
  on: (date: string) => `on ${date}`,
  plus: 'One number leads to the other',
  shares: 'Both are shares of',
  noPartners: 'No other definition counts the same things, so no bridge leads from here.',
  unwritten: 'No reasons are written down for this pair: the data say how many, not why.',
  json: 'JSON',
  check: 'check these numbers',
  balanceLink: 'Does the backlog add up? The balance of this release',
}
const es: typeof en = {
  compareTitle: (from, to) => `De ${from} a ${to}`,
  compareLead:
    'Dos definiciones cuentan las mismas cosas de otra manera. Cada fila es una razón, contada en los datos; todas suman la diferencia.',
  compareLink: 'Comparar con otra definición',
  with: 'Comparar con',
  by: 'Detallado por',
  byReason: 'lo que corresponde a cada razón',
  fromLabel: 'Desde',
  toLabel: 'Hasta',
  show: 'Mostrar',
  filteredBy: 'Filtrado por',
  clear: 'quitar',
  measure: 'Medida',
  value: 'Valor',
  period: (from, to) => `del ${from} al ${to}`,
  until: (to) => `hasta el ${to}`,
  on: (date) => `al ${date}`,
  plus: 'De un número al otro',
  shares: 'Ambas son proporciones de',
  noPartners: 'Ninguna otra definición cuenta las mismas cosas, así que ningún puente sale de aquí.',
  unwritten: 'Para este par no hay razones escritas: los datos dicen cuántos, no por qué.',
  json: 'JSON',
  check: 'comprobar estos números',
  balanceLink: '¿Cuadra la carga de casos? El balance de esta publicación',
}

/** The words of the methods room beyond those that the site shares. */
export function methodWords(language: Language): typeof en {
  return language === 'es' ? es : en
}
