import { NO_WORDS } from '../../../src/core/minutes/minutes-words.ts'
import { readFolder } from '../../../src/core/minutes/read-folder.ts'
import { readWithoutMemory } from '../../../src/core/minutes/readings.ts'
import { type ReadMeeting, withMinutes } from '../../../src/core/record/meeting-record.ts'
import { minutesPlaces } from '../../../src/core/record/minutes-places.ts'
import { readWorkspace, type Workspace } from '../../../src/core/workspace.ts'

const WG = 'name: Example Group\n'

/** A workspace of one team that meets every Thursday from 2026-04-02 on, in Vienna. */
export function groupOf(members: string, more: Readonly<Record<string, string>> = {}): Workspace {
  const { workspace, problems } = readWorkspace(
    new Map(
      Object.entries({
        'wg.yml': WG,
        'members.yml': `members:\n${members || '  []'}\n`,
        'meetings/core.yml':
          'title: Core\nteam: core\nstarts: 2026-04-02 15:00\nzone: Europe/Vienna\nrepeats: every week\n',
        ...more,
      }),
    ),
  )
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return workspace
}

/** The meetings of a workspace with the minutes given by day, as of the end of 2026. */
export function recordOf(
  workspace: Workspace,
  minutes: Readonly<Record<string, string>>,
): readonly ReadMeeting[] {
  const texts = Object.entries(minutes).map(([day, text]) => ({ path: `meetings/core/${day}.md`, text }))
  const read = readFolder(texts, { members: workspace.members, read: readWithoutMemory(NO_WORDS) })
  const byPath = new Map(texts.map(({ path }, index) => [path, read[index]]))
  const places = minutesPlaces({
    series: workspace.series,
    files: new Set(byPath.keys()),
    now: new Date('2026-12-31T00:00:00Z'),
  })
  return withMinutes(
    places.map((place) => {
      const record = byPath.get(place.file)
      return { ...place, state: record ? 'written' : 'missing', ...(record && { minutes: record }) }
    }),
  )
}
