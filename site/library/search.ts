import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { LibraryRecord } from './record.ts'
import { squash, termsOf } from './squash.ts'
import { stemOf } from './stem.ts'

/** The texts of a record that are searched, the weightier first. */
export interface Searchable {
  readonly id: string
  readonly title: string
  readonly names: string
  readonly summary: string
}

/** What is searched in a record: in both languages where we have both. */
export function searchable(record: LibraryRecord, words: readonly string[]): Searchable {
  return {
    id: record.id,
    title: record.title,
    names: [...record.alternate_titles, record.issuer, record.doc_number ?? '', record.citation, ...words].join(' · '),
    summary: record.summary,
  }
}

const phrase = (text: string) => `"${text.replaceAll('"', '""')}"`

/** Every third trigram of a word, and its last: enough to find the texts that may hold it. */
function trigramsOf(term: string): readonly string[] {
  const found: string[] = []
  for (let i = 0; i + 3 <= term.length; i += 3) found.push(term.slice(i, i + 3))
  return [...new Set([...found, term.slice(-3)])]
}

/**
 * Full text in memory. Two indexes: `words` ranks whole words, their beginnings and other forms; `letters` holds the squashed text in
 * trigrams and finds words that a scan joined or broke. A record is found when every word of the question is in one of them.
 */
export class Search {
  readonly #db = new DatabaseSync(':memory:')
  readonly #words: StatementSync
  readonly #forms: StatementSync
  readonly #letters: StatementSync
  readonly #ids: string[] = []
  readonly #squashed: string[] = []

  constructor(records: Iterable<Searchable>) {
    this.#db.exec(`
      CREATE VIRTUAL TABLE words USING fts5(title, names, summary, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
      CREATE VIRTUAL TABLE letters USING fts5(text, content = '', detail = none, tokenize = "trigram");
      BEGIN`)
    const word = this.#db.prepare('INSERT INTO words (rowid, title, names, summary) VALUES (?, ?, ?, ?)')
    const letter = this.#db.prepare('INSERT INTO letters (rowid, text) VALUES (?, ?)')
    for (const { id, title, names, summary } of records) {
      const { text } = squash(`${title} ${names} ${summary}`)
      const row = this.#ids.push(id) - 1
      this.#squashed.push(text)
      word.run(row, title, names, summary)
      letter.run(row, text)
    }
    this.#db.exec(
      `COMMIT; INSERT INTO words (words) VALUES ('optimize'); INSERT INTO letters (letters) VALUES ('optimize')`,
    )
    // Once a word has left few texts, only those are asked for; the + keeps the engine from asking for each by itself.
    const among = 'words MATCH ?1 AND (?2 IS NULL OR +rowid IN (SELECT value FROM json_each(?2)))'
    this.#words = this.#db.prepare(`SELECT rowid, bm25(words, 10, 4, 1) FROM words WHERE ${among}`)
    this.#forms = this.#db.prepare(`SELECT rowid FROM words WHERE ${among}`)
    this.#letters = this.#db.prepare('SELECT rowid FROM letters WHERE letters MATCH ?')
    this.#words.setReturnArrays(true)
    this.#forms.setReturnArrays(true)
    this.#letters.setReturnArrays(true)
  }

  /** Rows of texts, of those `among` which to look where that is known. */
  #rows(statement: StatementSync, ...asked: readonly (string | null)[]): readonly (readonly number[])[] {
    // With `setReturnArrays` a row is an array, which the types of node:sqlite do not know.
    return statement.all(...asked).map((row) => Object.values(row).map(Number))
  }

  #beginning(letters: string, among: string | null): Map<number, number> {
    return new Map(this.#rows(this.#words, `${phrase(letters)} *`, among).map(([row = 0, rank = 0]) => [row, rank]))
  }

  /** The texts with the word or its beginning; those with another form of it come behind them. */
  #byWords(term: string, among: string | null): Map<number, number> {
    const found = this.#beginning(term, among)
    const stem = stemOf(term)
    if (stem === term) return found
    if (found.size === 0) return this.#beginning(stem, among)
    for (const [row, rank] of this.#unranked(stem, among)) if (!found.has(row)) found.set(row, rank)
    return found
  }

  /** The texts with a beginning of a word, all alike: ranking takes longer than finding. */
  #unranked(letters: string, among: string | null): Map<number, number> {
    return new Map(this.#rows(this.#forms, `${phrase(letters)} *`, among).map(([row = 0]) => [row, 0]))
  }

  #byLetters(term: string): readonly number[] {
    if (term.length < 3) return [] // shorter than a trigram
    return this.#rows(this.#letters, trigramsOf(term).map(phrase).join(' AND '))
      .map(([row = 0]) => row)
      .filter((row) => this.#squashed[row]?.includes(term))
  }

  /** The ids of the records that hold every word of the question, best first; undefined when nothing was asked. */
  find(question: string): readonly string[] | undefined {
    const terms = termsOf(question)
    if (terms.length === 0) return undefined
    let found: Map<number, number> | undefined
    // The longest word first: it leaves the fewest.
    for (const term of terms.toSorted((a, b) => b.length - a.length)) {
      const among = found === undefined ? null : JSON.stringify([...found.keys()])
      // Beside a longer word, `of` says nothing of how well a text fits.
      const words = term.length <= 3 && found !== undefined ? this.#unranked(term, among) : this.#byWords(term, among)
      // Three letters lie in nearly every text: taken only for what is no word to the index, as `B-N-K-`.
      const anywhere = term.length > 3 || words.size === 0
      if (found === undefined) {
        found = words
        if (anywhere) for (const row of this.#byLetters(term)) if (!found.has(row)) found.set(row, 0)
        continue
      }
      for (const [row, rank] of found) {
        const more = words.get(row) ?? (anywhere && this.#squashed[row]?.includes(term) ? 0 : undefined)
        if (more === undefined) found.delete(row)
        else found.set(row, rank + more)
      }
    }
    const rows = found ?? new Map<number, number>()
    // The words as one run of letters: a phrase goes before scattered words. Only a short word can have kept it out.
    const whole = terms.join('')
    const kept = [...rows.keys()].filter((row) => this.#squashed[row]?.includes(whole))
    if (terms.length > 1)
      for (const row of terms.every((t) => t.length > 3) ? kept : this.#byLetters(whole))
        rows.set(row, (rows.get(row) ?? 0) - 10)
    return [...rows].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([row]) => this.#ids[row] ?? '')
  }
}
