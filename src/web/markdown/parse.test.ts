import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInline, parseMarkdown } from './parse.ts'

describe('inline', () => {
  it('reads code, strong words and links', () => {
    expect(parseInline('a `b*c*` **d** [e](../f/README.md).')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'code', text: 'b*c*' },
      { kind: 'text', text: ' ' },
      { kind: 'strong', text: 'd' },
      { kind: 'text', text: ' ' },
      { kind: 'link', text: 'e', href: '../f/README.md' },
      { kind: 'text', text: '.' },
    ])
  })
  it('leaves a lone star alone', () =>
    expect(parseInline('*.O.Y and 2 * 3')).toEqual([{ kind: 'text', text: '*.O.Y and 2 * 3' }]))
})

describe('blocks', () => {
  it('joins wrapped lines, of paragraphs and of list items', () => {
    const blocks = parseMarkdown('# T\n\none\ntwo\n\n- a\n  b\n- c\n')
    expect(blocks.map((b) => b.kind)).toEqual(['heading', 'paragraph', 'list'])
    expect(blocks[2]).toEqual({
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'text', text: 'a b' }], [{ kind: 'text', text: 'c' }]],
    })
  })
  it('reads tables and code', () => {
    const [table, code] = parseMarkdown('| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n\ny\n```\n')
    expect(table).toMatchObject({ kind: 'table', rows: [[[{ text: '1' }], [{ text: '2' }]]] })
    expect(code).toEqual({ kind: 'code', text: 'x\n\ny' })
  })
  it('ends on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('#', ' ', '\n', '`', '|', '-', 'a', '1', '.', '*') }), (text) => {
        expect(Array.isArray(parseMarkdown(text))).toBe(true)
      }),
    )
  })
})
