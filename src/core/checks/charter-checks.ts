import { bodyNameOn, describeFate, fateOn } from '../charters/body-on.ts'
import { type Charter, charterFile } from '../charters/charter.ts'
import { endedBy } from '../charters/history.ts'
import { UNDECIDED } from '../charters/written-charter.ts'
import { findMember } from '../people/roster.ts'
import { didYouMean } from '../text/nearest.ts'
import { todayAt } from '../time/today.ts'
import { GROUP_FILE, ROSTER_FILE, type Workspace } from '../workspace.ts'
import { adviceOnTeam } from './advice-on-team.ts'
import type { Check } from './check.ts'
import { eachCharter, type FoundInHead } from './each-charter.ts'
import { bodyNames, isBody } from './known-bodies.ts'

const wholeExists = eachCharter(({ partOf }, { workspace }) =>
  partOf === undefined || workspace.teamNames.has(partOf)
    ? []
    : [
        {
          path: ['part-of'],
          message: `There is no team \`${partOf}\` to be part of.`,
          ...adviceOnTeam(partOf, workspace),
        },
      ],
)

const bodyExists = eachCharter(({ reportsTo, history }, { workspace }) => {
  const lines = [
    { path: ['reports-to'], body: reportsTo },
    ...history.map((step, index) => ({ path: ['history', index, 'reports-to'], body: step.reportsTo })),
  ]
  return lines.flatMap(({ path, body }): FoundInHead[] => {
    if (body === undefined || body === UNDECIDED || isBody(body, workspace)) return []
    return [
      {
        path,
        message: `There is no body and no team \`${body}\` to report to.`,
        hint:
          didYouMean(body, bodyNames(workspace)) ??
          'Name a team, a body of `bodies` in wg.yml, or `undecided`.',
      },
    ]
  })
})

const bodiesAreThere = eachCharter((charter, { workspace, now }) => {
  const today = todayAt(now)
  if (endedBy(charter, today) !== undefined) return []
  const ways = [
    { path: ['part-of'], body: charter.partOf },
    { path: ['reports-to'], body: charter.reportsTo },
    { path: ['amendment', 'approver'], body: charter.amendment?.approver },
  ]
  return ways.flatMap(({ path, body }): FoundInHead[] => {
    const fate = body === undefined ? undefined : fateOn(body, today, workspace)
    if (fate === undefined || body === undefined) return []
    return [
      {
        path,
        message: `${bodyNameOn(body, today, workspace)} (\`${body}\`) ${describeFate(fate)}.`,
        hint:
          fate.successor === undefined
            ? 'Ask who answers for this team now; write `undecided` while it is open.'
            : fate.successor === charter.team
              ? 'Take this out: the team took over from it.'
              : `If ${bodyNameOn(fate.successor, today, workspace)} took this over too, write \`${fate.successor}\`.`,
      },
    ]
  })
})

const othersExist = eachCharter(({ liaisons, stakeholders, amendment }, { workspace }) => {
  const named = [
    ...liaisons.map(({ body }, index) => ({ path: ['liaisons', index, 'body'], body })),
    ...stakeholders.map((body, index) => ({ path: ['stakeholders', index], body })),
    ...(amendment?.approver === undefined
      ? []
      : [{ path: ['amendment', 'approver'], body: amendment.approver }]),
  ]
  return named
    .filter(({ body }) => !isBody(body, workspace))
    .map(({ path, body }) => ({
      path,
      message: `There is no body and no team \`${body}\`.`,
      hint: didYouMean(body, bodyNames(workspace)) ?? 'Name a team, or add it to `bodies` in wg.yml.',
    }))
})

