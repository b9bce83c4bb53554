import { charterFile } from '../charters/charter.ts'
import { employerKeys } from '../people/employer-name.ts'
import { employerOn, lastsOn, type Member } from '../people/roster.ts'
import { printShare, shareOf } from '../people/share.ts'
import type { ValuePath } from '../text/yaml.ts'
import type { Day } from '../time/day.ts'
import { todayAt } from '../time/today.ts'
import { GROUP_FILE, ROSTER_FILE, type Workspace } from '../workspace.ts'
import type { Check } from './check.ts'
import { eachCrew, holdersOf } from './each-crew.ts'

const rolesAreFilled = eachCrew((crew) =>
  crew.charter.roles.flatMap(({ id, min = 0, max = min }, index) => {
    const count = holdersOf(crew, id).length
    if (!crew.works || count >= min || min > max) return []
    return [
      {
        path: ['roles', index, 'min'],
        message: `\`${crew.charter.team}\` must have ${min} in the role \`${id}\`, and has ${count}.`,
        hint: `Let somebody join: \`wg member join … --team ${crew.charter.team} --role ${id}\`.`,
      },
    ]
  }),
)

const rolesAreNotCrowded = eachCrew((crew) =>
  crew.charter.roles.flatMap(({ id, max }, index) => {
    const holders = holdersOf(crew, id)
    if (max === undefined || holders.length <= max) return []
    return [
      {
        path: ['roles', index, 'max'],
        message: `\`${crew.charter.team}\` may have ${max} in the role \`${id}\`, and has ${holders.length}: ${namesOf(holders)}.`,
        hint: 'End a term, or change the charter.',
      },
    ]
  }),
)

const teamsHaveTheirSize = eachCrew(({ charter, voters, works }) => {
  const { min = 0, max = Infinity } = charter.membership
  const under = works && voters.length < min
  if (!under && voters.length <= max) return []
  return [
    {
      path: ['membership', under ? 'min' : 'max'],
      message: `\`${charter.team}\` ${under ? `must have at least ${min}` : `may have at most ${max}`} members, and has ${voters.length}.`,
      hint: under ? 'Let somebody join, or change the charter.' : 'End a term, or change the charter.',
    },
  ]
})

const employerCapsHold = eachCrew(({ charter, voters, workspace, today }) => {
  const cap = charter.membership.employerCap
  if (cap === undefined || workspace.unread.has(GROUP_FILE)) return []
  // One person is never too many, or no small team could meet its cap.
  const most = Math.max(1, shareOf(cap, voters.length))
  return byEmployer(voters, workspace, today)
    .filter(({ people }) => people.length > most)
    .map(({ name, people }) => ({
      path: ['membership', 'employer-cap'],
      message: `${people.length} of the ${voters.length} members of \`${charter.team}\` are employed by ${name}, and the charter allows ${printShare(cap)}, which is ${most}: ${namesOf(people)}.`,
      hint: 'Find members elsewhere, end a term, or change the charter. Spellings of one employer stand in `employers` of wg.yml.',
    }))
})

function byEmployer(people: readonly Member[], { group }: Workspace, today: Day) {
  const keyOf = employerKeys(group.employers)
  const found = new Map<string, { readonly name: string; readonly people: Member[] }>()
  for (const member of people) {
    const name = employerOn(member, today)
    const key = name === undefined ? undefined : keyOf(name)
    if (name === undefined || key === undefined) continue
    const employer = found.get(key) ?? { name, people: [] }
    employer.people.push(member)
    found.set(key, employer)
  }
  return [...found.values()]
}

const quorumsCanBeMet = eachCrew(({ charter, voters, works }) => {
  const { quorum, team } = charter
  const needed = typeof quorum === 'number' ? quorum : 1
  if (quorum === undefined || !works || voters.length >= needed) return []
  return [
    {
      path: ['decision', 'quorum'],
      message: `\`${team}\` needs ${typeof quorum === 'number' ? quorum : printShare(quorum)} of its members to decide, and has ${voters.length}: it cannot decide anything.`,
      hint: 'Let more people join, or change the charter.',
    },
  ]
})

