import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printedPages } from '../docs/print.ts'

const docs = join(import.meta.dirname, '..', 'docs')

test('pages printed from the code are what the code says now (npm run docs prints them anew)', async () => {
  for (const [file, text] of Object.entries(await printedPages()))
    expect(readFileSync(join(docs, file), 'utf8'), file).toBe(text)
})