const liaisonsAreMembers = eachCharter(({ team, liaisons }, { workspace }) => {
  const { members, unread, isDamaged } = workspace
  if (unread.has(ROSTER_FILE) || isDamaged(ROSTER_FILE, 'members')) return []
  return liaisons.flatMap(({ person }, index): FoundInHead[] => {
    if (person === undefined) return []
    const member = findMember(members, person)
    const path = ['liaisons', index, 'person']
    const logins = members.map(({ login }) => login)
    if (!member) {
      return [
        {
          path,
          message: `\`${person}\` is nobody in members.yml.`,
          hint:
            didYouMean(person, logins) ??
            `Add the person: \`wg member add ${person} --name "…" --team ${team}\`.`,
        },
      ]
    }
    if (member.terms.some((term) => term.team === team && term.until === undefined)) return []
    return [
      {
        path,
        message: `${member.name} keeps in touch for \`${team}\`, and does not serve on it.`,
        hint: `\`wg member join ${member.login} --team ${team}\`, or name a member.`,
      },
    ]
  })
})

const noCircles: Check['find'] = (matter) =>
  (['partOf', 'reportsTo'] as const).flatMap((way) =>
    eachCharter((charter, { workspace }) => {
      const path = circleFrom(charter, way, workspace)
      if (path === undefined || [...path].sort()[0] !== charter.team) return []
      return [
        {
          path: [way === 'partOf' ? 'part-of' : 'reports-to'],
          message: `This runs in a circle: ${[...path, charter.team].map((team) => `\`${team}\``).join(' → ')}.`,
          hint: 'Take one of these lines out.',
        },
      ]
    })(matter),
  )

function circleFrom(
  charter: Charter,
  way: 'partOf' | 'reportsTo',
  { charters }: Workspace,
): string[] | undefined {
  const path: string[] = []
  for (let team: string | undefined = charter.team; team !== undefined; team = charters.get(team)?.[way]) {
    if (path.includes(team)) return team === charter.team ? path : undefined
    path.push(team)
  }
  return undefined
}

const successorsExist: Check['find'] = ({ workspace }) =>
  [...workspace.group.bodies.values()].flatMap(({ id, into }) =>
    into === undefined || isBody(into, workspace)
      ? []
      : [
          {
            message: `The body \`${id}\` was merged into \`${into}\`, which is no body and no team.`,
            hint: didYouMean(into, bodyNames(workspace)) ?? 'Add it to `bodies`.',
            place: workspace.placeOf(GROUP_FILE, ['bodies', id, 'into']),
          },
        ],
  )

const namesAreNotTaken = eachCharter(({ team }, { workspace }) =>
  workspace.group.bodies.has(team)
    ? [
        {
          path: ['name'],
          message: `\`${team}\` is a team here, and a body of wg.yml, too: nobody can tell which of them is meant.`,
          hint: `Take \`${team}\` out of \`bodies\` in wg.yml, or rename ${charterFile(team)}.`,
        },
      ]
    : [],
)

/** The checks of how teams and bodies hang together. */
export const charterChecks: readonly Check[] = [
  {
    name: 'whole-exists',
    severity: 'error',
    sentence: 'The team that a team is part of has a charter.',
    find: wholeExists,
  },
  {
    name: 'body-exists',
    severity: 'error',
    sentence: 'Every team reports to a team, a body of wg.yml, or says `undecided`.',
    find: bodyExists,
  },
  {
    name: 'body-is-there',
    severity: 'warning',
    sentence:
      'The teams and bodies to which a team belongs or answers have not ended, been merged or been dissolved.',
    find: bodiesAreThere,
  },
  {
    name: 'other-body-exists',
    severity: 'error',
    sentence: 'Liaisons, stakeholders and approvers of a charter are teams or bodies of wg.yml.',
    find: othersExist,
  },
  {
    name: 'liaison-is-member',
    severity: 'error',
    sentence: 'Whoever keeps in touch with a body for a team serves on that team.',
    find: liaisonsAreMembers,
  },
  {
    name: 'successor-exists',
    severity: 'error',
    sentence: 'A body that was merged names the body that took over.',
    find: successorsExist,
  },
  {
    name: 'body-is-no-team',
    severity: 'error',
    sentence: 'No team has the name of a body of wg.yml.',
    find: namesAreNotTaken,
  },
  {
    name: 'no-circles',
    severity: 'error',
    sentence: 'No team is part of itself or reports to itself, by whatever way.',
    find: noCircles,
  },
]
