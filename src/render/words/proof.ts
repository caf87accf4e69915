import type { Language } from '#catalog'

const en = {
  compare: 'Compare two definitions',
  counts: (name: string, value: string): string => `${name}: ${value}`,
  reason: 'Why',
  onlyIn: (name: string): string => `Only in ${name}`,
  difference: 'Difference',
  both: 'Counted by both',
  sum: 'All reasons',
  nothing: 'Both count the same things here.',
  balance: 'What came, what left, what does not add up',
  before: 'Before',
  now: 'At the end',
  residue: 'Residue',
  whole: 'All courts',
}
const es: typeof en = {
  compare: 'Comparar dos definiciones',
  counts: (name, value) => `${name}: ${value}`,
  reason: 'Por qué',
  onlyIn: (name) => `Solo en ${name}`,
  difference: 'Diferencia',
  both: 'Contados por ambas',
  sum: 'Todas las razones',
  nothing: 'Aquí ambas cuentan lo mismo.',
  balance: 'Lo que llegó, lo que salió y lo que no cuadra',
  before: 'Antes',
  now: 'Al final',
  residue: 'Residuo',
  whole: 'Todas las cortes',
}

/** Words for bridges between definitions and for balances. */
export function proofWordsIn(language: Language): typeof en {
  return language === 'es' ? es : en
}
