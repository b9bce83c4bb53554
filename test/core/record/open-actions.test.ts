import { describe, expect, test } from 'vitest'
import { openActionLines } from '../../../src/core/minutes/open-action-lines.ts'
import { openActionsBefore } from '../../../src/core/record/open-actions.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import { groupOf, recordOf } from './group.ts'

const MEMBERS = `  - { login: ada-example, name: Ada Example, serves: [{ team: core, since: 2026-01-01 }] }
  - { login: ben-example, name: Ben Example, serves: [{ team: core, since: 2026-01-01 }] }`

const CALLS = {
  'meetings/calls.yml':
    'title: Calls\nteam: core\nstarts: 2026-04-04 15:00\nzone: Europe/Vienna\nrepeats: every week\nminutes: meetings/core/{date}.md\n',
}

interface CarriedOptions {
  readonly more?: Readonly<Record<string, string>>
  /** The days on which Zoe is there. */
  readonly guests?: readonly string[]
}

/** The boxes with which the minutes of a day begin; the minutes given by day hold these actions. */
function carriedInto(
  day: string,
  minutes: Readonly<Record<string, string>>,
  { more = {}, guests = Object.keys(minutes) }: CarriedOptions = {},
): readonly string[] {
  const workspace = groupOf(MEMBERS, more)
  const texts = Object.fromEntries(
    Object.entries(minutes).map(([date, actions]) => [
      date,
      `# Core ${date}\n\n## Present\n\n- Ada Example (@ada-example)\n${guests.includes(date) ? '- Zoe Young (@zoe-example) (guest)\n' : ''}\n## Action items\n\n${actions}\n`,
    ]),
  )
  const series = workspace.series.find(({ id }) => id === 'core')
  if (!series) throw new Error('no series')
  const date = day as Day
  const meeting = { series, date, key: `core/${date}` as const }
  return openActionLines(openActionsBefore(meeting, recordOf(workspace, texts), workspace.members)).map(
    ({ text }) => text,
  )
}

describe('actions carried into the minutes of a meeting', () => {
  test('however many meetings ago they were said', () => {
    const quiet = Array.from({ length: 12 }, (_, week) => addDays('2026-04-09' as Day, 7 * week))
    const minutes = Object.fromEntries(quiet.map((day) => [day, 'None.']))
    expect(carriedInto('2026-07-02', { '2026-04-02': '- [ ] Ada to write the letter', ...minutes })).toEqual([
      '- [ ] Ada to write the letter (since 2026-04-02)',
    ])
  })

  test('but not what this meeting or later ones say', () => {
    const minutes = { '2026-04-09': '- [ ] Ada to book a room', '2026-04-16': '- [ ] Ada to write a letter' }
    expect(carriedInto('2026-04-09', minutes)).toEqual(['_No action is open._'])
  })

  test('with whose they are where the text does not say it', () => {
    const minutes = {
      '2026-04-02': '- [ ] @ada-example: adapt the website to phones\n- [ ] Zoe to send the slides',
    }
    expect(carriedInto('2026-04-09', minutes)).toEqual([
      '- [ ] @ada-example: adapt the website to phones (since 2026-04-02)',
      '- [ ] Zoe to send the slides (since 2026-04-02)',
    ])
  })

  test('with the first day, also where only the box of earlier minutes knows it', () => {
    const minutes = {
      '2026-04-02': '- [ ] Ada to fix CI (since 2025-11-06)',
      '2026-04-09': '- [ ] Ada to fix CI',
    }
    expect(carriedInto('2026-04-16', minutes)).toEqual(['- [ ] Ada to fix CI (since 2025-11-06)'])
  })

  test('and not again when the box is ticked, also where the roster no longer has whose it is', () => {
    const first = '- [ ] Zoe: send slides\n- [ ] Zoe: order mugs'
    const carried = carriedInto('2026-04-09', { '2026-04-02': first })
    expect(carried).toHaveLength(2)
    const second = carried.join('\n').replace('[ ]', '[x]')
    expect(
      carriedInto('2026-04-16', { '2026-04-02': first, '2026-04-09': second }, { guests: ['2026-04-02'] }),
    ).toEqual(['- [ ] Zoe: order mugs (since 2026-04-02)'])
  })

  test('but not what another series of the team has done', () => {
    const minutes = {
      '2026-04-02': '- [ ] Ada to write the letter',
      '2026-04-04': '- [x] Ada to write the letter',
    }
    expect(carriedInto('2026-04-09', minutes, { more: CALLS })).toEqual(['_No action is open._'])
    expect(
      carriedInto('2026-04-09', { '2026-04-04': '- [ ] Ada to write the letter' }, { more: CALLS }),
    ).toEqual(['_No action is open._'])
  })
})
