import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { renderOwners } from '../../../src/core/pages/render-owners.ts'
import { renderPage } from '../../../src/core/pages/render-page.ts'
import { readRosterText } from '../../../src/core/people/import/read-roster-text.ts'
import { readWorkspace, type Workspace } from '../../../src/core/workspace.ts'
import { HOSTILE_TITLES } from '../../hostile-titles.ts'
import { runs } from '../../thoroughness.ts'

const now = new Date('2026-06-01T12:00:00Z')

interface Person {
  readonly login: string
  readonly name: string
  readonly past: boolean
}

function matterOf(people: readonly Person[], file = 'README.md') {
  const members = people.map(({ login, name, past }) => ({
    login,
    name,
    serves: [{ team: 'core', since: '2020-01-01', ...(past ? { until: '2021-01-01' } : {}) }],
  }))
  const history = 'history:\n  - { date: 2020-01-01, state: proposed }'
  const { workspace, problems } = readWorkspace(
    new Map([
      ['wg.yml', 'name: G\n'],
      ['members.yml', stringify({ members }, { lineWidth: 0 })],
      ['charters/core.md', `---\nname: Core\n${history}\n---\n\n# Core\n`],
    ]),
  )
  expect(problems).toEqual([])
  return { workspace: workspace satisfies Workspace, now, file }
}

const page = (style: string) => `# Core

## Members

<!-- wg:roster team=core${style} -->
<!-- /wg:roster -->

## Emeritus

<!-- wg:emeritus team=core${style} -->
<!-- /wg:emeritus -->
`

const login = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,5})?$/).map((text) => `${text}-x`)
const name = fc.constantFrom(
  'Ada Example',
  "O'Example",
  'Zoë 例',
  ...HOSTILE_TITLES.map(([, title]) => title).filter(
    (title) => title.trim() !== '' && !/[\n\r\p{Cc}\p{Surrogate}]/u.test(title),
  ),
)
const people = fc.uniqueArray(fc.record({ login, name, past: fc.boolean() }), {
  selector: (person) => person.login,
  maxLength: 6,
})
const style = fc.constantFrom('', ' style=table')

describe('a page', () => {
  test('that wg has written is read by the importer as the same people', () => {
    const plain = people.map((group) => group.map((person) => ({ ...person, name: 'Ada Example' })))
    fc.assert(
      fc.property(plain, style, (group, inStyle) => {
        const { text = '', problems } = renderPage(page(inStyle), matterOf(group))
        expect(problems).toEqual([])
        const { sections } = readRosterText({ file: 'README.md', text })
        const found = (standing: string) =>
          sections.filter((each) => each.standing === standing).flatMap(({ entries }) => entries)
        const written = (past: boolean) => group.filter((person) => person.past === past)
        expect(found('serving').map((entry) => entry.login)).toEqual(written(false).map((each) => each.login))
        expect(found('past').map((entry) => entry.login)).toEqual(written(true).map((each) => each.login))
      }),
      { numRuns: runs(60) },
    )
  })

  test('is up to date after every change of the roster, whatever people are called', () => {
    const ends = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(
        fc.array(people, { minLength: 1, maxLength: 4 }),
        style,
        ends,
        (...[groups, inStyle, eol]) => {
          let text = page(inStyle).replaceAll('\n', eol)
          for (const group of groups) {
            const matter = matterOf(group)
            const rendered = renderPage(text, matter)
            expect(rendered.problems).toEqual([])
            text = rendered.text ?? ''
            for (const person of group) expect(text).toContain(`https://github.com/${person.login}`)
            expect(renderPage(text, matter)).toEqual({ text, problems: [] })
            expect(renderPage(text, matter, { anew: true }).text).toBe(text)
          }
          if (eol === '\r\n') expect(text).not.toMatch(/[^\r]\n/)
        },
      ),
      { numRuns: runs(40) },
    )
  })

  test('keeps what a person wrote between the marks, and says so', () => {
    const matter = matterOf([{ login: 'ada-x', name: 'Ada', past: false }])
    const filled = renderPage(page(''), matter).text ?? ''
    const edited = filled.replace('<!-- /wg:roster -->', '- and many others\n<!-- /wg:roster -->')
    const { text, problems } = renderPage(edited, matter)
    expect(text).toBe(edited)
    expect(problems).toMatchObject([{ rule: 'page-says-otherwise', severity: 'warning', place: { line: 5 } }])
    expect(renderPage(edited, matter, { anew: true }).text).toBe(filled)
  })
})

test('a block of owners is up to date after every change of the roster', () => {
  const start = '* @all\n  # wg:owners team=core paths="/a /b"\n  # /wg:owners\n/c @x'
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 4 }), (groups) => {
      let text = start
      for (const group of groups) {
        const matter = matterOf(group, 'CODEOWNERS')
        const rendered = renderOwners(text, matter)
        expect(rendered.problems).toEqual([])
        text = rendered.text ?? ''
        expect(renderOwners(text, matter)).toEqual({ text, problems: [] })
        const serving = group.filter(({ past }) => !past).map((person) => ` @${person.login}`)
        const lines = ['/a', '/b'].map((path) => `  ${path}${serving.join('')}`)
        const inside = serving.length === 0 ? ['  # Nobody serves on core.'] : lines
        expect(text.split('\n').slice(2, -2)).toEqual(inside)
        expect([text.split('\n')[0], text.split('\n').at(-1)]).toEqual(['* @all', '/c @x'])
      }
    }),
    { numRuns: runs(40) },
  )
})
