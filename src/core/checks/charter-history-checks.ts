import { type Charter, charterFile } from '../charters/charter.ts'
import { STATEMENTS, staysAt } from '../charters/history.ts'
import { nextStates, STATE_RULES, type StepFact } from '../charters/states.ts'
import { didYouMean } from '../text/nearest.ts'
import type { Check } from './check.ts'
import { eachCharter, type FoundInHead } from './each-charter.ts'
import { bodyNames, isBody } from './known-bodies.ts'

const deciders = eachCharter(({ history }, { workspace }) =>
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

/** A history of which a step could not be read, or that runs backwards, says nothing about what followed what. */
const stepsAreLegal = eachCharter(({ team, history }, { workspace }) => {
  const rises = history.every(({ date }, index) => (history[index - 1]?.date ?? date) <= date)
  if (!rises || workspace.isDamaged(charterFile(team), 'history')) return []
  return history.flatMap(({ state }, index): FoundInHead[] => {
    const before = history[index - 1]?.state
    const legal = nextStates(before)
    if (legal.includes(state) || staysAt(history, index)) return []
    const choices = legal.map((each) => `\`${each}\``).join(', ')
    return [
      {
        path: ['history', index, 'state'],
        message:
          before === undefined
            ? `A history cannot begin with \`${state}\`.`
            : `After \`${before}\` no team can become \`${state}\` in one step.`,
        hint: choices === '' ? `Nothing comes after \`${before ?? ''}\`.` : `Possible here: ${choices}.`,
      },
    ]
  })
})

const FACTS: Readonly<Record<StepFact, readonly [string, string]>> = {
  body: ['who decided it', '`body: …`, a team or a body of wg.yml'],
  link: ['where that can be read', '`link: …`, an address or a file such as minutes'],
}

const stepsAreFounded = eachCharter(({ history }) =>
  history.flatMap((step, index): FoundInHead[] => {
    const missing = STATE_RULES[step.state].needs.filter((fact) => step[fact] === undefined)
    if (missing.length === 0) return []
    return [
      {
        path: ['history', index, 'state'],
        message: `This step to \`${step.state}\` does not say ${missing.map((fact) => FACTS[fact][0]).join(' and ')}.`,
        hint: `Add ${missing.map((fact) => FACTS[fact][1]).join(', and ')}.`,
      },
    ]
  }),
)

const successorsAreNamed = eachCharter((charter, { workspace }) => {
  const { replacedBy, history } = charter
  if (history.at(-1)?.state === 'replaced' && replacedBy === undefined) {
    return [
      {
        path: ['history', history.length - 1, 'state'],
        message: 'This team was replaced, and the charter does not say by whom.',
        hint: 'Add `replaced-by: …`, the name of the team that took over.',
      },
    ]
  }
  if (replacedBy === undefined || isBody(replacedBy, workspace)) return []
  return [unknown(['replaced-by'], replacedBy, bodyNames(workspace))]
})

const supersededAreKnown = eachCharter(({ supersedes }, { workspace }) =>
  supersedes.flatMap((team, index) =>
    isBody(team, workspace) ? [] : [unknown(['supersedes', index], team, bodyNames(workspace))],
  ),
)

const successionIsMutual = eachCharter((charter, { workspace }) => {
  const { charters, unread } = workspace
  const ways = [
    ...charter.supersedes.map((other, index) => ({ other, path: ['supersedes', index], isHeir: true })),
    ...(charter.replacedBy === undefined
      ? []
      : [{ other: charter.replacedBy, path: ['replaced-by'], isHeir: false }]),
  ]
  return ways.flatMap(({ other, path, isHeir }): FoundInHead[] => {
    const theirs = charters.get(other)
    if (!theirs || unread.has(charterFile(other)) || agrees(charter, theirs, isHeir)) return []
    const key = isHeir ? `replaced-by: ${charter.team}` : `supersedes: [${charter.team}]`
    return [
      {
        path,
        message: isHeir
          ? `This team supersedes \`${other}\`, whose charter does not say so.`
          : `This team was replaced by \`${other}\`, whose charter does not say so.`,
        hint: `Add \`${key}\` to ${charterFile(other)}, or take this out.`,
      },
    ]
  })
})

function agrees({ team }: Charter, theirs: Charter, isHeir: boolean): boolean {
  return isHeir ? theirs.replacedBy === team : theirs.supersedes.includes(team)
}

function unknown(path: FoundInHead['path'], name: string, names: readonly string[]): FoundInHead {
  return {
    path,
    message: `There is no team and no body \`${name}\`.`,
    hint: didYouMean(name, names) ?? `Add it to \`bodies\` of wg.yml, or write charters/${name}.md.`,
  }
}

/** The last step that says what the charter says must not differ from it, or one of the two is out of date. */
const lastWordHolds = eachCharter((charter, { workspace }) =>
  STATEMENTS.flatMap(({ key, field }): FoundInHead[] => {
    const index = charter.history.findLastIndex((step) => step[field] !== undefined)
    const said = charter.history[index]?.[field]
    const file = charterFile(charter.team)
    const isSure = !workspace.isDamaged(file, key) && !workspace.isDamaged(file, 'history')
    if (said === undefined || said === charter[field] || !isSure) return []
    const own = charter[field] === undefined ? 'does not state it' : `has \`${charter[field]}\``
    return [
      {
        path: ['history', index, key],
        message: `The history ends with \`${key}: ${said}\`, and the charter ${own}.`,
        hint: `Write the same in both; \`wg charter amend ${charter.team} --${key} …\` changes both.`,
      },
    ]
  }),
)

/** The checks of what became of teams. */
export const charterHistoryChecks: readonly Check[] = [
  {
    name: 'decider-exists',
    severity: 'error',
    sentence: 'Whoever decided a step of a charter is a team or a body of wg.yml.',
    find: deciders,
  },
  { name: 'history-rises', severity: 'error', sentence: 'The days of a history rise.', find: daysRise },
  {
    name: 'step-is-legal',
    severity: 'error',
    sentence: 'Every state of a team is one that may come after the state before it.',
    find: stepsAreLegal,
  },
  {
    name: 'step-is-founded',
    severity: 'error',
    sentence:
      'Charters that were ratified or taken away, and teams that ended, say who decided it and where.',
    find: stepsAreFounded,
  },
  {
    name: 'history-ends-with-charter',
    severity: 'error',
    sentence:
      'What the last step of a history says of name, mission or reporting line stands in the charter.',
    find: lastWordHolds,
  },
  {
    name: 'replacement-is-named',
    severity: 'error',
    sentence: 'A team that was replaced names the team or body that took over.',
    find: successorsAreNamed,
  },
  {
    name: 'superseded-exists',
    severity: 'error',
    sentence: 'Every team that a charter supersedes is a team or a body of wg.yml.',
    find: supersededAreKnown,
  },
  {
    name: 'succession-is-mutual',
    severity: 'warning',
    sentence: 'A team and the team that took over from it say so of each other.',
    find: successionIsMutual,
  },
]
