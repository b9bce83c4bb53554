import { type Agenda, countItems, shortenAgenda } from '../meetings/agenda.ts'
import { feedAddress, seriesFeed } from '../calendar/feed-address.ts'
import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { type FilledText, fillMarks } from '../text/fill-marks.ts'
import type { Line } from '../text/line.ts'
import { fillValues } from '../text/template-values.ts'
import { markdownText } from '../text/inline-markdown.ts'
import type { Workspace } from '../workspace.ts'
import { agendaLines, type LinkTo } from './agenda-lines.ts'
import { type Links, linkLines } from './link-lines.ts'
import { invitedLines, joinLines } from './people-lines.ts'
import { timeLines } from './time-lines.ts'
import { meetingTitle } from './titles.ts'

/** What a text about a meeting is made from. */
export interface MeetingMatter extends Links {
  readonly meeting: Meeting
  readonly workspace: Workspace
  readonly agenda: Agenda
  /** The address of a file of the workspace, as a link in this text names it; undefined where it can have none. */
  readonly linkTo: LinkTo
  /** What only minutes show. */
  readonly minutes?: MinutesMatter
}

/** What only minutes show. */
export interface MinutesMatter {
  readonly present: readonly Line[]
  readonly actions: readonly Line[]
  /** The agenda as it stands elsewhere, with what people wrote there. */
  readonly agenda?: readonly Line[]
}

/** The marks that a text about a meeting may hold. */
export const MEETING_MARKS = ['time', 'links', 'invited', 'join', 'agenda', 'present', 'actions'] as const

/** The values that a template of a meeting may name. */
export const MEETING_VALUES = [
  'meeting.key',
  'meeting.title',
  'meeting.date',
  'meeting.join',
  'meeting.watch',
  'series.title',
  'group.name',
] as const

/** The hidden key by which a meeting's text is known. */
export function keyMark(meeting: Meeting): string {
  return `<!-- wg:meeting ${meeting.key} -->`
}

/** Makes a text from a template: values, marks, and the meeting's key on top where the template forgot it. */
export function newMeetingText(template: string, matter: MeetingMatter): FilledText {
  const { meeting } = matter
  const text = fillTemplate(template, matter)
  const keyed = text.includes(keyMark(meeting)) ? text : `${keyMark(meeting)}\n\n${text}`
  return fillMarks(keyed, fillings(matter), { fresh: true })
}

/** A template with the values of a meeting; its marks stay empty. */
export function fillTemplate(
  template: string,
  { meeting, workspace }: Pick<MeetingMatter, 'meeting' | 'workspace'>,
): string {
  const values: Readonly<Record<(typeof MEETING_VALUES)[number], string>> = {
    'meeting.key': meeting.key,
    'meeting.title': markdownText(meetingTitle(meeting, workspace)),
    'meeting.date': meeting.date,
    'meeting.join': meeting.session.join ?? '',
    'meeting.watch': meeting.session.watch ?? '',
    'series.title': markdownText(meeting.series.title),
    'group.name': markdownText(workspace.group.name),
  }
  return fillValues(template, new Map(Object.entries(values))).text
}

/** Fills the marks of a text that exists; people's own lines stay. */
export function refreshMeetingText(text: string, matter: MeetingMatter): FilledText {
  return fillMarks(text, fillings(matter))
}

function fillings(matter: MeetingMatter): ReadonlyMap<string, readonly Line[]> {
  const { meeting, workspace, agenda, linkTo, minutes } = matter
  const byName: Readonly<Partial<Record<(typeof MEETING_MARKS)[number], readonly Line[]>>> = {
    time: timeLines(meeting, workspace),
    links: linkLines({
      ...matter,
      ...given({ feed: feedAddress(workspace, seriesFeed(meeting.series.id)) }),
    }),
    invited: invitedLines(meeting, workspace),
    join: joinLines(meeting),
    agenda: minutes?.agenda ?? agendaLines(agenda, { linkTo, length: meeting.series.length }),
    ...given({ present: minutes?.present, actions: minutes?.actions }),
  }
  return new Map(Object.entries(byName))
}

/**
 * Makes a text that has at most `longest` characters: the agenda is cut at whole items until it fits, and says how
 * many are missing and where they are.
 */
export function fitMeetingText(
  matter: MeetingMatter,
  longest: number,
  make: (matter: MeetingMatter) => FilledText,
): FilledText {
  const whole = make(matter)
  if (whole.text.length <= longest) return whole
  let [fits, tooMany] = [0, countItems(matter.agenda)]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if (make(shortened(matter, middle)).text.length <= longest) fits = middle
    else tooMany = middle
  }
  return make(shortened(matter, fits))
}

function shortened(matter: MeetingMatter, count: number): MeetingMatter {
  return { ...matter, agenda: shortenAgenda(matter.agenda, count) }
}
