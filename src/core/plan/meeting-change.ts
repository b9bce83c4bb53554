import { feedName } from '../calendar/feed-name.ts'
import { type Exception, printException } from '../meetings/exception.ts'
import type { Meeting } from '../meetings/meeting.ts'
import { refuse } from '../problem.ts'
import { editYamlEntry } from '../text/edit-yaml.ts'
import { seriesFile, type Workspace } from '../workspace.ts'
import type { Plan, WriteFile } from './change.ts'

/** Plans the edit of a series file that cancels or moves a meeting; undefined puts it back as first planned. Refuses a meeting that has begun, and one that another calendar plans. */
export function planMeetingChange(
  meeting: Meeting,
  exception: Exception | undefined,
  { workspace, now }: { readonly workspace: Workspace; readonly now: Date },
): Plan<WriteFile> {
  if (meeting.startsAt <= now) {
    throw refuse(
      'meeting',
      `\`${meeting.key}\` has begun or is over: it cannot be changed any more.`,
      'What became of it belongs into its minutes.',
    )
  }
  const { source } = meeting.series
  if (source) {
    throw refuse(
      'meeting',
      `\`${meeting.key}\` stands in a calendar, \`${feedName(source.url)}\`, and not in this workspace.`,
      'Change it in that calendar; wg reads it again.',
    )
  }
  const path = seriesFile(meeting.series.id, workspace)
  const before = workspace.texts.get(path) ?? ''
  const value = exception && printException(exception)
  const after = editYamlEntry(before, { section: 'changes', key: meeting.planned, value })
  if (after === before) return { changes: [], notes: [`\`${meeting.key}\` is so already.`] }
  return { changes: [{ kind: 'write-file', path, before, after }], notes: [] }
}
