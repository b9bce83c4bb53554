import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openMemory } from '../../../src/core/site/site-memory.ts'

const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
const open = (pack?: string, stamp = 'one') => openMemory(pack, { stamp, digest })

function packed(): string {
  const memory = open()
  memory.keep(memory.keyOf('a', 'x'), 'kept\nlines')
  memory.keep(memory.keyOf('a', 'y'), 'other')
  return memory.pack()!
}

test('what one run kept, the next recalls; nothing new is nothing to keep', () => {
  const memory = open(packed())
  expect(memory.recall(memory.keyOf('a', 'x'))).toBe('kept\nlines')
  expect(memory.recall(memory.keyOf('a', 'y'))).toBe('other')
  expect(memory.recall(memory.keyOf('b', 'x'))).toBeUndefined()
  expect(memory.pack()).toBeUndefined()
})

test('what a run did not use is forgotten', () => {
  const memory = open(packed())
  memory.recall(memory.keyOf('a', 'x'))
  const next = open(memory.pack())
  expect(next.recall(next.keyOf('a', 'x'))).toBe('kept\nlines')
  expect(next.recall(next.keyOf('a', 'y'))).toBeUndefined()
})

test.each([
  ['another program', (pack: string) => [pack, 'two'] as const],
  ['one changed letter', (pack: string) => [pack.replace('kept', 'kepT'), 'one'] as const],
  ['a pack that was cut off', (pack: string) => [pack.slice(0, 60), 'one'] as const],
  ['rubbish', () => ['{}\n a b c\n', 'one'] as const],
])('%s is never used', (_, spoil) => {
  const memory = open(...spoil(packed()))
  expect(memory.recall(memory.keyOf('a', 'x'))).toBeUndefined()
})
