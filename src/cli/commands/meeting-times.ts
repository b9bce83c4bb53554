import {
  peopleWithoutZones,
  peopleWithZones,
  rankHours,
  shareBurden,
  shareSessions,
} from '../../core/meetings/meeting-times.ts'
import { refuse } from '../../core/problem.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import { isoInstant, weekdayName } from '../../core/time/print-time.ts'
import { localTimeIn, UTC } from '../../core/time/zone.ts'
import type { Workspace } from '../../core/workspace.ts'
import { load, openApp } from '../app.ts'
import type { CommandModule } from '../command.ts'
import { describeTimes, type Times } from '../describe-times.ts'

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
    if (people.length === 0) throw nobody(team)
    const burden = shareBurden(workspace, team, today)
    const times: Times = {
      people: people.length,
      withoutZone: peopleWithoutZones(workspace, team, today).map(({ login }) => login),
      hours: rankHours(people, today),
      burden,
      sessions: shareSessions(workspace, team, today),
      always: burden
        .filter(({ day, edge, night }) => night > 0 && day + edge === 0)
        .map(({ login }) => login),
    }
    world.terminal.print(
      options.json
        ? `${JSON.stringify(timesAsJson(times), null, 2)}\n`
        : describeTimes(times, world.terminal),
    )
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

function nobody(team: string | undefined) {
  const who = team === undefined ? 'Nobody' : `Nobody who serves on \`${team}\` today`
  return refuse(
    'times',
    `${who} has a time zone in members.yml.`,
    'Add `time-zone: Europe/Vienna` to the people.',
  )
}

/** The shape of `--json`. */
function timesAsJson({ people, withoutZone, hours, burden, sessions, always }: Times) {
  return {
    people,
    withoutZone,
    hours: hours.map(({ startsAt, ...counts }) => {
      const { weekday, time } = localTimeIn(UTC, startsAt)
      return { weekday: weekdayName(weekday), time, startsAt: isoInstant(startsAt), ...counts }
    }),
    burden,
    sessions,
    alwaysAtNight: always,
  }
}
