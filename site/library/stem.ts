/**
 * Endings of English and Spanish words, the longer first: what is left finds `closed` by `closures`, `vigentes` by
 * `vigencia`. Light on purpose: a wrong cut finds a few texts more, and those come last.
 */
const endings = [
  ...[
    'aciones',
    'iciones',
    'amiento',
    'imiento',
    'acion',
    'icion',
    'iones',
    'iendo',
    'ando',
    'mente',
    'encia',
    'entes',
  ],
  ...['ente', 'ados', 'adas', 'idos', 'idas', 'ado', 'ada', 'ido', 'ida', 'ations', 'ation', 'ions', 'ion', 'ements'],
  ...[
    'ement',
    'ments',
    'ment',
    'ings',
    'ing',
    'ures',
    'ure',
    'ally',
    'als',
    'ary',
    'ies',
    'al',
    'ed',
    'ers',
    'er',
    'ly',
  ],
  ...['ar', 'ir', 'es', 'as', 'os', 's', 'e', 'a', 'o', 'y'],
].toSorted((a, b) => b.length - a.length)

/** Shorter words and shorter stems say too little. */
const shortest = { word: 5, stem: 4 }

/** What a squashed word has in common with its other forms; the word itself where nothing can be cut. */
export function stemOf(term: string): string {
  if (term.length < shortest.word || /\d/.test(term)) return term
  const ending = endings.find((e) => term.endsWith(e) && term.length - e.length >= shortest.stem)
  return ending === undefined ? term : term.slice(0, -ending.length)
}
