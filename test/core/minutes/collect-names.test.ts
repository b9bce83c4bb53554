import { expect, test } from 'vitest'
import { collectNames, lookupInFolder } from '../../../src/core/minutes/collect-names.ts'
import { readMinutes } from '../../../src/core/minutes/read-minutes.ts'
import { read } from './minutes-fixtures.ts'

const FOLDER = [
  read('## Present\n* Ada Example (@ada)\n* Ben Sample (@ben)\n* Cem Other\n'),
  read('## Present\n* ada  example (@Ada)\n* Ben Sample (@ben-two)\n'),
]

test('only names with one login are known', () => {
  expect([...collectNames(FOLDER)]).toEqual([['ada example', 'ada']])
})

test('a name without a login takes it from the folder, and says so', () => {
  const names = lookupInFolder(collectNames(FOLDER))
  const text = '## Present\n* Ada Example\n* Ben Sample\n* Dora New (@dora)\n\n## Notes\n* Ada to write it\n'
  const record = readMinutes({ text, path: '2026-12-03.md', names })
  expect(record.attendees).toEqual([
    { name: 'Ada Example', github: 'ada', role: null, present: true, from: 'folder', line: 2 },
    { name: 'Ben Sample', github: null, role: null, present: true, line: 3 },
    { name: 'Dora New', github: 'dora', role: null, present: true, line: 4 },
  ])
  expect(record.actions[0]?.owners).toEqual(['ada'])
})

test('logins that came from outside teach nothing', () => {
  const names = lookupInFolder(new Map([['ada example', 'ada']]))
  const record = readMinutes({ text: '## Present\n* Ada Example\n', path: '2026-12-03.md', names })
  expect(collectNames([record]).size).toBe(0)
})
