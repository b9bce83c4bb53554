import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import { refuseNoNotes, refuseOtherNotes, refuseUntimely } from '../minutes/judge-notes.ts'
import { mergeNotes } from '../minutes/merge-notes.ts'
import { tidyNotes } from '../minutes/tidy-notes.ts'
import { keyMark } from '../render/meeting-text.ts'
import { splitFrontMatter } from '../text/front-matter.ts'
import { findMarks } from '../text/marks.ts'
import { findLineStarts } from '../text/spot.ts'
import { localTimeIn } from '../time/zone.ts'
import type { Plan, WriteFile } from './change.ts'

/** Notes that are to become the minutes of a meeting. */
export interface NotesQuestion {
  readonly meeting: Meeting
  /** The notes as they come, and where they come from, as a person calls it. */
  readonly notes: string
  readonly from: string
  /** The template of minutes. */
  readonly template: string
  /** What wg prepares for this meeting, before anybody has written into it. */
  readonly skeletons: readonly string[]
  /** The templates of these. */
  readonly templates: readonly string[]
  readonly now: Date
}

/** Notes that are fit to be published: tidied, and with the meeting's key. Refuses what are no notes of this meeting. */
export function readNotes(question: NotesQuestion): string {
  const { meeting, notes, from, template, now } = question
  const untimely = refuseUntimely(meeting, localTimeIn(meeting.session.zone, now).day)
  if (untimely) throw untimely
  refuseNoNotes({ from, text: notes })
  const text = tidyNotes(notes, { template })
  refuseOtherNotes({ ...question, text })
  return withKey(text, meeting)
}

/** The key goes on top, below front matter. */
function withKey(text: string, meeting: Meeting): string {
  if (findMarks(text).keys.some(({ key }) => key === meeting.key)) return text
  const { yaml, body } = splitFrontMatter(text)
  const at = yaml ? (findLineStarts(text)[body.startLine - 1] ?? text.length) : 0
  return `${text.slice(0, at)}${at === 0 ? '' : '\n'}${keyMark(meeting)}\n\n${text.slice(at).replace(/^\n+/, '')}`
}

/** Plans the file of the minutes: the notes, with what stands in the file already. Refuses to lose a line of either. */
export function planMinutes(
  question: NotesQuestion,
  { existing, isFile }: { readonly existing: string | undefined; readonly isFile: boolean },
): Plan<WriteFile> {
  const path = minutesPathOf(question.meeting)
  const notes = readNotes(question)
  const after =
    existing === undefined || isFile
      ? notes
      : mergeNotes({ path, existing, notes, skeletons: question.skeletons })
  if (after === existing) return { changes: [], notes: [`\`${path}\` holds these minutes already.`] }
  const before = existing === undefined ? {} : { before: existing }
  return { changes: [{ kind: 'write-file', path, ...before, after }], notes: [] }
}
