import { given } from '../given.ts'
import type { Member } from '../people/roster.ts'
import { didYouMean } from '../text/nearest.ts'
import { adviceOnTeam } from './advice-on-team.ts'
import { ROSTER_FILE } from '../workspace.ts'
import type { Check } from './check.ts'
import { eachMember, eachTerm } from './each-member.ts'

const loginsDiffer: Check['find'] = (matter) => {
  const firsts = firstBy(matter.workspace.members, ({ login }) => login.toLowerCase())
  return eachMember((member) => {
    const first = firsts.get(member.login.toLowerCase())
    if (first === member) return []
    const as = first?.login === member.login ? '' : `, as \`${first?.login ?? ''}\` above`
    return [
      {
        path: ['login'],
        message: `\`${member.login}\` stands here a second time${as}; GitHub does not tell large letters from small ones.`,
        hint: 'Keep one entry and put all terms into it.',
      },
    ]
  })(matter)
}

/** Characters that look like others in many fonts. */
const LOOKALIKES: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', i: 'l' }

const loginsLookDifferent: Check['find'] = (matter) => {
  const look = (login: string) => login.toLowerCase().replace(/[01i]/g, (sign) => LOOKALIKES[sign] ?? sign)
  const firsts = firstBy(matter.workspace.members, ({ login }) => look(login))
  return eachMember(({ login }) => {
    const first = firsts.get(look(login))?.login ?? login
    if (first.toLowerCase() === login.toLowerCase()) return []
    return [
      {
        path: ['login'],
        message: `\`${login}\` looks like \`${first}\` above, and is another account.`,
        hint: 'Make sure that both people are meant; if one is a slip, correct it.',
      },
    ]
  })(matter)
}

const accountsDiffer: Check['find'] = (matter) => {
  const firsts = firstBy(matter.workspace.members, ({ id, login }) => (id === undefined ? login : String(id)))
  return eachMember((member) => {
    const first = member.id === undefined ? member : firsts.get(String(member.id))
    if (first === undefined || first === member) return []
    return [
      {
        path: ['id'],
        message: `\`${member.login}\` has the number ${String(member.id)}, which is that of \`${first.login}\`: GitHub gives every number once.`,
        hint: 'If the account was renamed, keep one entry; else correct the number.',
      },
    ]
  })(matter)
}

function firstBy(members: readonly Member[], keyOf: (member: Member) => string): Map<string, Member> {
  return new Map(members.toReversed().map((member) => [keyOf(member), member]))
}

const peopleAreUsed: Check['find'] = (matter) => {
  const invited = new Set(
    matter.workspace.series.flatMap(({ invite }) =>
      invite.map((entry) => entry.replace(/^@/, '').toLowerCase()),
    ),
  )
  return eachMember(({ login, name, terms }, { workspace, index }) => {
    if (terms.length > 0 || invited.has(login.toLowerCase())) return []
    if (workspace.isDamaged(ROSTER_FILE, `members/${index}`)) return []
    return [
      {
        path: ['login'],
        message: `${name} serves on no team, has never served on one, and is invited to nothing.`,
        hint: `Let the person join, \`wg member join ${login} --team …\`, or take the entry out.`,
      },
    ]
  })(matter)
}

const employmentsEndAfterTheyStart = eachMember(({ employers }) =>
  employers.flatMap(({ name, since, until }, index) =>
    since === undefined || until === undefined || since <= until
      ? []
      : [
          {
            path: ['employer', index, 'until'],
            message: `The time at ${name} ends on ${until}, before it starts on ${since}.`,
            hint: 'Put the two days right.',
          },
        ],
  ),
)

const teamsExist = eachTerm(({ team }, { workspace }) =>
  workspace.teamNames.has(team)
    ? []
    : [{ path: ['team'], message: `There is no team \`${team}\`.`, ...adviceOnTeam(team, workspace) }],
)

const rolesAreDefined = eachTerm(({ team, role }, { workspace }) => {
  const roles = workspace.charters.get(team)?.roles.map(({ id }) => id) ?? []
  if (roles.length === 0 || role === 'member' || roles.includes(role)) return []
  return [
    {
      path: ['role'],
      message: `The charter of \`${team}\` knows no role \`${role}\`.`,
      ...given({ hint: didYouMean(role, roles) ?? `It has: ${roles.join(', ')}.` }),
    },
  ]
})

/** The checks of people. */
export const peopleChecks: readonly Check[] = [
  {
    name: 'login-stands-once',
    severity: 'error',
    sentence: 'Every person stands once in members.yml, in whatever spelling.',
    find: loginsDiffer,
  },
  {
    name: 'logins-look-different',
    severity: 'warning',
    sentence: 'No two logins look alike, such as `ada-1` and `ada-l`.',
    find: loginsLookDifferent,
  },
  {
    name: 'account-stands-once',
    severity: 'error',
    sentence: "No two people have the same `id`, GitHub's number of the account.",
    find: accountsDiffer,
  },
  {
    name: 'person-is-used',
    severity: 'warning',
    sentence: 'Everybody serves or has served on a team, or is invited to a meeting.',
    find: peopleAreUsed,
  },
  {
    name: 'employment-ends-after-start',
    severity: 'error',
    sentence: 'No time at an employer ends before it starts.',
    find: employmentsEndAfterTheyStart,
  },
  {
    name: 'term-has-team',
    severity: 'error',
    sentence: 'Everybody serves on teams that have a charter.',
    find: teamsExist,
  },
  {
    name: 'role-is-defined',
    severity: 'error',
    sentence: "Everybody's role is defined by the team's charter, where it defines roles.",
    find: rolesAreDefined,
  },
]
