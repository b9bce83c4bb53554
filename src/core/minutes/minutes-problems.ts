import { sortProblems, type Problem } from '../problem.ts'
import type { FoundDate } from './read-date.ts'
import type { VisibleLines } from './hide-unseen.ts'
import type { Attendee } from './minutes-record.ts'
import type { Section } from './read-sections.ts'
import type { SectionRole } from './words.ts'
import type { Source } from './source-lines.ts'

/** What the reader has found out about a file. */
export interface MinutesFindings {
  readonly file: string
  readonly source: Source
  readonly visible: VisibleLines
  readonly sections: readonly Section[]
  readonly found: FoundDate
  readonly attendees: readonly Attendee[]
}

type Finding = Omit<Problem, 'place'> & { readonly line: number }

/** The name of the rule and the line. */
type Spot = readonly [rule: string, line: number]

interface LeftOver {
  readonly rule: string
  readonly pattern: RegExp
  readonly message: (text: string) => string
  readonly hint: string
}

const FILL_IN = 'Fill it in, or take it out.'

/** What templates leave behind when nobody fills them in. */
const LEFT_OVERS: readonly LeftOver[] = [
  {
    rule: 'minutes-placeholder',
    pattern: /\$[A-Z][A-Z_]{2,30}\$/,
    message: (text) => `The placeholder \`${text}\` of the template is still here.`,
    hint: FILL_IN,
  },
  {
    rule: 'minutes-placeholder',
    pattern: /\{\{[^{}]{1,60}\}\}|<%[^%]{1,80}%>/,
    message: (text) => `The template code \`${text}\` is still here.`,
    hint: FILL_IN,
  },
  {
    rule: 'minutes-placeholder',
    pattern: /<(?:agenda-label|repo(?:sitory)?-name|group(?:-name)?|date|name|title|link|url)>/i,
    message: (text) => `The placeholder \`${text}\` of the template is still here.`,
    hint: FILL_IN,
  },
]
const TEAM_LINE = /(?:^|\s)(@[\w.-]+\/[\w.-]+)/

/** Finds what is wrong with a file of minutes, each with its line. */
export function findMinutesProblems(findings: MinutesFindings): Problem[] {
  const all = [
    ...unreadable(findings),
    ...leftOpen(findings),
    ...dates(findings),
    ...rosters(findings),
    ...emptySections(findings),
    ...leftOvers(findings),
  ]
  return sortProblems(
    all.map(({ line, ...problem }) => ({ ...problem, place: { file: findings.file, line, column: 1 } })),
  )
}

function unreadable({ source }: MinutesFindings): Finding[] {
  if (source.binary)
    return [
      error(['minutes-not-text', 1], 'This file is binary, not text.', 'Minutes are Markdown in UTF-8.'),
    ]
  const isEmpty = source.lines.every((line) => line === '')
  const { cutAt, shortenedAt, garbledAt } = source
  return [
    ...(isEmpty
      ? [error(['minutes-empty', 1], 'This file is empty.', 'Write the minutes, or take the file away.')]
      : []),
    ...(cutAt === undefined
      ? []
      : [
          error(
            ['minutes-too-long', cutAt],
            'This file is too long to be minutes; what stands from here on was not read.',
            'Split the file.',
          ),
        ]),
    ...(shortenedAt === undefined
      ? []
      : [
          warning(
            ['minutes-long-line', shortenedAt],
            'This line is too long; its end was not read.',
            'Break the line.',
          ),
        ]),
    ...(garbledAt === undefined
      ? []
      : [
          warning(
            ['minutes-encoding', garbledAt],
            'This line has characters that are not UTF-8.',
            'Save the file as UTF-8.',
          ),
        ]),
  ]
}

function leftOpen({ visible }: MinutesFindings): Finding[] {
  return visible.leftOpen.map(({ what, line }) =>
    what === 'comment'
      ? warning(
          ['minutes-open-comment', line],
          'The comment that opens here is never closed.',
          'Close it with `-->`, or the page hides all that follows.',
        )
      : warning(
          ['minutes-open-fence', line],
          'The code that opens here is never closed.',
          'Close it with the same marks, or the page shows all that follows as code.',
        ),
  )
}

function dates({ found, source }: MinutesFindings): Finding[] {
  const { date, inPath, inTitle, titleLine } = found
  if (source.binary) return []
  if (date === null)
    return [
      error(
        ['minutes-no-date', 1],
        'Neither the path nor the text says on which day the meeting was.',
        'Name the file after the day, such as `2026-12-03.md`.',
      ),
    ]
  if (inPath === null || inTitle === null || inPath === inTitle) return []
  return [
    warning(
      ['minutes-date-mismatch', titleLine],
      `The title says \`${inTitle}\`, the path says \`${inPath}\`.`,
      'Put right the one that is wrong.',
    ),
  ]
}

function rosters({ attendees, sections, source }: MinutesFindings): Finding[] {
  if (source.binary || source.lines.every((line) => line === '')) return []
  const roster = sections.find((section) => section.role === 'attendees')
  if (attendees.some((attendee) => attendee.present)) return []
  return roster === undefined
    ? [
        warning(
          ['minutes-no-attendees', 1],
          'No list says who was there.',
          'Add a section `Present` with one person a line.',
        ),
      ]
    : [
        warning(
          ['minutes-no-attendees', roster.line],
          'Nobody is listed as present.',
          'Write who was there, one person a line.',
        ),
      ]
}

/** Roles whose sections say nothing when nothing stands in them. */
const SHOULD_HOLD: ReadonlySet<SectionRole> = new Set(['agenda', 'notes', 'actions', 'decisions'])
/** What follows an empty heading as its content, though it is not nested. */
const CONTENT: ReadonlySet<SectionRole> = new Set([
  'announcements',
  'updates',
  'repository',
  'topic',
  'agenda',
])

/** A section that ends where it begins; one that only holds others is not empty. */
function emptySections({ sections }: MinutesFindings): Finding[] {
  return sections.flatMap((section, index) => {
    const next = sections[index + 1]
    const nested = next?.around.at(-1) === index || (next !== undefined && next.level > section.level)
    const holds = nested || section.blocks.length > 0 || (next !== undefined && CONTENT.has(next.role))
    const isEmpty = SHOULD_HOLD.has(section.role) && !holds
    return isEmpty
      ? [
          warning(
            ['minutes-empty-section', section.line],
            `The section \`${section.heading}\` is empty.`,
            FILL_IN,
          ),
        ]
      : []
  })
}

function leftOvers({ visible, sections }: MinutesFindings): Finding[] {
  const marks = visible.lines.flatMap((line, index) =>
    LEFT_OVERS.flatMap(({ rule, pattern, message, hint }) => {
      const text = line.length > 400 ? undefined : pattern.exec(line)?.[0]
      return text === undefined ? [] : [warning([rule, index + 1], message(text), hint)]
    }),
  )
  const teams = sections
    .filter((section) => section.context === 'attendees')
    .flatMap((section) => section.blocks)
    .flatMap((block) => {
      const team = TEAM_LINE.exec(block.text.slice(0, 400))?.[1]
      return team === undefined
        ? []
        : [
            warning(
              ['minutes-team-placeholder', block.line],
              `\`${team}\` is a team, not a person who was there.`,
              'List the people instead, and take the line out.',
            ),
          ]
    })
  return [...marks, ...teams]
}

function error([rule, line]: Spot, message: string, hint: string): Finding {
  return { rule, severity: 'error', message, hint, line }
}

function warning([rule, line]: Spot, message: string, hint: string): Finding {
  return { rule, severity: 'warning', message, hint, line }
}
