import { allMeetingsIn, type Meeting } from '../../core/meetings/meeting.ts'
import { refuse } from '../../core/problem.ts'
import { addDays, type Day, parseDay } from '../../core/time/day.ts'
import { printInstant } from '../../core/time/print-time.ts'
import { localTimeIn, parseZone, type ZoneId } from '../../core/time/zone.ts'
import type { Terminal } from '../../ports.ts'
import { load, openApp } from '../app.ts'
import { chooseSeries } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { meetingAsJson } from '../../core/meetings/meeting-as-json.ts'
import { printTable } from '../print-table.ts'

const SPAN_DAYS = 91

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[series]', 'the name of a file in meetings/, without .yml')
    .option('--from <day>', 'the first day (today)')
    .option('--to <day>', 'the last day (13 weeks after the first)')
    .addHelpText(
      'after',
      '\nExamples:\n  wg meeting list\n  wg meeting list security-wg --from 2027-01-01 --to 2027-12-31 --json',
    )
  run(async ({ values: [name], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const from = readDay('--from', options['from']) ?? localTimeIn(UTC, app.now).day
    const to = readDay('--to', options['to']) ?? addDays(from, SPAN_DAYS)
    const meetings = allMeetingsIn(chooseSeries(workspace, name), { from, to })
    if (options.json)
      world.terminal.print(`${JSON.stringify({ meetings: meetings.map(meetingAsJson) }, null, 2)}\n`)
    else if (meetings.length === 0) world.terminal.print(`No meetings from ${from} to ${to}.\n`)
    else world.terminal.print(tableOf(meetings, world.terminal))
    return undefined
  })
}

const UTC = parseZone('UTC') as ZoneId

function readDay(option: string, value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined
  const day = parseDay(value)
  if (day) return day
  throw refuse(
    'usage',
    `\`${option} ${value}\` is no day, or there is no such day.`,
    'Write it so: `2026-12-03`.',
  )
}

function tableOf(meetings: readonly Meeting[], terminal: Terminal): string {
  const viewer = parseZone(terminal.zone) ?? UTC
  const rows = meetings.map((meeting) => [
    printInstant(meeting.startsAt, viewer),
    ...(viewer === UTC ? [] : [printInstant(meeting.startsAt, UTC)]),
    meeting.series.title,
    meeting.key,
    statusOf(meeting, viewer),
  ])
  return printTable(
    [`When (${viewer})`, ...(viewer === UTC ? [] : ['UTC']), 'Meeting', 'Key', ''],
    rows,
    terminal,
  )
}

function statusOf({ status, was, reason }: Meeting, viewer: ZoneId): string {
  if (status === 'planned') return ''
  const why = reason === undefined ? '' : `: ${reason}`
  return was ? `moved from ${printInstant(was, viewer)}${why}` : `cancelled${why}`
}
