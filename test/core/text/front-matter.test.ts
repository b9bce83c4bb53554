import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../../src/core/text/front-matter.ts'

describe('splitFrontMatter', () => {
  it.each([
    ['---\na: 1\n---\nbody\n', 'a: 1\n', 'body\n', 4],
    ['---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n', 'body', 4],
    ['\uFEFF---\na: 1\n---\nbody', 'a: 1\n', 'body', 4],
    ['---  \na: 1\n---\t\nbody', 'a: 1\n', 'body', 4],
    ['---\n---\nbody', '', 'body', 3],
    ['---\na: 1\n---', 'a: 1\n', '', 4],
    ['---\na: |\n  ----\n  --- x\n---\n', 'a: |\n  ----\n  --- x\n', '', 6],
    ['body\n---\na: 1\n---\n', undefined, 'body\n---\na: 1\n---\n', 1],
    ['\n---\na: 1\n---\n', undefined, '\n---\na: 1\n---\n', 1],
    ['----\na: 1\n----\n', undefined, '----\na: 1\n----\n', 1],
    ['\uFEFFbody', undefined, 'body', 1],
    ['', undefined, '', 1],
    ['---\na: 1\n---\n---\n\nprose\n\n---\n', 'a: 1\n', '---\n\nprose\n\n---\n', 4],
  ])('%j', (text, ...[yaml, body, startLine]) => {
    const split = splitFrontMatter(text)
    expect(split.yaml).toEqual(yaml === undefined ? undefined : { text: yaml, startLine: 2 })
    expect(split.body).toEqual({ text: body, startLine })
    expect(split.faults).toEqual([])
  })

  it.each([
    ['---\na: 1\nbody\n', 'front-matter-unclosed', 1],
    ['---', 'front-matter-unclosed', 1],
    ['---\na: 1\n---\n---\nb: 2\n---\nbody', 'front-matter-twice', 4],
    ['---\r\na: 1\r\n---\r\n\r\n---\r\nb: 2\r\n---\r\n', 'front-matter-twice', 5],
  ])('%j has the fault %s on line %i', (text, rule, line) => {
    expect(splitFrontMatter(text).faults).toMatchObject([{ rule, line, column: 1 }])
  })
})
