import { describe, expect, it } from 'vitest'
import { fillMarks } from '../../../src/core/text/fill-marks.ts'
import { EMPTY, fill, inside, item, line, shown, url } from './agenda-block.ts'

describe('the first filling', () => {
  it('writes between the marks and nothing else', () => {
    expect(fill(EMPTY, [item(1), line(''), line('Rest')])).toMatch(
      /^Before\n\n<!-- wg:agenda ~ [\w.]{12} [\w.]{6} -->\n- \[ \] \[Title 1\]\(.*\)\n\nRest\n<!-- \/wg:agenda -->\n\nAfter\n$/,
    )
  })

  it.each([
    [
      'marks on one line',
      'x\n<!-- wg:agenda --><!-- /wg:agenda -->\n',
      /^x\n<!-- wg:agenda ~ .{6} -->\na\n<!-- \/wg:agenda -->\n$/,
    ],
    [
      'Windows line ends',
      'x\r\n<!-- wg:agenda -->\r\n<!-- /wg:agenda -->\r\n',
      /^x\r\n<!-- wg:agenda ~ .{6} -->\r\na\r\n<!-- \/wg:agenda -->\r\n$/,
    ],
    [
      'a byte order mark',
      '\uFEFF<!-- wg:agenda -->\n<!-- /wg:agenda -->',
      /^\uFEFF<!-- wg:agenda ~ .{6} -->\na\n<!-- \/wg:agenda -->$/,
    ],
    [
      'blank lines between',
      '<!-- wg:agenda -->\n\n \n<!-- /wg:agenda -->',
      /^<!-- wg:agenda ~ .{6} -->\na\n<!-- \/wg:agenda -->$/,
    ],
    [
      'a quote',
      '> <!-- wg:agenda -->\n> <!-- /wg:agenda -->',
      /^> <!-- wg:agenda ~ .{6} -->\n> a\n> <!-- \/wg:agenda -->$/,
    ],
    [
      'an item',
      '- <!-- wg:agenda --><!-- /wg:agenda -->',
      /^- <!-- wg:agenda ~ .{6} -->\n {2}a\n {2}<!-- \/wg:agenda -->$/,
    ],
    [
      'a comment without spaces',
      '<!--wg:agenda-->\n<!--/wg:agenda-->',
      /^<!--wg:agenda ~ .{6} -->\na\n<!--\/wg:agenda-->$/,
    ],
  ])('keeps to %s', (_, text, expected) => {
    const filled = fill(text, [line('a')])
    expect(filled).toMatch(expected)
    expect(fill(filled, [line('a')])).toBe(filled)
  })

  it('keeps what somebody has written there, below, and takes no item twice', () => {
    const text = EMPTY.replace(' -->\n', ` -->\nBring cake.\nAlso ${url(2)}!\n`)
    expect(inside(fill(text, [item(1), item(2), item(12)]))).toEqual([
      shown(1),
      '',
      'Bring cake.',
      `Also ${url(2)}!`,
      shown(12),
    ])
  })

  it('replaces the placeholder of a template when the text is new', () => {
    const text = EMPTY.replace(' -->\n', ' -->\n_The agenda comes here._\n')
    expect(inside(fill(text, [item(1)], true))).toEqual([shown(1)])
  })

  it('writes an empty block for no lines', () => {
    expect(fill('<!-- wg:agenda --><!-- /wg:agenda -->', [])).toBe(
      '<!-- wg:agenda ~ -->\n<!-- /wg:agenda -->',
    )
  })

  it('keeps a line one line, and no mark', () => {
    const filled = fill(EMPTY, [line('a\nb <!-- /wg:agenda -->\\\\<!--wg:meeting x/y-->')])
    expect(fill(filled, [])).toBe(fill(EMPTY, []))
  })

  it('leaves a block alone that has a fault, fills the others, and says what is missing', () => {
    const text = '<!-- wg:agenda -->\nx\n\n<!-- wg:roster team=a -->\n<!-- /wg:roster -->\n'
    const filled = fillMarks(
      text,
      new Map([
        ['agenda', [line('a')]],
        ['roster team=a', [line('b')]],
      ]),
    )
    expect(filled.text).toMatch(
      /^<!-- wg:agenda -->\nx\n\n<!-- wg:roster team=a ~ .{6} -->\nb\n<!-- \/wg:roster -->\n$/,
    )
    expect(filled.faults.map((fault) => fault.rule)).toEqual(['mark-unclosed'])
    expect(filled.missing).toEqual(['agenda'])
  })
})
