import { describe, expect, test } from 'vitest'
import { cancelChore, maybeEmptyMeetings } from '../../src/core/chores/cancel-chore.ts'
import { cancellingLine, readCancelling } from '../../src/core/plan/cancelling-texts.ts'
import { plannedMeetings } from '../../src/core/meetings/meeting.ts'
import type { Day } from '../../src/core/time/day.ts'
import { readWorkspace } from '../../src/core/workspace.ts'
import { groupTexts, seriesText } from './stage.ts'

const FILE = 'meetings/security-wg.yml'
const CHORES = 'chores: { cancel-empty: 4 days before }\n'

function workspaceWith(more: string, others: Readonly<Record<string, string>> = {}, folder = '') {
  const texts = groupTexts({ [FILE]: seriesText(more), ...others })
  const { workspace, problems } = readWorkspace(new Map(Object.entries(texts)), folder)
  expect(problems).toEqual([])
  return workspace
}

function seriesOf(workspace: ReturnType<typeof workspaceWith>) {
  const [series] = workspace.series
  if (!series) throw new Error('there is no series')
  return series
}

describe('the meetings for which GitHub is asked, four days before', () => {
  test.each([
    ['before the window', '2026-12-06T19:59:00Z', '', []],
    ['in the window', '2026-12-06T20:00:00Z', '', ['2026-12-10 near']],
    ['just before it begins', '2026-12-10T19:59:00Z', '', ['2026-12-10 near']],
    ['when it has begun', '2026-12-10T20:00:00Z', '', ['2026-12-10']],
    ['two days later', '2026-12-12T20:00:00Z', '', []],
    ['when it is cancelled', '2026-12-08T20:00:00Z', '2026-12-10: cancelled', ['2026-12-10']],
    ['when it has moved away', '2026-12-08T20:00:00Z', '2026-12-10: moved to 2026-12-20', ['2026-12-10']],
    ['where it has moved to', '2026-12-18T20:00:00Z', '2026-12-10: moved to 2026-12-20', ['2026-12-10 near']],
  ])('%s', (_, now, change, expected) => {
    const series = seriesOf(workspaceWith(change === '' ? '' : `changes: { ${change} }\n`))
    const found = maybeEmptyMeetings(series, new Date(now), 4 * 24 * 60)
    expect(found.map(({ meeting, near }) => `${meeting.planned}${near ? ' near' : ''}`)).toEqual(expected)
  })
})

describe('the chore', () => {
  const now = new Date('2026-12-08T20:00:00Z')

  test.each([
    ['is there', CHORES, {}, true],
    ['is there by wg.yml', '', { 'wg.yml': `name: Example\n${CHORES}` }, true],
    ['is not there unless somebody says so', '', {}, false],
    ['is switched off', 'chores: { cancel-empty: false }\n', { 'wg.yml': `name: Example\n${CHORES}` }, false],
    ['is not there without the chore of issues', CHORES.replace('{', '{ issues: false,'), {}, false],
  ])('%s', (_, more, others, there) => {
    const workspace = workspaceWith(more, others)
    expect(cancelChore({ series: seriesOf(workspace), workspace, now }) !== undefined).toBe(there)
  })

  test('asks for branch and file as the repository has them', () => {
    const workspace = workspaceWith(CHORES, {}, 'groups/web')
    expect(cancelChore({ series: seriesOf(workspace), workspace, now })?.question.branches).toEqual([
      {
        repository: 'example/security-wg',
        branch: 'wg/cancel/groups/web/security-wg/2026-12-10',
        paths: [`groups/web/${FILE}`],
        lightly: true,
      },
    ])
  })
})

describe('the hidden line', () => {
  const day = '2026-12-10' as Day
  const [meeting] = plannedMeetings(seriesOf(workspaceWith('')), { from: day, to: day })
  if (!meeting) throw new Error('there is no meeting')
  const at = new Date('2026-12-06T20:00:00Z')
  const line = cancellingLine(meeting, at)

  test('is read as it was written', () => {
    expect(readCancelling(meeting, `${line}\nWords`)).toEqual({ startsAt: meeting.startsAt, at })
  })

  test.each([
    ['is gone', ''],
    ['stands further down', `Words\n${line}`],
    ["is another meeting's", line.replace('12-10 ', '12-24 ')],
    ['names no instant', line.replaceAll('T20:00:00Z', 'T99:00:00Z')],
  ])('counts for nothing when it %s', (_, body) => {
    expect(readCancelling(meeting, body)).toBeUndefined()
  })
})
