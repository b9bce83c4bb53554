import { given } from '../given.ts'
import { readInvitee } from '../meetings/invitees.ts'
import { minutesPathOf } from '../meetings/minutes-path.ts'
import type { Series } from '../meetings/series.ts'
import { didYouMean } from '../text/nearest.ts'
import type { Day } from '../time/day.ts'
import { adviceOnTeam } from './advice-on-team.ts'
import type { Check } from './check.ts'
import { eachSeries, type SeriesRule } from './each-series.ts'

const teamExists: SeriesRule = ({ team }, { workspace }) =>
  workspace.teamNames.has(team)
    ? []
    : [
        {
          path: ['team'],
          message: `There is no team \`${team}\`: charters/${team}.md does not exist.`,
          ...adviceOnTeam(team, workspace),
        },
      ]

const inviteesAreKnown: SeriesRule = ({ invite }, { workspace }) =>
  invite.flatMap((entry, index) => {
    const invitee = readInvitee(entry)
    if (invitee.kind !== 'team' || workspace.teamNames.has(invitee.team)) return []
    return [
      {
        path: ['invite', index],
        message: `There is no team \`${invitee.team}\` to invite.`,
        ...adviceOnTeam(invitee.team, workspace),
      },
    ]
  })

const peopleInvitedAreMembers: SeriesRule = ({ invite }, { workspace }) =>
  invite.flatMap((entry, index) => {
    const invitee = readInvitee(entry)
    if (invitee.kind !== 'login' || workspace.unread.has('members.yml')) return []
    const logins = workspace.members.map(({ login }) => login)
    if (logins.some((login) => login.toLowerCase() === invitee.login.toLowerCase())) return []
    return [
      {
        path: ['invite', index],
        message: `\`${invitee.login}\` is invited and is nobody in members.yml.`,
        ...given({ hint: didYouMean(invitee.login, logins) }),
      },
    ]
  })

const minutesPathHasTheDay: SeriesRule = ({ minutesPath }) =>
  minutesPath.includes('{date}')
    ? []
    : [
        {
          path: ['minutes'],
          message: `The path \`${minutesPath}\` is the same for every meeting.`,
          hint: 'Put `{date}` into it: `meetings/{date}.md`.',
        },
      ]

const minutesPathsDiffer: SeriesRule = (series, { workspace }) => {
  const path = (each: Series) => minutesPathOf({ series: each, planned: '2000-01-01' as Day })
  const other = workspace.series.find((each) => each.id < series.id && path(each) === path(series))
  if (!other) return []
  return [
    {
      path: ['minutes'],
      message: `This series and \`${other.id}\` write their minutes to the same files.`,
      hint: 'Give one of them another path, for example with `{series}` in it.',
    },
  ]
}

const templatesExist: SeriesRule = ({ templates }, { workspace }) =>
  Object.entries(templates).flatMap(([name, path]) =>
    workspace.texts.has(path) || !path.startsWith('templates/')
      ? []
      : [
          {
            path: ['templates', name],
            message: `There is no file \`${path}\`.`,
            hint: 'Write it, or leave the line out to use the built-in template.',
          },
        ],
  )

const namesDiffer: Check['find'] = ({ workspace }) => {
  const files = [...workspace.texts.keys()].filter((path) => /^meetings\/[^/]+\.ya?ml$/.test(path))
  const idOf = (path: string) => path.replace(/\.ya?ml$/, '').toLowerCase()
  return files
    .filter((file, index) => files.findIndex((each) => idOf(each) === idOf(file)) < index)
    .map((file) => ({
      message: `Another file has the same name as this series, \`${idOf(file).replace('meetings/', '')}\`.`,
      hint: 'Rename one of them: the name of the file is the name of the series.',
      place: { file, line: 1, column: 1 },
    }))
}

const namesAreKebab: Check['find'] = ({ workspace }) =>
  [...workspace.texts.keys()]
    .filter((path) => /^(meetings\/[^/]+\.ya?ml|charters\/(?!(?:README|index)\.md$)[^/]+\.md)$/i.test(path))
    .filter((path) => !/\/[a-z][a-z0-9]*(-[a-z0-9]+)*\.\w+$/.test(path))
    .map((file) => ({
      message: `The name of this file is no name in kebab-case, and it is the name by which the others refer to it.`,
      hint: 'Use small letters, digits and single dashes, a letter first.',
      place: { file, line: 1, column: 1 },
    }))

/** The checks of series. */
export const seriesChecks: readonly Check[] = [
  {
    name: 'series-has-team',
    severity: 'error',
    sentence: 'Every series belongs to a team that has a charter.',
    find: eachSeries(teamExists, 'team'),
  },
  {
    name: 'series-names-differ',
    severity: 'error',
    sentence: 'No two series have the same name.',
    find: namesDiffer,
  },
  {
    name: 'names-are-kebab',
    severity: 'error',
    sentence: 'The names of series and teams are in kebab-case.',
    find: namesAreKebab,
  },
  {
    name: 'invited-team-exists',
    severity: 'error',
    sentence: 'Every team that is invited has a charter.',
    find: eachSeries(inviteesAreKnown, 'invite'),
  },
  {
    name: 'invited-person-is-member',
    severity: 'error',
    sentence: 'Every person who is invited by name is in members.yml.',
    find: eachSeries(peopleInvitedAreMembers, 'invite'),
  },
  {
    name: 'minutes-path-has-day',
    severity: 'error',
    sentence: 'The minutes of every meeting have a path of their own.',
    find: eachSeries(minutesPathHasTheDay, 'minutes'),
  },
  {
    name: 'minutes-paths-differ',
    severity: 'error',
    sentence: 'No two series write to the same minutes.',
    find: eachSeries(minutesPathsDiffer, 'minutes'),
  },
  {
    name: 'template-exists',
    severity: 'error',
    sentence: 'Every template that a series names exists.',
    find: eachSeries(templatesExist),
  },
]
