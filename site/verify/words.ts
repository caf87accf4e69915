import type { Language } from '../../src/catalog/index.ts'

const en = {
  title: 'Check a number',
  lead: 'A receipt names a number: its question, the release it was counted in, and the definitions used. Here the number is counted anew.',
  label: 'Receipt',
  where:
    'Receipts stand under every figure and in every file. A cell of a table is named by its row and column: od1…#0,pd_closures.',
  go: 'Count anew',
  match: (release: string) =>
    `It matches. Counted anew in release ${release}, every number is the one that the receipt names.`,
  value: (value: string, release: string) =>
    `It matches. Counted anew in release ${release}, the number is **${value}**.`,
  mismatch: 'It does not match.',
  cannot: 'It cannot be checked here.',
  /** What the check says in its own words, in English, by its code. */
  whys: undefined as Readonly<Record<string, string>> | undefined,
  question: 'The question',
  release: 'Release',
  receipt: 'The receipt',
  command: 'On your own machine',
  answer: 'The answer, counted anew',
  rows: (shown: string, all: string) => `The first ${shown} of ${all} rows.`,
  total: 'Total',
  asData: 'The answer as JSON',
  asVerdict: 'This check as JSON',
}

const es: typeof en = {
  title: 'Comprobar una cifra',
  lead: 'Un recibo identifica una cifra: su pregunta, la publicación en que se contó y las definiciones usadas. Aquí la cifra se cuenta de nuevo.',
  label: 'Recibo',
  where:
    'Hay un recibo debajo de cada figura y en cada archivo. La celda de una tabla se nombra por su fila y su columna: od1…#0,pd_closures.',
  go: 'Contar de nuevo',
  match: (release) =>
    `Coincide. Al contar de nuevo en la publicación ${release}, todas las cifras son las que identifica el recibo.`,
  value: (value, release) => `Coincide. Al contar de nuevo en la publicación ${release}, la cifra es **${value}**.`,
  mismatch: 'No coincide.',
  cannot: 'No se puede comprobar aquí.',
  whys: {
    definition_changed: 'la definición de una de las medidas cambió desde que se escribió el recibo',
    other_numbers:
      'la misma pregunta sobre la misma publicación da otras cifras que las del recibo; por favor, avísenos',
    release_not_here: 'la publicación del recibo no está en este servidor; cárguela y pregunte de nuevo',
    other_file: 'la publicación que aquí lleva ese nombre es otro archivo que el del recibo',
    carried_otherwise: 'el recibo se escribió con otros datos traídos de una publicación anterior',
  },
  question: 'La pregunta',
  release: 'Publicación',
  receipt: 'El recibo',
  command: 'En su propia máquina',
  answer: 'La respuesta, contada de nuevo',
  rows: (shown, all) => `Las primeras ${shown} de ${all} filas.`,
  total: 'Total',
  asData: 'La respuesta en JSON',
  asVerdict: 'Esta comprobación en JSON',
}

export function verifyWords(language: Language) {
  return language === 'es' ? es : en
}
