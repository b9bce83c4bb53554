import { describe, expect, it } from 'vitest'
import type { Line } from '../../../src/core/text/line.ts'
import { EMPTY, fill, inside, item, line, refill, shown, url } from './agenda-block.ts'

const insertAfter =
  (number: number, ...texts: string[]) =>
  (content: string[]) =>
    content.flatMap((text) => (text === shown(number) ? [text, ...texts] : [text]))
const remove = (number: number) => (content: string[]) => content.filter((text) => text !== shown(number))
const change = (number: number, to: string) => (content: string[]) =>
  content.map((text) => (text === shown(number) ? to : text))
const same = (content: string[]) => content

describe('filling again', () => {
  const LIST = [item(1), item(2), item(3)]

  it.each<[string, readonly Line[], (content: string[]) => string[], readonly Line[], string[]]>([
    [
      'new items join at their place',
      [item(1), item(3)],
      same,
      [item(0), item(1), item(2), item(3), item(4)],
      [0, 1, 2, 3, 4].map((n) => shown(n)),
    ],
    [
      'an untouched item is brought up to date',
      LIST,
      same,
      [item(1), item(2, 'New'), item(3)],
      [shown(1), shown(2, 'New'), shown(3)],
    ],
    ['an untouched item leaves', LIST, same, [item(1), item(3)], [shown(1), shown(3)]],
    [
      'a note stays under its item',
      LIST,
      insertAfter(2, '  - ask Ada'),
      [item(1), item(2), item(9), item(3)],
      [shown(1), shown(2), '  - ask Ada', shown(9), shown(3)],
    ],
    [
      'a note beside an item stays under it',
      LIST,
      insertAfter(2, '- mine'),
      [item(1), item(2), item(9), item(3)],
      [shown(1), shown(2), '- mine', shown(9), shown(3)],
    ],
    [
      'a finished item with a note stays',
      LIST,
      insertAfter(2, '  - ask Ada'),
      [item(1), item(3)],
      [shown(1), shown(2), '  - ask Ada', shown(3)],
    ],
    [
      'a finished item with a note behind a blank line stays',
      LIST,
      insertAfter(2, '', '    deep'),
      [item(1), item(3)],
      [shown(1), shown(2), '', '    deep', shown(3)],
    ],
    [
      'a finished item that a person has continued stays',
      LIST,
      insertAfter(2, 'more about it'),
      [item(1), item(3)],
      [shown(1), shown(2), 'more about it', shown(3)],
    ],
    [
      'a finished item beside a note leaves',
      LIST,
      insertAfter(2, '- mine'),
      [item(1), item(3)],
      [shown(1), '- mine', shown(3)],
    ],
    [
      'a changed line stays',
      LIST,
      change(2, `- **now** ${url(2)}`),
      [item(1), item(2, 'New'), item(3)],
      [shown(1), `- **now** ${url(2)}`, shown(3)],
    ],
    [
      'a changed line of a finished item stays',
      LIST,
      change(2, `- **now** ${url(2)}`),
      [item(1), item(3)],
      [shown(1), `- **now** ${url(2)}`, shown(3)],
    ],
    [
      'a ticked box stays',
      LIST,
      change(2, shown(2).replace('[ ]', '[x]')),
      [item(1), item(2, 'New'), item(3)],
      [shown(1), shown(2).replace('[ ]', '[x]'), shown(3)],
    ],
    [
      'a ticked box without an address stays, and what is new comes after it',
      [line('- [ ] News'), item(1)],
      (content) => ['- [x] News', content[1]!],
      [line('- [ ] News'), item(9), item(1)],
      ['- [x] News', shown(9), shown(1)],
    ],
    [
      'a deleted item stays deleted',
      LIST,
      remove(2),
      [item(1), item(2), item(3), item(4)],
      [shown(1), shown(3), shown(4)],
    ],
    [
      'a deleted item stays deleted when its title changes',
      LIST,
      remove(2),
      [item(1), item(2, 'New'), item(3)],
      [shown(1), shown(3)],
    ],
    [
      'an item that a person wrote is not added',
      LIST,
      insertAfter(3, `- see ${url(4)}.`),
      [...LIST, item(4), item(5)],
      [shown(1), shown(2), shown(3), `- see ${url(4)}.`, shown(5)],
    ],
    [
      'an address that only begins alike is another item',
      [item(1)],
      insertAfter(1, `- see ${url(12)}`),
      [item(1), item(120), item(121)],
      [shown(1), `- see ${url(12)}`, shown(120), shown(121)],
    ],
    [
      'an order that a person has made stays',
      LIST,
      ([a, b, c]) => [c!, a!, b!],
      [item(1), item(2), item(3), item(4)],
      [shown(3), shown(4), shown(1), shown(2)],
    ],
    [
      'an order that wg has changed comes',
      LIST,
      same,
      [item(3), item(1), item(2)],
      [shown(3), shown(1), shown(2)],
    ],
    [
      'an indented item counts as changed',
      LIST,
      change(2, `  ${shown(2)}`),
      [item(1), item(2, 'New'), item(3)],
      [shown(1), `  ${shown(2)}`, shown(3)],
    ],
    [
      'white space at the end is no change',
      LIST,
      change(2, `${shown(2)}  `),
      [item(1), item(3)],
      [shown(1), shown(3)],
    ],
    [
      'a line exactly as wg would write it is not written twice',
      [item(1)],
      (content) => [...content, '- News'],
      [item(1), line('- News'), item(2)],
      [shown(1), '- News', shown(2)],
    ],
    ['everything may leave', LIST, same, [], []],
    ['people stay when everything leaves', LIST, insertAfter(1, '', 'Note', ''), [], ['', 'Note', '']],
    [
      'a fence is not cut open',
      [item(1)],
      insertAfter(1, '```', 'a', '', 'b', '```'),
      [item(1), item(2)],
      [shown(1), '```', 'a', '', 'b', '```', shown(2)],
    ],
  ])('%s', (_, ...[first, edit, second, expected]) => {
    expect(refill(first, edit, second)).toEqual(expected)
  })

  it('brings an item back that was deleted, left and came again', () => {
    const deleted = fill(EMPTY, LIST).replace(`${shown(2)}\n`, '')
    const left = fill(deleted, [item(1), item(3)])
    expect(inside(left)).toEqual([shown(1), shown(3)])
    expect(inside(fill(left, LIST))).toEqual([shown(1), shown(2), shown(3)])
  })

  it('remembers a deletion over many fillings', () => {
    let text = fill(EMPTY, LIST).replace(`${shown(2)}\n`, '')
    for (const round of [4, 5, 6])
      text = fill(text, [item(1), item(2, `Round ${round}`), item(3), item(round)])
    expect(inside(text)).toEqual([shown(1), shown(3), shown(6)])
  })
})

