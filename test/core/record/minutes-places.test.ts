import { describe, expect, test } from 'vitest'
import { dayOfMinutes, minutesPlaces } from '../../../src/core/record/minutes-places.ts'
import { missingMinutes } from '../../../src/core/record/missing-minutes.ts'
import type { Day } from '../../../src/core/time/day.ts'
import { groupOf } from './group.ts'

const series = (more = '') => {
  const text = `title: Core\nteam: core\nstarts: 2026-04-02 15:00\nzone: Europe/Vienna\nrepeats: every week\n${more}`
  const [one] = groupOf('', { 'meetings/core.yml': text }).series
  if (!one) throw new Error('no series')
  return one
}

const at = (now: string, files: readonly string[], more = '') =>
  minutesPlaces({ series: [series(more)], files: new Set(files), now: new Date(now) }).map(
    ({ key, date, file, exists }) => `${key} ${date} ${file}${exists ? '' : ' -'}`,
  )

describe('the places of minutes', () => {
  test('are those of meetings that are over: one that lasts is not held yet', () => {
    // 15:00 in Vienna in April is 13:00 UTC; the meeting lasts an hour.
    expect(at('2026-04-09T13:59:00Z', [])).toEqual([
      'core/2026-04-02 2026-04-02 meetings/core/2026-04-02.md -',
    ])
    expect(at('2026-04-09T14:00:00Z', [])).toHaveLength(2)
  })

  test('leave out what was cancelled, also when a file says so', () => {
    const more = 'changes: { 2026-04-09: cancelled }\n'
    expect(at('2026-04-16T20:00:00Z', [], more).map((each) => each.split(' ')[0])).toEqual([
      'core/2026-04-02',
      'core/2026-04-16',
    ])
  })

  test.each([
    ['the day first planned', 'meetings/core/2026-04-09.md'],
    ['the new day', 'meetings/core/2026-04-10.md'],
  ])('a meeting that moved has its file at %s', (_, file) => {
    const more = 'changes: { 2026-04-09: moved to 2026-04-10 }\n'
    expect(at('2026-04-11T00:00:00Z', [file], more)).toContain(`core/2026-04-09 2026-04-10 ${file}`)
  })

  test('include minutes that are older than the series, and no agenda of what is to come', () => {
    const files = ['meetings/core/2019-01-03.md', 'meetings/core/2026-04-09.md', 'meetings/core/notes.md']
    expect(at('2026-04-08T00:00:00Z', files)).toEqual([
      'core/2019-01-03 2019-01-03 meetings/core/2019-01-03.md',
      'core/2026-04-02 2026-04-02 meetings/core/2026-04-02.md -',
    ])
  })

  test('include minutes of other names, of the time before the series met as it does', () => {
    const files = [
      'meetings/core/core-meeting-2019-01-03.md',
      'meetings/core/talk-2026-04-05.md',
      'talks/2019-01-03.md',
    ]
    expect(at('2026-04-08T00:00:00Z', files).map((each) => each.split(' ')[2])).toEqual([
      'meetings/core/core-meeting-2019-01-03.md',
      'meetings/core/2026-04-02.md',
    ])
  })

  test.each([
    ['notes/{date}.md', 'notes/2026-04-02.md', '2026-04-02'],
    ['notes/{year}/{date}/minutes.md', 'notes/2026/2026-04-02/minutes.md', '2026-04-02'],
    ['notes/{year}/{date}.md', 'notes/2025/2026-04-02.md', undefined],
    ['notes/{date}.md', 'notes/2026-04-31.md', undefined],
    ['notes/{date}.md', 'notes/2026-04-02xmd', undefined],
    ['notes/{series}-{date}.md', 'notes/core-2026-04-02.md', '2026-04-02'],
    ['notes/{series}-{date}.md', 'notes/other-2026-04-02.md', undefined],
  ])('%s: %s is of %s', (pattern, path, day) => {
    expect(dayOfMinutes(series(`minutes: "${pattern}"\n`), path)).toBe(day)
  })

  test('of two series in one folder the one that meets on the day has the file', () => {
    const tuesday =
      'title: Two\nteam: core\nstarts: 2026-04-07 15:00\nzone: Europe/Vienna\nrepeats: every week\nminutes: "meetings/{date}.md"\n'
    const thursday = tuesday.replace('2026-04-07', '2026-04-02')
    const { series: both } = groupOf('', { 'meetings/core.yml': thursday, 'meetings/two.yml': tuesday })
    const places = minutesPlaces({
      series: both,
      files: new Set(['meetings/2026-04-02.md', 'meetings/2026-04-07.md']),
      now: new Date('2026-04-08T00:00:00Z'),
    })
    expect(places.map(({ key, exists }) => [key, exists])).toEqual([
      ['core/2026-04-02', true],
      ['two/2026-04-07', true],
    ])
  })
})

test('what could not be read is not missing', () => {
  const [place] = minutesPlaces({
    series: [series()],
    files: new Set(),
    now: new Date('2026-04-03T00:00:00Z'),
  })
  if (!place) throw new Error('no place')
  const states = ['missing', 'untouched', 'unreadable', 'written'] as const
  const missing = missingMinutes(
    states.map((state) => ({ ...place, state })),
    '2026-04-12' as Day,
  )
  expect(missing.map(({ record, age }) => [record.state, age])).toEqual([
    ['missing', 10],
    ['untouched', 10],
  ])
})
