import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignKeys } from '../../../src/core/text/align-keys.ts'
import { runs } from '../../thoroughness.ts'

const anyKeys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '__proto__'), { maxLength: 12 })

describe('alignKeys', () => {
  it('keeps the order of what has not moved', () => {
    const { second, moved } = alignKeys(['a', 'b', 'c', 'd'], ['b', 'c', 'x', 'a'])
    expect([...second].sort()).toEqual([
      [0, 3],
      [1, 0],
      [2, 1],
    ])
    expect([...moved]).toEqual([3])
  })

  it('pairs equal keys only, each once, as many as there are on both sides, and the unmoved ones in order', () => {
    fc.assert(
      fc.property(anyKeys, anyKeys, (a, b) => {
        const { second, first, moved } = alignKeys(a, b)
        for (const [from, to] of second) expect([a[from], first.get(to)]).toEqual([b[to], from])
        expect(first.size).toBe(second.size)
        const common = [...new Set(a)].map((key) =>
          Math.min(a.filter((one) => one === key).length, b.filter((one) => one === key).length),
        )
        expect(second.size).toBe(common.reduce((sum, count) => sum + count, 0))
        const steady = [...second]
          .filter(([, to]) => !moved.has(to))
          .sort(([x], [y]) => x - y)
          .map(([, to]) => to)
        expect(steady).toEqual([...steady].sort((x, y) => x - y))
      }),
      { numRuns: runs(1000) },
    )
  })
})