function namesOf(people: readonly Member[]): string {
  return people.map(({ name }) => name).join(', ')
}

const countsFit: Check['find'] = ({ workspace }) =>
  [...workspace.charters.values()].flatMap(({ team, roles, membership }) =>
    [
      { path: ['membership'] as ValuePath, ...membership },
      ...roles.map(({ min, max }, index) => ({ path: ['roles', index] as ValuePath, min, max })),
    ]
      .filter(({ min, max }) => min !== undefined && max !== undefined && min > max)
      .map(({ path, min, max }) => ({
        message: `At least ${min ?? 0} and at most ${max ?? 0} cannot both be.`,
        hint: 'Put the two numbers right.',
        place: workspace.placeOf(charterFile(team), [...path, 'max']),
      })),
  )

const employerNamesAreUsed: Check['find'] = ({ workspace }) => {
  if (workspace.unread.has(ROSTER_FILE) || workspace.isDamaged(ROSTER_FILE, 'members')) return []
  const plain = employerKeys(new Map())
  const used = new Set(workspace.members.flatMap(({ employers }) => employers.map(({ name }) => plain(name))))
  return [...workspace.group.employers].flatMap(([name, others]) =>
    others.flatMap((other, index) =>
      used.has(plain(other))
        ? []
        : [
            {
              message: `Nobody in members.yml is employed by \`${other}\`, so this other name of ${name} is of no use.`,
              hint: 'Take it out.',
              place: workspace.placeOf(GROUP_FILE, ['employers', name, index]),
            },
          ],
    ),
  )
}

const rotationKnowsZones: Check['find'] = ({ workspace, now }) => {
  const today = todayAt(now)
  const rotating = new Map(
    workspace.series.filter(({ sessions }) => sessions.length > 1).map((each) => [each.team, each]),
  )
  if (rotating.size === 0) return []
  return workspace.members.flatMap((member, index) => {
    const term = member.terms.find((each) => rotating.has(each.team) && lastsOn(each, today))
    if (
      member.zone !== undefined ||
      term === undefined ||
      workspace.isDamaged(ROSTER_FILE, `members/${index}`)
    )
      return []
    return [
      {
        message: `${member.name} has no time zone, and the hours of \`${rotating.get(term.team)?.id ?? ''}\` take turns so that they suit everybody.`,
        hint: 'Add `time-zone`, an IANA name such as `Europe/Vienna`.',
        place: workspace.placeOf(ROSTER_FILE, ['members', index, 'login']),
      },
    ]
  })
}

/** The checks of what charters ask of their teams' people, as of today. They are warnings: the files are right, and the group has something to do. */
export const teamPeopleChecks: readonly Check[] = [
  {
    name: 'counts-fit',
    severity: 'error',
    sentence: 'No charter asks for more people than it allows.',
    find: countsFit,
  },
  {
    name: 'role-is-filled',
    severity: 'warning',
    sentence: 'Every role of a chartered team has as many people as its charter asks for.',
    find: rolesAreFilled,
  },
  {
    name: 'role-is-not-crowded',
    severity: 'warning',
    sentence: 'No role has more people than its charter allows.',
    find: rolesAreNotCrowded,
  },
  {
    name: 'team-has-its-size',
    severity: 'warning',
    sentence: 'Every team is as large as its charter says.',
    find: teamsHaveTheirSize,
  },
  {
    name: 'employer-cap-holds',
    severity: 'warning',
    sentence: "No employer has a larger share of a team than the team's charter allows.",
    find: employerCapsHold,
  },
  {
    name: 'quorum-can-be-met',
    severity: 'warning',
    sentence: 'Every chartered team has enough members to decide.',
    find: quorumsCanBeMet,
  },
  {
    name: 'rotation-knows-zones',
    severity: 'warning',
    sentence: 'Everybody on a team whose hours rotate has a time zone.',
    find: rotationKnowsZones,
  },
  {
    name: 'employer-name-is-used',
    severity: 'warning',
    sentence: 'Every other name of an employer in wg.yml is one that somebody has.',
    find: employerNamesAreUsed,
  },
]
