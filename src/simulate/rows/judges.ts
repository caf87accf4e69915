import { random } from '../base/random.ts'

export interface Judge {
  readonly code: string
  readonly name: string
  readonly court: string
}

/** The bench: invented people, some to each court. */
export class Judges {
  readonly all: readonly Judge[]
  readonly #byCourt: Map<string, Judge[]>

  constructor(courts: Iterable<string>, seed: number) {
    const rng = random(seed, 77)
    const all: Judge[] = []
    for (const court of courts) {
      const bench = 3 + Math.floor(rng() * 5)
      for (let i = 0; i < bench; i += 1) all.push({ code: codeOf(all.length), name: nameOf(all.length), court })
    }
    this.all = all
    this.#byCourt = Map.groupBy(all, (judge) => judge.court)
  }

  /** The judge of a proceeding; a court without a bench has none. */
  codeAt(court: string, proceeding: number): string {
    const bench = this.#byCourt.get(court) ?? []
    return bench[proceeding % Math.max(1, bench.length)]?.code ?? ''
  }
}

function codeOf(n: number): string {
  const letter = (at: number) => String.fromCharCode(65 + (at % 26))
  return letter(Math.floor(n / 676) + 9) + letter(Math.floor(n / 26)) + letter(n * 7)
}

const family =
  'Abbott Barlow Castell Dunmore Ellery Fairbank Garrow Hollis Ivers Jessup Kendrick Larkwood Merrow Norwell Oakes Penhallow Quillan Rushford Selwyn Thorne Underhill Vance Wexler Yardley'.split(
    ' ',
  )
const given =
  'Ada Bram Clara Dorian Edith Felix Greta Hugo Iris Jonas Karin Lionel Mabel Nestor Olive Percy Rhoda Silas Thea Ulric Vera Wilmot'.split(
    ' ',
  )

function nameOf(n: number): string {
  const initial = String.fromCharCode(65 + ((n * 5) % 26))
  return `${family[n % family.length]}, ${given[(n * 3 + Math.floor(n / family.length)) % given.length]} ${initial}.`
}
