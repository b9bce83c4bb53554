import { given } from '../given.ts'
import type { Member, Term } from '../people/roster.ts'
import { didYouMean } from '../text/nearest.ts'
import type { ValuePath } from '../text/yaml.ts'
import { ROSTER_FILE } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'
import { adviceOnTeam } from './advice-on-team.ts'

type Found = Omit<Finding, 'place'> & { readonly path: ValuePath }

function eachMember(
  rule: (member: Member, matter: CheckMatter & { readonly index: number }) => readonly Found[],
): Check['find'] {
  return (matter) =>
    matter.workspace.members.flatMap((member, index) =>
      rule(member, { ...matter, index })
        .filter(({ path }) => !matter.workspace.isDamaged(ROSTER_FILE, ['members', index, ...path].join('/')))
        .map(({ path, ...finding }) => ({
          ...finding,
          place: matter.workspace.placeOf(ROSTER_FILE, ['members', index, ...path]),
        })),
    )
}

function eachTerm(
  rule: (term: Term, matter: CheckMatter & { readonly member: Member }) => readonly Found[],
): Check['find'] {
  return eachMember((member, matter) =>
    member.terms.flatMap((term, at) =>
      rule(term, { ...matter, member }).map((found) => ({ ...found, path: ['serves', at, ...found.path] })),
    ),
  )
}

const loginsDiffer = eachMember(({ login }, { workspace, index }) => {
  const first = workspace.members.findIndex((each) => each.login.toLowerCase() === login.toLowerCase())
  if (first === index) return []
  return [
    {
      path: ['login'],
      message: `\`${login}\` stands here a second time${workspace.members[first]?.login === login ? '' : `, as \`${workspace.members[first]?.login ?? ''}\` above`}; GitHub does not tell large letters from small ones.`,
      hint: 'Keep one entry and put all terms into it.',
    },
  ]
})

const teamsExist = eachTerm(({ team }, { workspace }) =>
  workspace.teamNames.has(team)
    ? []
    : [{ path: ['team'], message: `There is no team \`${team}\`.`, ...adviceOnTeam(team, workspace) }],
)

const termsEndAfterTheyStart = eachTerm(({ since, until, termEnds }) => {
  const late = [
    { path: ['until'], day: until },
    { path: ['term-ends'], day: termEnds },
  ].filter(({ day }) => since !== undefined && day !== undefined && day < since)
  return late.map(({ path, day }) => ({
    path,
    message: `This term ends on ${day ?? ''}, before it starts on ${since ?? ''}.`,
    hint: 'Put the two days right.',
  }))
})

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
    name: 'term-has-team',
    severity: 'error',
    sentence: 'Everybody serves on teams that have a charter.',
    find: teamsExist,
  },
  {
    name: 'term-ends-after-start',
    severity: 'error',
    sentence: 'No term ends before it starts.',
    find: termsEndAfterTheyStart,
  },
  {
    name: 'role-is-defined',
    severity: 'error',
    sentence: "Everybody's role is defined by the team's charter, where it defines roles.",
    find: rolesAreDefined,
  },
]
