import { describe, expect, it } from 'vitest'
import { didYouMean, nearest, nearestOf } from '../../../src/core/text/nearest.ts'

describe('nearest', () => {
  it.each([
    ['memebrs', ['charters', 'members'], 'members'],
    ['MEMBERS', ['charters', 'members'], 'members'],
    ['Europe/Viena', ['Europe/Vienna', 'Asia/Vientiane'], 'Europe/Vienna'],
    ['form', ['from'], 'from'],
    ['tc', ['tsc', 'ctc'], 'tsc'],
    ['team', ['charter', 'members'], undefined],
    ['a', ['b'], undefined],
    ['', ['a', 'members'], undefined],
    ['x'.repeat(100_000), ['x'.repeat(99_999)], undefined],
    ['toString', [], undefined],
  ])('%j among %j is %j', (word, candidates, found) => {
    expect(nearest(word, candidates)).toBe(found)
  })

  it('gives several, nearest first and equally near ones in their order', () => {
    expect(nearestOf('tc', ['tac', 'tsc', 'tc', 'wg'], 3)).toEqual(['tc', 'tac', 'tsc'])
  })

  it('asks a question', () => {
    expect(didYouMean('memebrs', ['members'])).toBe('Did you mean `members`?')
    expect(didYouMean('zebra', ['members'])).toBeUndefined()
  })
})
