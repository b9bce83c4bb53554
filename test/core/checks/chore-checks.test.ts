import { expect, test } from 'vitest'
import { choreChecks } from '../../../src/core/checks/chore-checks.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'

const SERIES = 'title: Core\nteam: core\nstarts: 2026-01-08 15:00\nzone: UTC\n'

function found(group: string, series: string): readonly string[] {
  const { workspace, problems } = readWorkspace(
    new Map([
      ['wg.yml', `name: Example\n${group}`],
      ['meetings/core.yml', `${SERIES}${series}`],
      ['meetings/web.yml', SERIES],
    ]),
  )
  expect(problems).toEqual([])
  return choreChecks.flatMap(({ find }) =>
    find({ workspace, now: new Date('2026-06-01T12:00:00Z') }).map(
      ({ place }) => `${place?.file} ${place?.line}`,
    ),
  )
}

const chores = (text: string) => `chores: { ${text} }\n`

test.each([
  ['nothing is said', '', '', []],
  ['it is off', '', chores('cancel-empty: false'), []],
  ['four days', chores('cancel-empty: 4 days before'), '', []],
  ['a day and two hours', chores('cancel-empty: 26 hours before'), '', []],
  ['a minute less', chores('cancel-empty: 25 hours 59 minutes'), '', ['wg.yml 2']],
  ['less grace', chores('cancel-empty: 14 hours before, cancel-grace: 12 hours'), '', []],
  [
    'more grace in a series',
    chores('cancel-empty: 2 days'),
    chores('cancel-grace: 2 days'),
    ['meetings/core.yml 5'],
  ],
  [
    'a series of its own',
    chores('cancel-grace: 3 days'),
    chores('cancel-empty: 3 days'),
    ['meetings/core.yml 5'],
  ],
])('%s', (_, group, series, places) => {
  expect(found(group, series)).toEqual(places)
})
