import { text } from 'node:stream/consumers'
import { fromBufferPromise } from './open-zip.ts'

/** Reads the sheets of an Excel workbook with nothing of ours: name → rows of cells as texts. */
export async function readWorkbook(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const files = await fromBufferPromise(Buffer.from(bytes))
  const read = async (name: string): Promise<string> => {
    const stream = await files.get(name)?.()
    return stream === undefined ? '' : text(stream)
  }
  const plain = (xml: string): string =>
    xml
      .replaceAll(/<[^>]*>/g, '')
      .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, e: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[e] ?? '&')
  const shared = [...(await read('xl/sharedStrings.xml')).matchAll(/<si>(.*?)<\/si>/gs)].map(([, si = '']) => plain(si))
  const names = [...(await read('xl/workbook.xml')).matchAll(/<sheet name="([^"]*)"/g)].map(([, n = '']) => plain(n))
  const sheets = new Map<string, string[][]>()
  for (const [i, name] of names.entries()) {
    const xml = await read(`xl/worksheets/sheet${i + 1}.xml`)
    const rows = [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
      const cells: string[] = []
      for (const [, column = '', attributes = '', body = ''] of row.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
      )) {
        const at = [...column].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
        if (/<f>/.test(body)) throw new Error(`a formula in ${name}: ${body}`)
        const value = /<v>(.*?)<\/v>/s.exec(body)?.[1] ?? ''
        cells[at] = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : plain(value)
      }
      return Array.from(cells, (cell) => cell ?? '')
    })
    sheets.set(name, rows)
  }
  return sheets
}
