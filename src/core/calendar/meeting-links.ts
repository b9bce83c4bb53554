import { given } from '../given.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import { repositoryPath, type Workspace } from '../workspace.ts'

/** What the events of a workspace are made from. */
export interface EventMatter {
  readonly workspace: Workspace
  /** The paths of minutes and agendas that exist. */
  readonly minutes: ReadonlySet<string>
}

/** What a meeting links to, in the order in which people need it. */
const NAMES = ['Join', 'Watch', 'Agenda', 'Minutes', 'Agenda and minutes'] as const

/** A link of a meeting, with the word that stands before it. */
export interface MeetingLink {
  readonly name: (typeof NAMES)[number]
  readonly url: string
}

/**
 * The links of a meeting: where it is joined and watched, the issues with its agenda, and its minutes once there is a file.
 * Of a series without issues the file holds both.
 */
export function meetingLinks(meeting: Meeting, { workspace, minutes }: EventMatter): readonly MeetingLink[] {
  const { session, series } = meeting
  const path = minutesPathOf(meeting)
  const repository = workspace.group.repository ?? series.github?.repository
  const file =
    repository !== undefined && minutes.has(path)
      ? `https://github.com/${repository}/blob/HEAD/${repositoryPath(workspace, path).split('/').map(encodeURIComponent).join('/')}`
      : undefined
  const found = given({
    Join: session.join,
    Watch: session.watch,
    Agenda: issuesOf(meeting),
    [series.github ? 'Minutes' : 'Agenda and minutes']: file,
  })
  return NAMES.flatMap((name) => {
    const url = found[name]
    return url === undefined ? [] : [{ name, url }]
  })
}

/** A list, since nobody knows the number of an issue before it is opened. */
function issuesOf({ series: { github } }: Meeting): string | undefined {
  if (!github) return undefined
  const search = `is:issue label:"${github.labels[0] ?? 'meeting'}"`
  return `https://github.com/${github.repository}/issues?q=${encodeURIComponent(search)}`
}
