import { expect, it } from 'vitest'
import { csv } from './csv.ts'

it('quotes what needs it and leaves the rest', () => {
  expect(
    csv([
      ['a', 'b,c', 'd"e'],
      ['1.5', '', 'x\ny'],
    ]),
  ).toBe('a,"b,c","d""e"\r\n1.5,,"x\ny"\r\n')
})

it('keeps a formula a text, and a negative number a number', () => {
  expect(csv([['=1+1', '@x', '-5', '-a']])).toBe("'=1+1,'@x,-5,'-a\r\n")
})
