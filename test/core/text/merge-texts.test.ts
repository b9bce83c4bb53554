import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTexts } from '../../../src/core/text/merge-texts.ts'

const lines = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 8 })
  .map((all) => all.map((line) => `${line}\n`).join(''))

test('a text that only one side changed is what that side made of it', () => {
  fc.assert(
    fc.property(lines, lines, (ancestor, changed) => {
      const merged = { kind: 'merged', text: changed }
      expect(mergeTexts({ ancestor, theirs: changed, ours: ancestor })).toEqual(merged)
      expect(mergeTexts({ ancestor, theirs: ancestor, ours: changed })).toEqual(merged)
      expect(mergeTexts({ ancestor, theirs: changed, ours: changed })).toEqual(merged)
    }),
  )
})

test('no line that either side added is lost', () => {
  const unique = fc.array(fc.nat(8), { maxLength: 4 })
  fc.assert(
    fc.property(unique, unique, (theirPlaces, ourPlaces) => {
      const ancestor = Array.from({ length: 9 }, (_, index) => `line ${index}\n`)
      const insert = (places: readonly number[], who: string) =>
        ancestor
          .flatMap((line, index) => [
            ...places.flatMap((place, at) => (place === index ? [`${who} ${at}\n`] : [])),
            line,
          ])
          .join('')
      const [theirs, ours] = [insert(theirPlaces, 'theirs'), insert(ourPlaces, 'ours')]
      const merged = mergeTexts({ ancestor: ancestor.join(''), theirs, ours })
      if (merged.kind === 'conflict') {
        expect(theirPlaces.some((place) => ourPlaces.includes(place))).toBe(true)
        return
      }
      for (const line of `${theirs}${ours}`.split('\n')) expect(merged.text.split('\n')).toContain(line)
    }),
  )
})

test('a conflict is named by the line of theirs, and a last line needs no end', () => {
  const ancestor = 'one\ntwo\nthree'
  expect(mergeTexts({ ancestor, theirs: 'one\ntwo\nTHREE', ours: 'one\ntwo\n3' })).toEqual({
    kind: 'conflict',
    line: 3,
  })
  expect(mergeTexts({ ancestor, theirs: ancestor, ours: 'one\n2\nthree' })).toEqual({
    kind: 'merged',
    text: 'one\n2\nthree',
  })
})
