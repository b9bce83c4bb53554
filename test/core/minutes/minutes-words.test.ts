import { describe, expect, test } from 'vitest'
import { makeVocabulary, readMinutes } from '../../../src/core/minutes/read-minutes.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'

const GERMAN = `name: Gruppe
minutes:
  headings:
    attendees: [Anwesend]
    absent: [Entschuldigt]
    actions: ["Offene *"]
  markers:
    action: [Aufgabe]
    decision: [Beschluss]
`

const MINUTES = `# Sitzung 2026-12-03

## Anwesend

- Ada Example (@ada-example)

## Entschuldigt

- Ben Example (@ben-example)

## Notizen

- Aufgabe: Ada schreibt den Brief
- **Beschluss:** Der Name bleibt
- Die Aufgabe ist schwer

## Offene Punkte

- @ben-example: Raum suchen
`

describe('the words of a group', () => {
  test('are read beside the English ones', () => {
    const { workspace, problems } = readWorkspace(new Map([['wg.yml', GERMAN]]))
    expect(problems).toEqual([])
    const vocabulary = makeVocabulary(workspace.group.minutes)
    const { attendees, actions, decisions } = readMinutes({
      text: MINUTES,
      path: '2026-12-03.md',
      vocabulary,
    })
    expect(attendees.map(({ github, present }) => [github, present])).toEqual([
      ['ada-example', true],
      ['ben-example', false],
    ])
    expect(actions.map(({ text }) => text)).toEqual(['Ada schreibt den Brief', '@ben-example: Raum suchen'])
    expect(decisions.map(({ text }) => text)).toEqual(['Der Name bleibt'])
  })

  test.each([
    ['headings: { attendees: ["*"] }', /says nothing/],
    ['headings: { attendees: ["ac*tions"] }', /has a `\*` in the middle/],
    ['headings: { attendees: ["Sitzung 12"] }', /can never be a heading/],
    ['headings: { atendees: [wer] }', /Unknown key `atendees`/],
    ['headings: { topic: [wer] }', /Unknown key `topic`/],
    ['markers: { action: ["Auf:gabe"] }', /cannot stand before a colon/],
    ['markers: { task: [x] }', /Unknown key `task`/],
  ])('%s is refused', (line, message) => {
    const { problems } = readWorkspace(new Map([['wg.yml', `name: G\nminutes:\n  ${line}\n`]]))
    expect(problems.map((problem) => problem.message).join('\n')).toMatch(message)
  })
})
