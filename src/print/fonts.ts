import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

let known: string | undefined

/** The typeface of drawings as a style that needs no file. */
export function fontFaces(): string {
  known ??= faceOf('@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2')
  return known
}

function faceOf(file: string): string {
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(file)))
  return `@font-face{font-family:'Public Sans';font-weight:100 900;src:url(data:font/woff2;base64,${bytes.toString('base64')})}`
}
