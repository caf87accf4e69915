import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRecord } from '../../site/library/record.ts'
import { Search, searchable } from '../../site/library/search.ts'

/**
 * The search of the library over 10,000 records: the records of the clone again and again, each with words of its own.
 * `node bench/library/run.ts [RECORDS]` prints the median of 25 answers for each question, in processor and in wall time.
 */
const folder = join(import.meta.dirname, '../../site/library/records')
const records = readdirSync(folder).map((name) =>
  readRecord(`site/library/records/${name}`, JSON.parse(readFileSync(join(folder, name), 'utf8'))),
)
const size = Number(process.argv[2] ?? 10_000)
const many = Array.from({ length: size }, (_, i) => {
  const record = records[i % records.length]
  if (record === undefined) throw new Error('no records')
  return { ...searchable(record, [`copy${i}`]), id: `${record.id}-${i}` }
})

const questions = [
  'exercise ofprosecutorial',
  'exer cise of prosecu torial discretion',
  'administrative closure',
  'recalendaring motions',
  'cierres administrativos',
  'memo',
  'Avetisyan',
]
const runs = 25
const median = (times: readonly number[]): string => (times.toSorted((a, b) => a - b)[12] ?? 0).toFixed(1)

const began = performance.now()
const search = new Search(many)
console.log(`${size} records indexed in ${(performance.now() - began).toFixed(0)} ms`)
for (const question of questions) {
  const [cpu, wall]: [number[], number[]] = [[], []]
  let found = 0
  for (let i = 0; i < runs; i += 1) {
    const [from, at] = [process.cpuUsage(), performance.now()]
    found = search.find(question)?.length ?? 0
    wall.push(performance.now() - at)
    const used = process.cpuUsage(from)
    cpu.push((used.user + used.system) / 1000)
  }
  console.log(`${question}: ${found} found, ${median(cpu)} ms of processor, ${median(wall)} ms`)
}
