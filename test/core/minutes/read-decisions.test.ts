import { describe, expect, test } from 'vitest'
import { DECISION_FORMS } from '../../../src/core/minutes/decision-words.ts'
import { read } from './minutes-fixtures.ts'

function decisions(notes: string): string[] {
  return read(`# M\n\n## Notes\n\n${notes}\n`).decisions.map(({ text }) => text)
}

test.each(DECISION_FORMS.map(({ name, example }) => [name, example] as const))('%s: %s', (_, example) => {
  expect(decisions(`* ${example}`)).toEqual([example])
})

describe('decisions', () => {
  test.each([
    ['**Resolution:** We keep it. Ada will tell them.', 'We keep it. Ada will tell them.'],
    ['RESOLVED: That the process is hereby adopted.', 'That the process is hereby adopted.'],
    ['> RESOLUTION: Adopt the draft', 'Adopt the draft'],
    ['Conclusion: start the discussion', 'start the discussion'],
    ['* General consensus is to adopt the text', 'General consensus is to adopt the text'],
    ['* We agree to provide read access', 'We agree to provide read access'],
    ['* Group agreed we should move on with stage 1', 'Group agreed we should move on with stage 1'],
    ['* No objections to merging this as stage 1', 'No objections to merging this as stage 1'],
    ['* Decision was that it stays', 'Decision was that it stays'],
    ['* there were no objections to reverting', 'there were no objections to reverting'],
    [
      'Ada: motion is to extend it for a year. All yeahs, motion carries.',
      'motion is to extend it for a year. All yeahs, motion carries.',
    ],
  ])('%s', (line, expected) => {
    expect(decisions(line)).toEqual([expected])
  })

  test.each([
    '* No objections!',
    '* Ada: Agreed',
    '* All agreed.',
    '* if no objections, land it',
    '* Any objections to this?',
    '* Do we have consensus to close it?',
    '* We need consensus first',
    '* We did not reach consensus on this',
    '* Decision to be made later today',
    '* Ada agreed to send the mail',
    '* Up to each team to decide when',
    '* Last call for objections',
    '* PROPOSED RESOLUTION: we support it',
    '* Consensus-seeking is described in the charter',
  ])('no decision: %s', (line) => {
    expect(decisions(line)).toEqual([])
  })

  test('every item below a heading of decisions is one', () => {
    expect(decisions('##### Resolution\n\n* The name stays.\n* Ada is going to write it.')).toEqual([
      'The name stays.',
      'Ada is going to write it.',
    ])
  })

  test('a resolution that names somebody is an action too', () => {
    const record = read(
      '# M\n## Attending\n* Ada Example (@ada) - TSC\n\n## Topics\n\n### Release\n\n**Resolution**: @ada will do the release on Saturday.\n',
    )
    expect(record.decisions.map(({ text }) => text)).toEqual(['@ada will do the release on Saturday.'])
    expect(record.actions.map(({ owners }) => owners)).toEqual([['ada']])
  })
})
