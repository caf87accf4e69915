import decode from 'qr/decode.js'
import { describe, expect, test } from 'vitest'
import { qrOf } from './qr.ts'

/** What a camera sees of a path: grey squares of four pixels a module. */
function pictureOf({ size, path }: { readonly size: number; readonly path: string }) {
  const scale = 4
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++) {
      for (let px = Number(x) * scale; px < (Number(x) + Number(length)) * scale; px++)
        data.fill(0, (py * width + px) * 4, (py * width + px) * 4 + 3)
    }
  }
  return { width, height: width, data }
}

describe('an address as a QR code', () => {
  test.each([
    'http://127.0.0.1:8080/',
    'https://docket.example.org/es/tools/pd_closures?court=LOS&from=2011-10&to=2012-06-28&release=2026-10',
    'https://docket.example.org/tools/pd_closures?nationality=!MX,!GT&panes=court,nationality&sort=-pd_closures&q=ñandú',
  ])('%s is read back', (address) => {
    const code = qrOf(address)
    expect(code).toBeDefined()
    if (code !== undefined) expect(decode(pictureOf(code))).toBe(address)
  })

  test('an address that no small square can hold has none', () => {
    expect(qrOf(`https://docket.example.org/?q=${'a'.repeat(500)}`)).toBeUndefined()
  })
})
