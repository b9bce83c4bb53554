import { meetingFeed } from '../../core/calendar/make-feeds.ts'
import { writeFeed } from '../../core/calendar/write-feed.ts'
import { existingMinutes } from '../existing-minutes.ts'
import { inviteesOf } from '../../core/meetings/invitees.ts'
import type { Meeting } from '../../core/meetings/meeting.ts'
import { minutesPathOf } from '../../core/meetings/minutes-path.ts'
import { meetingTitle } from '../../core/render/titles.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import { printInstant } from '../../core/time/print-time.ts'
import { describeMinutes } from '../../core/time/span.ts'
import { parseZone, type ZoneId } from '../../core/time/zone.ts'
import type { Workspace } from '../../core/workspace.ts'
import { load, openApp } from '../app.ts'
import { chooseMeeting } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { meetingAsJson } from '../../core/meetings/meeting-as-json.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<key>', '<series>/<day>, as `wg meeting list` prints it')
    .option('--ics', 'print the meeting as an iCalendar file')
    .addHelpText(
      'after',
      '\nExamples:\n  wg meeting show security-wg/2026-12-03\n  wg meeting show security-wg/2026-12-03 --ics > meeting.ics',
    )
  run(async ({ values: [key = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const meeting = chooseMeeting(workspace, key)
    if (options['ics'] === true) {
      const matter = { workspace, minutes: await existingMinutes(app, workspace) }
      world.terminal.print(writeFeed(meetingFeed(meeting, matter, app.now)))
      return undefined
    }
    const shown = { ...meetingAsJson(meeting), minutes: minutesPathOf(meeting) }
    world.terminal.print(
      options.json
        ? `${JSON.stringify(shown, null, 2)}\n`
        : describe(meeting, workspace, world.terminal.zone),
    )
    return undefined
  })
}

function describe(meeting: Meeting, workspace: Workspace, viewerZone: string): string {
  const viewer = parseZone(viewerZone)
  const zones = [...new Set([meeting.session.zone, ...(viewer ? [viewer] : []), parseZone('UTC') as ZoneId])]
  const was = meeting.was ? `, planned for ${printInstant(meeting.was, meeting.session.zone)}` : ''
  const people = inviteesOf(meeting, workspace).map((invitee) =>
    invitee.kind === 'member'
      ? invitee.member.name
      : `@${invitee.kind === 'login' ? invitee.login : invitee.name}`,
  )
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['key', meeting.key],
    ['status', `${meeting.status}${was}${meeting.reason === undefined ? '' : `: ${meeting.reason}`}`],
    ...zones.map((zone) => [zone, printInstant(meeting.startsAt, zone)] as const),
    ['length', describeMinutes(meeting.series.length)],
    ['join', meeting.session.join],
    ['watch', meeting.session.watch],
    ['minutes', minutesPathOf(meeting)],
    ['invited', people.length === 0 ? undefined : people.join(', ')],
  ]
  const known = facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const width = Math.max(...known.map(([name]) => name.length))
  const lines = known.map(([name, value]) => `  ${name.padEnd(width)}  ${terminalText(value)}\n`)
  return `${terminalText(meetingTitle(meeting, workspace))}\n${lines.join('')}`
}
