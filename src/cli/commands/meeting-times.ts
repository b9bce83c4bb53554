import {
  type Burden,
  type HourChoice,
  peopleWithZones,
  rankHours,
  shareBurden,
} from '../../core/meetings/meeting-times.ts'
import { refuse } from '../../core/problem.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import { isoInstant, WEEKDAYS } from '../../core/time/print-time.ts'
import { localTimeIn, parseZone, UTC, type ZoneId } from '../../core/time/zone.ts'
import type { Workspace } from '../../core/workspace.ts'
import type { Terminal } from '../../ports.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { printTable } from '../print-table.ts'

const SHOWN = 8

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--team <team>', 'only the members of this team; everybody when left out')
    .addHelpText('after', '\nExamples:\n  wg meeting times\n  wg meeting times --team security-wg --json')
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const team = readTeam(options['team'], workspace)
    const today = localTimeIn(UTC, app.now).day
    const people = peopleWithZones(workspace, team, today)
    if (people.length === 0)
      throw refuse(
        'times',
        'Nobody has a time zone in members.yml.',
        'Add `time-zone: Europe/Vienna` to the people.',
      )
    const hours = rankHours(people, today)
    const burden = shareBurden(workspace, team, today)
    const always = burden
      .filter(({ day, edge, night }) => night > 0 && day + edge === 0)
      .map(({ login }) => login)
    if (options.json) {
      const shown = hours.map(({ startsAt, ...counts }) => ({
        weekday: weekdayIn(UTC, startsAt),
        time: timeIn(UTC, startsAt),
        startsAt: isoInstant(startsAt),
        ...counts,
      }))
      world.terminal.print(
        `${JSON.stringify({ people: people.length, hours: shown, burden, alwaysAtNight: always }, null, 2)}\n`,
      )
    } else world.terminal.print(describe({ hours, burden, always, people: people.length }, world.terminal))
    return undefined
  })
}

function readTeam(value: unknown, { teamNames }: Workspace): string | undefined {
  if (typeof value !== 'string' || teamNames.has(value)) return value as string | undefined
  throw refuse(
    'times',
    `There is no team \`${value}\`.`,
    didYouMean(value, [...teamNames]) ?? `charters/ holds: ${[...teamNames].join(', ')}.`,
  )
}

const weekdayIn = (zone: ZoneId, at: Date) => WEEKDAYS[localTimeIn(zone, at).weekday - 1] ?? ''
const timeIn = (zone: ZoneId, at: Date): string => localTimeIn(zone, at).time

interface Times {
  readonly hours: readonly HourChoice[]
  readonly burden: readonly Burden[]
  readonly always: readonly string[]
  readonly people: number
}

function describe({ hours, burden, always, people }: Times, terminal: Terminal): string {
  const viewer = parseZone(terminal.zone) ?? UTC
  const best = hours
    .slice(0, SHOWN)
    .map(({ startsAt, day, edge, night, nightFor }) => [
      `${weekdayIn(UTC, startsAt).slice(0, 3)} ${timeIn(UTC, startsAt)}`,
      ...(viewer === UTC ? [] : [`${weekdayIn(viewer, startsAt).slice(0, 3)} ${timeIn(viewer, startsAt)}`]),
      String(day),
      String(edge),
      String(night),
      nightFor.join(', '),
    ])
  const shares = burden.map(({ login, zone, day, edge, night }) => [
    login,
    zone,
    String(day),
    String(edge),
    String(night),
  ])
  return [
    `The hours that suit ${people} ${people === 1 ? 'person' : 'people'} best (day is 9 to 18, edge 7 to 22, weekends count as night):\n\n`,
    printTable(
      ['UTC', ...(viewer === UTC ? [] : [viewer]), 'Day', 'Edge', 'Night', 'Night for'],
      best,
      terminal,
    ),
    '\nHow the meetings of the next year fall:\n\n',
    printTable(['Who', 'Zone', 'Day', 'Edge', 'Night'], shares, terminal),
    always.length === 0 ? '' : `\nAlways up at night: ${always.join(', ')}.\n`,
  ].join('')
}