describe('headings', () => {
  const groups = (...all: readonly (readonly [string, ...number[]])[]) =>
    all.flatMap(([name, ...numbers], index) => [
      ...(index > 0 ? [line('')] : []),
      line(`### ${name}`),
      line(''),
      ...numbers.map((number) => item(number)),
    ])
  const texts = (lines: readonly Line[]) => lines.map(({ text }) => text)

  it.each([
    ['leave with their items', groups(['a', 1], ['b', 2, 3], ['c', 4]), groups(['a', 1], ['c', 4])],
    ['leave at the end', groups(['a', 1], ['b', 2]), groups(['a', 1])],
    ['leave at the top', groups(['a', 1], ['b', 2]), groups(['b', 2])],
    ['join in the middle', groups(['a', 1], ['c', 4]), groups(['a', 1], ['b', 2, 3], ['c', 4])],
    ['join at the top', groups(['b', 2]), groups(['a', 1], ['b', 2])],
    ['join at the end', groups(['a', 1]), groups(['a', 1], ['b', 2])],
    ['change their names', groups(['a (1)', 1], ['b', 2]), groups(['a (2)', 1, 3], ['b', 2])],
    ['lose an item to another', groups(['a', 1, 2], ['b', 3]), groups(['a', 1], ['b', 2, 3])],
    ['lose their first item', groups(['a', 1, 2]), groups(['a', 2])],
    ['change places', groups(['a', 1, 2], ['b', 3]), groups(['b', 3], ['a', 1, 2])],
  ])('%s', (_, first, second) => {
    expect(refill(first, same, second)).toEqual(texts(second))
  })

  it('stay over what people wrote', () => {
    const note = insertAfter(2, '', 'Note')
    expect(refill(groups(['a', 1], ['b', 2], ['c', 3]), note, groups(['a', 1], ['c', 3]))).toEqual([
      ...['### a', '', shown(1), '', '### b', '', 'Note', '', '### c', '', shown(3)],
    ])
  })

  it('keep new items under them when people have deleted the first', () => {
    expect(refill(groups(['a', 1]), remove(1), groups(['a', 1, 2]))).toEqual(['### a', '', shown(2)])
  })
})
