import type { Meeting } from '../meetings/meeting.ts'
import { type Refusal, refuse } from '../problem.ts'
import { findMarks } from '../text/marks.ts'
import { readMinutes } from './read-minutes.ts'
import { isUntouched } from './untouched.ts'

/** Notes, and what they are to be the minutes of. */
export interface NotesToJudge {
  readonly meeting: Meeting
  /** Where they come from, as a person calls it: `notes.md`, `standard input`. */
  readonly from: string
  readonly text: string
  /** What wg prepares for the meeting, and the templates of that. */
  readonly skeletons: readonly string[]
  readonly templates: readonly string[]
}

/** Longer texts are no notes of a meeting. */
const LONGEST = 500_000
/** Deeper lists and quotes are nobody's, and take the reader of Markdown a long time. */
const DEEPEST = 300

const RULE = 'publish'

/** Refuses what cannot be the notes of a meeting before it is read as Markdown: what is no text, empty, much too long, or nested without end. */
export function refuseNoNotes({ from, text }: Pick<NotesToJudge, 'from' | 'text'>): void {
  if (text.includes('\u0000'))
    throw refuse(RULE, `${from} is binary and no text.`, 'Export the notes as Markdown.')
  if (text.replace(/[\uFEFF\u200B]/g, '').trim() === '')
    throw refuse(RULE, `${from} is empty.`, 'Write the notes first. Nothing was written.')
  if (text.length > LONGEST)
    throw refuse(
      RULE,
      `${from} has ${text.length} characters, more than the notes of a meeting can have.`,
      'Publish the notes alone.',
    )
  const deep = text.split('\n').findIndex((line) => (/^[\s>*+-]*/.exec(line)?.[0].length ?? 0) > DEEPEST)
  if (deep !== -1)
    throw refuse(
      RULE,
      `${from}, line ${deep + 1}, is indented or quoted too deeply to be read.`,
      'Put the line right.',
    )
}

/** Refuses notes that are another meeting's, and a skeleton into which nobody has written. */
export function refuseOtherNotes({ meeting, from, text, skeletons, templates }: NotesToJudge): void {
  const keys = findMarks(text).keys.filter(({ name }) => name === 'meeting')
  const other = keys.find(({ key }) => key !== meeting.key)
  if (other && !keys.some(({ key }) => key === meeting.key))
    throw refuse(
      RULE,
      `${from} carries the key of another meeting, \`${other.key}\`.`,
      `Publish it as that one, or put \`<!-- wg:meeting ${meeting.key} -->\` there.`,
    )
  if (isUntouched(text, { skeletons, templates }))
    throw refuse(
      RULE,
      `${from} is as wg prepared it: nobody has noted anything yet.`,
      'Write the notes first.',
    )
  const wrong = otherDay(text, meeting)
  if (wrong === undefined) return
  throw refuse(
    RULE,
    `${from}, line ${wrong.line}, says \`${wrong.day}\`, and \`${meeting.key}\` takes place on ${meeting.date}.`,
    'Publish the notes as the minutes of their own meeting, or put the day in them right.',
  )
}

function otherDay(
  text: string,
  { planned, date }: Meeting,
): { readonly day: string; readonly line: number } | undefined {
  const { date: day } = readMinutes({ text, path: 'notes.md' })
  if (day === null || day === planned || day === date) return undefined
  const line = text.split('\n').findIndex((each) => each.includes(day)) + 1
  return { day, line: Math.max(1, line) }
}

/** Refuses minutes of a meeting that has not come yet or does not take place. */
export function refuseUntimely({ key, date, status }: Meeting, today: string): Refusal | undefined {
  if (status === 'cancelled')
    return refuse(
      RULE,
      `\`${key}\` is cancelled, so it has no minutes.`,
      'If it took place after all, take the line out of `changes` in the file of its series.',
    )
  if (today >= date) return undefined
  return refuse(
    RULE,
    `\`${key}\` takes place on ${date}: there is nothing to publish yet.`,
    'Publish the notes when the meeting is over.',
  )
}
