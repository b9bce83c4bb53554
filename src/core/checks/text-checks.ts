import { MEETING_MARKS, MEETING_VALUES } from '../render/meeting-text.ts'
import { CHARTER_TEMPLATE_VALUES } from '../charters/charter-template.ts'
import { findMarks } from '../text/marks.ts'
import { didYouMean } from '../text/nearest.ts'
import { fillValues } from '../text/template-values.ts'
import type { Check, Finding } from './check.ts'

const marksAreWhole: Check['find'] = ({ workspace }) =>
  [...workspace.texts]
    .filter(([file]) => file.endsWith('.md'))
    .flatMap(([file, text]) =>
      findMarks(exampleOf(file, text)).faults.map(({ message, hint, line, column }) => ({
        message,
        hint,
        place: { file, line, column },
      })),
    )

/** A template is held up as what it would become, since a value may stand inside a mark; lines stay where they are. */
function exampleOf(file: string, text: string): string {
  return isTemplate(file) ? fillValues(text, new Map([['meeting.key', 'example/2000-01-01']])).text : text
}

const isTemplate = (file: string) => /^templates\/(issue|agenda|minutes)\.md$/.test(file)

const keysNameMeetings: Check['find'] = ({ workspace }) =>
  [...workspace.texts]
    .filter(
      ([file, text]) => file.endsWith('.md') && !file.startsWith('templates/') && text.includes('wg:meeting'),
    )
    .flatMap(([file, text]) =>
      findMarks(text)
        .keys.filter(
          ({ name, key }) => name === 'meeting' && !workspace.seriesNames.has(key.split('/')[0] ?? ''),
        )
        .map(({ key, line, column }) => ({
          message: `This file says that it is of the meeting \`${key}\`, and there is no such series.`,
          hint:
            didYouMean(key.split('/')[0] ?? '', [...workspace.seriesNames]) ??
            'A series that has ended keeps its file in meetings/.',
          place: { file, line, column },
        })),
    )

const marksAreKnown: Check['find'] = ({ workspace }) =>
  templatesOf(workspace.texts).flatMap(([file, text]) => unknownMarks(file, text))

function templatesOf(texts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...texts].filter(([file]) => isTemplate(file))
}

function unknownMarks(file: string, text: string): Finding[] {
  return findMarks(exampleOf(file, text))
    .blocks.filter(({ name }) => !(MEETING_MARKS as readonly string[]).includes(name))
    .map(({ name, line, column }) => ({
      message: `wg knows no mark \`wg:${name}\` in a text about a meeting.`,
      hint:
        didYouMean(name, MEETING_MARKS) ??
        `It knows: ${MEETING_MARKS.map((mark) => `wg:${mark}`).join(', ')}.`,
      place: { file, line, column },
    }))
}

const CHARTER_TEMPLATE = 'templates/charter.md'

const valuesAreKnown: Check['find'] = ({ workspace }) =>
  [...workspace.texts].flatMap(([file, text]) => {
    const known = file === CHARTER_TEMPLATE ? CHARTER_TEMPLATE_VALUES : MEETING_VALUES
    if (!isTemplate(file) && file !== CHARTER_TEMPLATE) return []
    return fillValues(text, new Map(known.map((name) => [name, '']))).faults.map(
      ({ message, hint, line, column }) => ({
        message,
        hint,
        place: { file, line, column },
      }),
    )
  })

/** The checks of marks and templates. */
export const textChecks: readonly Check[] = [
  {
    name: 'marks-are-whole',
    severity: 'error',
    sentence: 'Every mark is closed, alone of its kind, and stands in no other.',
    find: marksAreWhole,
  },
  {
    name: 'key-names-series',
    severity: 'error',
    sentence: 'Every text that carries the key of a meeting is of a series of this workspace.',
    find: keysNameMeetings,
  },
  {
    name: 'marks-are-known',
    severity: 'error',
    sentence: 'Templates hold only marks that wg fills.',
    find: marksAreKnown,
  },
  {
    name: 'values-are-known',
    severity: 'error',
    sentence: 'Templates name only values that wg has.',
    find: valuesAreKnown,
  },
]
