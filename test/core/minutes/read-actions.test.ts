import { describe, expect, test } from 'vitest'
import { read } from './minutes-fixtures.ts'

const ROSTER = '# M\n\n## Present\n* Ada Example (@ada)\n* Ben Sample (@ben)\n* Cem Other\n\n'

function actions(notes: string): string[] {
  return read(`${ROSTER}${notes}\n`).actions.map(
    ({ text, owners, done }) => `${done ? 'done ' : ''}[${owners.join(' ')}] ${text}`,
  )
}

function inNotes(line: string): string[] {
  return actions(`## Notes\n\n### Topic\n\n* ${line}`)
}

describe('marked actions', () => {
  test.each([
    ['Action: Ada to write it down', '[ada] Ada to write it down'],
    ['**Action:** Ada to write it down', '[ada] Ada to write it down'],
    ['(Action) Ben to check', '[ben] Ben to check'],
    ['ACTION BS: send the text', '[ben] send the text'],
    ['ACTION - Ada: raise an issue', '[ada] raise an issue'],
    ['ACTION (Ada): raise an issue', '[ada] raise an issue'],
    ['AI: remove the tag after 14 days', '[] remove the tag after 14 days'],
    ['AI, unrelated: look at quorum', '[] look at quorum'],
    ['TODO: Cem Other will tell the board', '[Cem Other] Cem Other will tell the board'],
    ['TASK: draft the text', '[] draft the text'],
    ['ACTION_ITEM: send out a vote', '[] send out a vote'],
    ['Action to post a comment', '[] to post a comment'],
    ['Next step: a pull request', '[] a pull request'],
    ['The next step is to draft a proposal', '[] draft a proposal'],
    ['we talked. Action: Ada to call them', '[ada] Ada to call them'],
  ])('%s', (line, expected) => {
    expect(inNotes(line)).toEqual([expected])
  })

  test.each([
    ['a heading', '## Action items\n\n- Ada: write it\n- everyone reviews the text'],
    ['a label', '## Notes\n\nSome words.\n\nAction items:\n\n- Ada: write it\n- everyone reviews the text'],
    ['a label in bold', '## Notes\n\n**Next steps**:\n\n- Ada: write it\n- everyone reviews the text'],
    [
      'an item',
      '## Notes\n\n* Topic\n  * **ACTIONS:**\n    * Ada: write it\n    * everyone reviews the text',
    ],
    ['a label with lines', '## Notes\n\nAction Items:\nAda: write it\nReview the text'],
  ])('a list below %s', (_, notes) => {
    const [first, second] = actions(notes)
    expect(first).toMatch(/^\[ada\] .*write it$/)
    expect(second?.toLowerCase()).toMatch(/review/)
  })

  test('a list below a name', () => {
    expect(actions('## Actions\n\n* Ada\n  * write it\n  * send it\n* Ben:\n  * read it')).toEqual([
      '[ada] write it',
      '[ada] send it',
      '[ben] read it',
    ])
  })

  test('boxes outside rosters, ticked ones done', () => {
    expect(actions('## Notes\n\n* Topic\n  - [ ] @ada to write it\n  - [x] @ben to read it')).toEqual([
      '[ada] @ada to write it',
      'done [ben] @ben to read it',
    ])
  })

  test('owners stand at the end too', () => {
    expect(actions('## Action items\n\n- Update the readme (Ben)\n- Create a page - Ada')).toEqual([
      '[ben] Update the readme (Ben)',
      '[ada] Create a page - Ada',
    ])
  })

  test('boxes of earlier meetings count and say whether they are done, the rest of their list does not', () => {
    expect(
      actions('## Previous action items\n\n- [ ] Ada to write it\n- [x] Ben to read it\n- Cem to sing'),
    ).toEqual(['[ada] Ada to write it', 'done [ben] Ben to read it'])
  })
})

describe('promises', () => {
  test.each([
    ['Ada to follow up', '[ada] Ada to follow up'],
    ['Ada will open an issue', '[ada] Ada will open an issue'],
    ['no update. Ben to follow up.', '[ben] Ben to follow up.'],
    ['Ada & Ben will meet, and report', '[ada ben] Ada & Ben will meet, and report'],
    ['Ada/Ben will follow up with them', '[ada ben] Ada/Ben will follow up with them'],
    ['@dora-example to ask the others', '[dora-example] @dora-example to ask the others'],
    ['Ben is going to write the patch', '[ben] Ben is going to write the patch'],
    ['Ada volunteered to take notes', '[ada] Ada volunteered to take notes'],
    ['Ada takes action to land it', '[ada] Ada takes action to land it'],
    ['Ada: I’ll take a look', '[ada] I’ll take a look'],
    ['Ada: will document the process', '[ada] will document the process'],
    ['Ben, should be easy. Will open a pull request', '[ben] Will open a pull request'],
    ['[@ada to update the text]', '[ada] [@ada to update the text]'],
    ['Cem agreed to send the request', '[Cem Other] Cem agreed to send the request'],
    ['All to review the charter', '[all] All to review the charter'],
  ])('%s', (line, expected) => {
    expect(inNotes(line)).toEqual([expected])
  })

  test.each([
    'Ada should open an issue',
    'Ben could help',
    'Ada plans to write something',
    'Ben hopes to finish',
    'Cem is working on it',
    'Will Ada open an issue?',
    'Ada will not do that',
    'We asked Ada to look',
    'Waiting for Ben to review',
    'This will be hard',
    'Ada will be on vacation',
    'Ada: I can help',
    'please comment',
    'Need to find somebody',
    'Approved to move forward',
    'AI: none',
    'Last week’s AI: Ada to write it',
  ])('no action: %s', (line) => {
    expect(inNotes(line)).toEqual([])
  })

  test('an item of dots is no action', () => {
    expect(actions('## Actions\n\n* …\n* [ ] ...\n* [ ] Ada: write it')).toHaveLength(1)
  })

  test('stand-ups promise nothing that counts', () => {
    expect(actions('## Standup\n\n* Ada: will write tests')).toEqual([])
  })

  test('boxes before items of the agenda are no actions', () => {
    expect(actions('## Agenda\n\n- [ ] Review of the scores\n- [x] Review of the alerts')).toEqual([])
  })

  test('what is said twice counts once, and the marked line is kept', () => {
    const found = read(
      `${ROSTER}## Notes\n\n* Ada: will document the whole security release process soon\n\n# Actions\n\n- Ada: will document the security release process\n`,
    ).actions
    expect(found).toEqual([
      { text: 'Ada: will document the security release process', owners: ['ada'], done: false, line: 14 },
    ])
  })
})
