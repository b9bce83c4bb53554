import type { PersonAttendance, TeamAttendance } from '../record/attendance.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Element } from 'hast'
import { s } from 'hastscript'
import { toHtml } from 'hast-util-to-html'

/** Of how many meetings, and of how many people, the chart has room at most; the newest, and those who came last. */
const MOST_MEETINGS = 60
const MOST_PEOPLE = 60

const CELL = 14
const ROW = 20
const LETTER = 7.4
const HEAD = 34
const LETTERS = 24

/** What the chart of a team's attendance shows. */
export interface AttendanceChart {
  readonly title: string
  readonly attendance: TeamAttendance
}

/**
 * Who was at which meeting, as an SVG that needs no other file: a row for each person, a column for each of the last meetings; a full square
 * where they were there, an empty one where they were not, none where they did not serve.
 */
export function attendanceChartSvg({ title, attendance }: AttendanceChart): string {
  const first = Math.max(0, attendance.meetings.length - MOST_MEETINGS)
  const meetings = attendance.meetings.slice(first)
  const people = chartedPeople(attendance)
  const names = namesWidth(people)
  const [width, height] = [names + Math.max(meetings.length, 8) * CELL + 16, HEAD + people.length * ROW + 8]
  const svg = s(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      ariaLabelledBy: 'title',
    },
    s('title', { id: 'title' }, plainLine(title)),
    s('style', STYLE),
    s('rect', { className: 'back', width: '100%', height: '100%' }),
    ...[meetings[0], meetings.length > 14 ? meetings.at(-1) : undefined].flatMap((meeting, index) =>
      meeting === undefined
        ? []
        : [
            s(
              'text',
              {
                className: 'day',
                x: index === 0 ? names : names + meetings.length * CELL,
                y: 20,
                textAnchor: index === 0 ? 'start' : 'end',
              },
              meeting.record.date,
            ),
          ],
    ),
    ...people.flatMap((person, index) => personRow(person, { top: HEAD + index * ROW, first, names })),
  )
  return `${toHtml(svg, { space: 'svg' })}\n`
}

/** Those whom the chart has room for: who was there last comes first into it, and the order is that of the roster. */
export function chartedPeople({ people }: TeamAttendance): readonly PersonAttendance[] {
  if (people.length <= MOST_PEOPLE) return people
  const newest = [...people].sort((a, b) => ((a.lastAttended ?? '') > (b.lastAttended ?? '') ? -1 : 1))
  const kept = new Set(newest.slice(0, MOST_PEOPLE))
  return people.filter((person) => kept.has(person))
}

function namesWidth(people: readonly PersonAttendance[]): number {
  return (
    Math.ceil(Math.max(6, ...people.map(({ member }) => plainLine(member.name, LETTERS).length)) * LETTER) +
    12
  )
}

const STYLE = [
  'svg{color-scheme:light dark;--ink:#1f2328;--there:#0a5fb4;--line:#8c959f;--back:#fff}',
  '@media (prefers-color-scheme:dark){svg{--ink:#f0f6fc;--there:#58a6ff;--line:#8b949e;--back:#0d1117}}',
  '.back{fill:var(--back)}',
  'text{font:13px system-ui,sans-serif;fill:var(--ink)}',
  '.name{text-anchor:end}',
  '.there{fill:var(--there)}',
  '.missed{fill:none;stroke:var(--line);stroke-width:1}',
].join('')

interface Row {
  readonly top: number
  /** The number of the first meeting that is shown. */
  readonly first: number
  /** Where the names end and the squares begin. */
  readonly names: number
}

function personRow({ member, turns }: PersonAttendance, { top, first, names }: Row): readonly Element[] {
  const shown = turns.slice(first)
  const squares = (state: boolean, inset: number) =>
    shown
      .flatMap((turn, index) => {
        if (turn !== state) return []
        const size = CELL - 2 * inset
        return [`M${names + index * CELL + inset} ${top + inset}h${size}v${size}h-${size}z`]
      })
      .join('')
  const [there, missed] = [squares(true, 1.5), squares(false, 2)]
  return [
    s('text', { className: 'name', x: names - 8, y: top + 12 }, plainLine(member.name, LETTERS)),
    ...(there === '' ? [] : [s('path', { className: 'there', d: there })]),
    ...(missed === '' ? [] : [s('path', { className: 'missed', d: missed })]),
  ]
}
