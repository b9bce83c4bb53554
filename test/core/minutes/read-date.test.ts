import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateInPath, datesInText } from '../../../src/core/minutes/dates-in-text.ts'
import { read } from './minutes-fixtures.ts'
import { runs } from '../../thoroughness.ts'

describe('days in paths', () => {
  test.each([
    ['meetings/2026-12-03.md', '2026-12-03'],
    ['meeting-notes/2026.12.03_meeting_notes.md', '2026-12-03'],
    ['notes/20261203_meeting.md', '2026-12-03'],
    ['meetings/2026-12-03/minutes.md', '2026-12-03'],
    ['doc/build-wg-meeting-2026-12-03.md', '2026-12-03'],
    ['2026/telcons/12-03-privacy-minutes.md', '2026-12-03'],
    ['2026/CG-12-03.md', '2026-12-03'],
    ['2026/03-town/29-03-2026-minutes.md', '2026-03-29'],
    ['notes/2026/07-Jul-2026.md', '2026-07-07'],
    ['core/2026-02/february-05.md', '2026-02-05'],
    ['notes/2026-03-1.md', '2026-03-01'],
    ['minutes/12-3-26.md', '2026-12-03'],
    ['notes/2026/2026-11.md', null],
    ['meetings/2026-02-30.md', null],
    ['minutes.md', null],
  ])('%s', (path, day) => {
    expect(dateInPath(path).day).toBe(day)
  })
})

describe('days in text', () => {
  test.each([
    ['Node Example Meeting 2026-12-03', '2026-12-03'],
    ['December 3rd, 2026', '2026-12-03'],
    ['Dec 3 2026', '2026-12-03'],
    ['3 December 2026', '2026-12-03'],
    ['03-Dec-2026 Notes', '2026-12-03'],
    ['2026-December-3 Notes', '2026-12-03'],
    ['the 3rd of December 2026', '2026-12-03'],
    ['12/3/2026', '2026-12-03'],
    ['December 2026', undefined],
    ['version 26.12.3', undefined],
  ])('%s', (text, day) => {
    expect(datesInText(text, null)[0]).toBe(day)
  })

  test('every day that a clock can show is read back from how it is written', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('1995-01-01T00:00:00Z'),
          max: new Date('2090-12-31T00:00:00Z'),
          noInvalidDate: true,
        }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(date)
          const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
            date,
          )
          expect(datesInText(long, null)).toEqual([day])
          expect(datesInText(british, null)).toEqual([day])
          expect(dateInPath(`meetings/${day}.md`).day).toBe(day)
        },
      ),
      { numRuns: runs(200) },
    )
  })
})

describe('the day of the meeting', () => {
  test.each([
    ['the path wins', '# Meeting 2026-11-05', 'a/2026-12-03.md', '2026-12-03'],
    ['the title where the path is silent', '# Meeting 2026-11-05', 'a/minutes.md', '2026-11-05'],
    ['a labelled line', '# Meeting\n\n* Date: 2026-11-05\n', 'a/minutes.md', '2026-11-05'],
    ['a heading with the label', '# Group\n\n## Date 11/5/2026\n', 'a/minutes.md', '2026-11-05'],
    ['front matter', '---\ntitle: "2026-11-05"\n---\n\n# Group\n', 'a/minutes.md', '2026-11-05'],
    ['the year of the folder', '## Agenda for the June 20 video call\n', '2026/call.md', '2026-06-20'],
    ['not the next meeting', '# Group\n\n- Next meeting: 2026-11-05\n', 'a/minutes.md', null],
    ['a month is no day', '# Group, November 2026\n', 'notes/2026-11.md', null],
  ])('%s', (...[, text, path, day]) => {
    expect(read(text, path).date).toBe(day)
  })

  test('a title that disagrees with the path is reported at its line', () => {
    const { problems } = read('\n# Meeting 2026-11-05\n\n## Present\n* Ada Example\n', 'a/2026-12-03.md')
    expect(problems.map(({ rule, place }) => [rule, place?.line])).toEqual([['minutes-date-mismatch', 2]])
  })
})
