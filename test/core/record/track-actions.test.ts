import { describe, expect, test } from 'vitest'
import { trackActions } from '../../../src/core/record/track-actions.ts'
import { groupOf, recordOf } from './group.ts'

const MEMBERS = `  - { login: ada-example, name: Ada Example, serves: [{ team: core, since: 2026-01-01 }] }
  - { login: ben-example, name: Ben Example, serves: [{ team: core, since: 2026-01-01 }] }`
const workspace = groupOf(MEMBERS)

/** Each action as `owners: days on which it was said`, with `done`. */
function track(minutes: Readonly<Record<string, readonly string[]>>): string[] {
  const texts = Object.fromEntries(
    Object.entries(minutes).map(([day, actions]) => [
      day,
      `# Core ${day}\n\n## Present\n\n- Ada Example (@ada-example)\n- Ben Example (@ben-example)\n\n## Action items\n\n${actions.map((one) => `- ${one}\n`).join('')}`,
    ]),
  )
  return trackActions(recordOf(workspace, texts), workspace.members).map(
    ({ owners, mentions, done }) =>
      `${owners.join(', ')}: ${mentions.map(({ date }) => date.slice(5)).join(' ')}${done ? ' done' : ''}`,
  )
}

describe('actions from meeting to meeting', () => {
  test.each<[string, Readonly<Record<string, readonly string[]>>, string[]]>([
    [
      'carried over as it was, and done',
      {
        '2026-04-02': ['[ ] Ada to write the letter'],
        '2026-04-09': ['[ ] Ada to write the letter'],
        '2026-04-16': ['[x] Ada to write the letter'],
      },
      ['ada-example: 04-02 04-09 04-16 done'],
    ],
    [
      'carried over with the login for the name',
      { '2026-04-02': ['Ada to write the letter'], '2026-04-09': ['@ada-example: write the letter'] },
      ['ada-example: 04-02 04-09'],
    ],
    [
      'few words, carried over by `wg minutes new`, and done',
      {
        '2026-04-02': ['[ ] Ada to fix CI'],
        '2026-04-09': ['[ ] Ada to fix CI (since 2026-04-02)'],
        '2026-04-16': ['[x] Ada to fix CI (since 2026-04-02)'],
      },
      ['ada-example: 04-02 04-09 04-16 done'],
    ],
    [
      'of somebody whom only the first minutes know, carried over, and done',
      {
        '2026-04-02': ['Zoe: send slides'],
        '2026-04-09': ['[ ] Zoe: send slides (since 2026-04-02)'],
        '2026-04-16': ['[x] Zoe: send slides (since 2026-04-02)'],
      },
      [': 04-02 04-09 04-16 done'],
    ],
    [
      'not said again stays open',
      { '2026-04-02': ['Ada to write the letter'], '2026-04-09': ['Ben to book a room'] },
      ['ada-example: 04-02', 'ben-example: 04-09'],
    ],
    [
      "somebody else's is another",
      { '2026-04-02': ['Ada to write the letter'], '2026-04-09': ['Ben to write the letter'] },
      ['ada-example: 04-02', 'ben-example: 04-09'],
    ],
    [
      'about another issue is another',
      { '2026-04-02': ['Ada to review #12'], '2026-04-09': ['Ada to review #13'] },
      ['ada-example: 04-02', 'ada-example: 04-09'],
    ],
    [
      'done and said again is a new one',
      {
        '2026-04-02': ['[ ] Ada to send the minutes'],
        '2026-04-09': ['[x] Ada to send the minutes'],
        '2026-04-16': ['[ ] Ada to send the minutes'],
      },
      ['ada-example: 04-02 04-09 done', 'ada-example: 04-16'],
    ],
    [
      'in nearly the same words',
      {
        '2026-04-02': ['Ada to ask the foundation about travel money for students'],
        '2026-04-09': ['Ada to ask foundation again about the travel money for students'],
      },
      ['ada-example: 04-02 04-09'],
    ],
    [
      'that share only common words are two',
      { '2026-04-02': ['Ada to update the website'], '2026-04-09': ['Ada to update the charter'] },
      ['ada-example: 04-02', 'ada-example: 04-09'],
    ],
  ])('%s', (_, minutes, expected) => expect(track(minutes)).toEqual(expected))
})
