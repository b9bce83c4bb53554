import type { ElementContent } from 'hast'
import type { DaySpan, Meeting, MeetingKey } from '../meetings/meeting.ts'
import type { MeetingAttendance, TeamAttendance } from '../record/attendance.ts'
import type { KnownMembers } from '../record/know-members.ts'
import type { ListedDecision } from '../record/list-decisions.ts'
import type { MeetingRecord, ReadMeeting } from '../record/meeting-record.ts'
import type { TrackedAction } from '../record/track-actions.ts'
import type { Day } from '../time/day.ts'
import type { Workspace } from '../workspace.ts'
import type { SiteMemory } from './site-memory.ts'

/** What a site is made from. */
export interface SiteMatter {
  readonly workspace: Workspace
  readonly now: Date
  /** Every meeting that took place, by day. */
  readonly records: readonly MeetingRecord[]
  /** The texts of the minutes that were read, by the path of the file. */
  readonly texts: ReadonlyMap<string, string>
  /** The paths of minutes and agendas that exist. */
  readonly minutes: ReadonlySet<string>
  /** The feeds of `wg calendar`, by path. */
  readonly feeds: ReadonlyMap<string, string>
  /** The style and the scripts, by name. */
  readonly assets: ReadonlyMap<string, string>
  /** The repository in which the workspace lies, `owner/name`; undefined when nobody knows it. */
  readonly repository: string | undefined
  /** The path below which the pages are published, `/` or `/path/`. */
  readonly base: string
  readonly memory: SiteMemory
}

/** A team that the site shows: one with a charter, or one whose series meets. */
export interface SiteTeam {
  readonly id: string
  readonly name: string
}

/** Minutes that have a page. */
export interface MinutesEntry {
  readonly record: ReadMeeting
  readonly text: string
  /** The path of the page. */
  readonly path: string
}

/** All that pages are made from, read and tied together. */
export interface Site extends SiteMatter {
  readonly today: Day
  /** The days that the calendar and the feeds cover. */
  readonly span: DaySpan
  /** The meetings of the span, by their beginning; also cancelled ones. */
  readonly meetings: readonly Meeting[]
  readonly teams: readonly SiteTeam[]
  /** Minutes that were read, the oldest first. */
  readonly entries: readonly MinutesEntry[]
  readonly entryOf: ReadonlyMap<MeetingKey, MinutesEntry>
  readonly attendance: readonly TeamAttendance[]
  /** Who was at a meeting of which that was written down. */
  readonly attendanceOf: ReadonlyMap<MeetingKey, MeetingAttendance>
  readonly actions: readonly TrackedAction[]
  /** The action that stands in a line of minutes, by path and number of the line: `meetings/a.md:12`. */
  readonly actionAt: ReadonlyMap<string, TrackedAction>
  readonly decisions: readonly ListedDecision[]
  readonly known: KnownMembers
  /** The page of a file of the workspace, by its path. */
  readonly pages: ReadonlyMap<string, string>
}

/** The parts of the site that every page leads to. */
export type SitePart =
  'home' | 'calendar' | 'subscribe' | 'teams' | 'minutes' | 'actions' | 'attendance' | 'search'

/** Something else that says what a page says, for programs. */
export interface Alternate {
  readonly path: string
  readonly type: string
  readonly title: string
}

/** A page, before its frame is put around it. */
export interface SitePage {
  /** `calendar/index.html`. */
  readonly path: string
  /** Undefined on a page of no part. */
  readonly part?: SitePart
  /** The heading of the page. */
  readonly title: string
  /** What the page holds, in a sentence, for those who find it by searching. */
  readonly description: string
  /** What stands below the heading. */
  readonly content: readonly ElementContent[]
  /** What stands above the feeds of all meetings, which every page has. */
  readonly alternates?: readonly Alternate[]
  /** The names of the scripts that it needs besides the one that all have. */
  readonly scripts?: readonly string[]
}

/** The address of something on the site, from one page: relative, so that the site can lie below any path. */
export type LinkFrom = (path: string) => string
