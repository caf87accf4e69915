import type { Member, Source } from './open.ts'

async function textOf(member: Member | undefined): Promise<string> {
  if (member === undefined || member.size > 2 ** 20) return ''
  const pieces: Uint8Array[] = []
  for await (const piece of member.pieces()) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces).toString('latin1')
}

/** Table name in lower case → rows, from the release's own Count.txt. */
export async function expectedCounts(source: Source): Promise<Map<string, number>> {
  const text = await textOf(source.members.find((m) => m.name === 'count.txt'))
  const counts = new Map<string, number>()
  for (const line of text.replaceAll('\0', '').split(/\r?\n/)) {
    const [, name, rows] = /^\s*(\S+?)(?:\.csv)?\s+([\d,]+)\s*$/i.exec(line) ?? []
    const number = Number(rows?.replaceAll(',', ''))
    if (name !== undefined && Number.isSafeInteger(number)) counts.set(name.toLowerCase(), number)
  }
  return counts
}
