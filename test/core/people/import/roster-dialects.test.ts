import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRosterText } from '../../../../src/core/people/import/read-roster-text.ts'
import { DIALECTS, people, type Person } from './roster-dialects.ts'
import { runs } from '../../../thoroughness.ts'

test.each(DIALECTS)('a roster printed with $title gives the people back', ({ print, saysRoles }) => {
  const property = (members: readonly Person[], past: readonly Person[], end: string) => {
    const text = [
      '# Example',
      '',
      '## Members',
      print(members),
      '',
      '## Emeritus',
      print(past),
      '',
      '## Next',
      '* x',
      '',
    ]
    const { sections, unread, doubts } = readRosterText({
      file: 'README.md',
      text: text.join('\n').replaceAll('\n', end),
    })
    expect(unread).toEqual([])
    const inBoth = past.filter(({ login }) =>
      members.some((one) => one.login.toLowerCase() === login.toLowerCase()),
    )
    expect(doubts.map(({ rule }) => rule)).toEqual(inBoth.map(() => 'roster-both'))
    const listed = (standing: string) =>
      sections
        .filter((section) => section.standing === standing)
        .flatMap(({ entries }) =>
          entries.map(({ login, name, role }) => ({ login, name, ...(saysRoles ? { role } : {}) })),
        )
    const given = (some: readonly Person[]) =>
      some.map(({ login, name, role }) => ({ login, name, ...(saysRoles ? { role } : {}) }))
    expect(listed('serving')).toEqual(given(members))
    expect(listed('past')).toEqual(given(past))
  }
  fc.assert(fc.property(people, people, fc.constantFrom('\n', '\r\n'), property), { numRuns: runs(25) })
})

test('whatever stands in a page, every problem has a place in it, and no login is made up', () => {
  const scraps = [
    '## Members',
    '## Emeritus',
    '* ',
    '- ',
    '@ada',
    '[ada](https://github.com/ada)',
    '**Ada**',
    '<table>',
    '</td>',
    '<td>',
    '<tr>',
  ]
    .concat([
      '<details>',
      '</details>',
      '<!-- ncu-team-sync.team(a/b) -->',
      '<!-- ncu-team-sync end -->',
      '| a | b |',
      '| - | - |',
      '```',
    ])
    .concat([
      '\n',
      '\n\n',
      ' ',
      '  ',
      '\t',
      '\r\n',
      '~~',
      '`',
      '<!--',
      '-->',
      '<li>',
      '<a href="',
      '">',
      '@а',
      '\u0000',
      '> ',
      '&#0;',
      '[',
      '](',
      ')',
    ])
  const page = fc.array(
    fc.oneof({ arbitrary: fc.constantFrom(...scraps), weight: 5 }, fc.string({ maxLength: 4 })),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(page, (parts) => {
      const text = parts.join('')
      const { sections, unread, doubts } = readRosterText({ file: 'README.md', text })
      const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)
      for (const { place, hint } of [...unread, ...doubts]) {
        const line = lines[(place?.line ?? 0) - 1]
        expect(line).toBeDefined()
        expect(place?.column).toBeGreaterThan(0)
        expect(place?.column).toBeLessThanOrEqual((line ?? '').length + 1)
        expect(hint).not.toBe('')
      }
      for (const { login, line } of sections.flatMap(({ entries }) => entries)) {
        expect(lines[line - 1]).toContain(login)
      }
    }),
    { numRuns: runs(300) },
  )
})
