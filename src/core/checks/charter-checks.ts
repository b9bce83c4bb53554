import type { Charter } from '../charters/charter.ts'
import { didYouMean } from '../text/nearest.ts'
import type { ValuePath } from '../text/yaml.ts'
import { charterFile } from '../charters/charter.ts'
import { GROUP_FILE, type Workspace } from '../workspace.ts'
import type { Check, CheckMatter, Finding } from './check.ts'
import { adviceOnTeam } from './advice-on-team.ts'

type Found = Omit<Finding, 'place'> & { readonly path: ValuePath }

function eachCharter(rule: (charter: Charter, matter: CheckMatter) => readonly Found[]): Check['find'] {
  return (matter) =>
    [...matter.workspace.charters.values()].flatMap((charter) =>
      rule(charter, matter)
        .filter(({ path }) => !matter.workspace.isDamaged(charterFile(charter.team), path.join('/')))
        .map(({ path, ...finding }) => ({
          ...finding,
          place: matter.workspace.placeOf(charterFile(charter.team), path),
        })),
    )
}

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

const bodyExists = eachCharter(({ reportsTo }, { workspace }) => {
  if (reportsTo === undefined || reportsTo === 'undecided' || isBody(reportsTo, workspace)) return []
  return [
    {
      path: ['reports-to'],
      message: `There is no body and no team \`${reportsTo}\` to report to.`,
      hint:
        didYouMean(reportsTo, bodyNames(workspace)) ??
        'Name a team, a body of `bodies` in wg.yml, or `undecided`.',
    },
  ]
})

const decidersExist = eachCharter(({ history }, { workspace }) =>
  history.flatMap(({ body }, index) =>
    body === undefined || isBody(body, workspace)
      ? []
      : [
          {
            path: ['history', index, 'body'],
            message: `There is no body and no team \`${body}\` that could have decided this.`,
            hint: didYouMean(body, bodyNames(workspace)) ?? 'Name a team, or a body of `bodies` in wg.yml.',
          },
        ],
  ),
)

function isBody(name: string, workspace: Workspace): boolean {
  return workspace.unread.has(GROUP_FILE) || workspace.teamNames.has(name) || workspace.group.bodies.has(name)
}

function bodyNames({ teamNames, group }: Workspace): string[] {
  return [...teamNames, ...group.bodies.keys(), 'undecided']
}

const daysRise = eachCharter(({ history }) =>
  history.flatMap(({ date }, index) => {
    const before = history[index - 1]?.date
    if (before === undefined || before <= date) return []
    return [
      {
        path: ['history', index, 'date'],
        message: `This step is of ${date}, and the one before it of ${before}: the history runs backwards.`,
        hint: 'Put the oldest step first.',
      },
    ]
  }),
)

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

const proseHasAHeading = eachCharter(({ team, name }, { workspace }) =>
  /^#{1,6} \S/m.test(workspace.charterProse.get(team)?.text ?? '')
    ? []
    : [
        {
          path: [],
          message: 'This charter has no text under a heading.',
          hint: `Begin with \`# ${name}\` and say what the team is for.`,
        },
      ],
)

/** The checks of charters and of the bodies to which teams report. */
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
    name: 'decider-exists',
    severity: 'error',
    sentence: 'Whoever decided a step of a charter is a team or a body of wg.yml.',
    find: decidersExist,
  },
  {
    name: 'successor-exists',
    severity: 'error',
    sentence: 'A body that was merged names the body that took over.',
    find: successorsExist,
  },
  {
    name: 'no-circles',
    severity: 'error',
    sentence: 'No team is part of itself or reports to itself, by whatever way.',
    find: noCircles,
  },
  { name: 'history-rises', severity: 'error', sentence: 'The days of a history rise.', find: daysRise },
  {
    name: 'charter-has-text',
    severity: 'warning',
    sentence: 'Every charter has text under a heading.',
    find: proseHasAHeading,
  },
]
