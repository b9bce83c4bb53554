import type { DoctorMatter, State } from '../../../src/core/doctor/examination.ts'
import { examine } from '../../../src/core/doctor/examination-table.ts'
import type {
  ActionsFacts,
  GitHubFacts,
  PlaceFacts,
  RepositoryFacts,
  TokenFacts,
} from '../../../src/core/doctor/github-facts.ts'
import type { Refused, Seen } from '../../../src/core/doctor/seen.ts'
import type { Answer } from '../../../src/core/github/question.ts'
import { readWorkspace } from '../../../src/core/workspace.ts'

export const HOME = 'example/wg'

/** `2026-12-04T09:00:00Z` */
export const NOW = new Date('2026-12-04T09:00:00Z')

export function daysAgo(days: number): Date {
  return new Date(NOW.getTime() - days * 86_400_000)
}

export function seen<Value>(value: Value): Seen<Value> {
  return { kind: 'seen', value }
}

export function refused(status: number, message = 'Not Found'): Refused {
  return { kind: 'refused', status, message }
}

/** What stands where GitHub could not be reached. */
export const DOWN = {
  kind: 'unreachable',
  problem: { rule: 'github-down', severity: 'error', message: 'GitHub is down.', hint: 'Wait.' },
} as const

const SERIES = `title: WG
team: wg
starts: 2026-01-08 15:00
zone: America/New_York
repeats: every 2 weeks
`

/** A workspace with one series, whose lines of GitHub are these. */
export function workspaceWith(
  github = `{ repository: ${HOME}, agenda: { label: wg-agenda, from: [org:example] } }`,
) {
  const text = `${SERIES}${github === '' ? '' : `github: ${github}\n`}`
  return readWorkspace(
    new Map([
      ['wg.yml', 'name: WG\n'],
      ['meetings/wg.yml', text],
    ]),
  ).workspace
}

export const repository: RepositoryFacts = {
  url: `https://github.com/${HOME}`,
  private: false,
  archived: false,
  hasIssues: true,
  defaultBranch: 'main',
  pushedAt: daysAgo(3),
  push: true,
}

export const actions: ActionsFacts = {
  workflow: seen({ state: 'active', createdAt: daysAgo(200) }),
  lastRun: seen({
    startedAt: daysAgo(1),
    conclusion: 'success',
    url: 'https://github.com/example/wg/actions/runs/1',
  }),
  settings: seen({ mayOpenPullRequests: true, defaultPermissions: 'read' }),
}

export const scoped: TokenFacts = { kind: 'scoped', scopes: ['repo'] }

export const facts: GitHubFacts = {
  token: seen(scoped),
  viewer: seen({ login: 'ada-example', limit: 5000, remaining: 4990, resetsAt: NOW }),
  places: placesWith({}),
  actions,
}

export function placesWith(
  changes: Partial<RepositoryFacts>,
  reads: PlaceFacts['reads'] = {},
): GitHubFacts['places'] {
  return new Map([[HOME, { repository: seen({ ...repository, ...changes }), reads }]])
}

/** What GitHub says of labels: those in the repository. */
export function labelled(...names: readonly string[]): Answer {
  const home = {
    id: 'R_1',
    repository: HOME,
    private: false,
    archived: false,
    hasIssues: true,
    pins: 0,
    labelIds: new Map(names.map((name) => [name, `LA_${name}`])),
    issues: [],
  }
  return {
    repositories: new Map([
      [`${HOME} meeting`, home],
      [`${HOME} wg-agenda`, home],
    ]),
    items: new Map(),
    branches: new Map(),
    people: new Map(),
    activity: new Map(),
  }
}

export const WORKFLOW = "# wg workflow 1\non:\n  schedule:\n    - cron: '17 5 * * *'\n"

/** A group with which everything is well. */
export const healthy: DoctorMatter = {
  now: NOW,
  workspace: workspaceWith(),
  faults: 0,
  home: HOME,
  workflow: WORKFLOW,
  zoneData: '2025a',
  github: facts,
  labels: labelled('meeting', 'wg-agenda'),
}

/** The healthy group with something else that GitHub says. */
export function withFacts(changes: Partial<GitHubFacts>): DoctorMatter {
  return { ...healthy, github: { ...facts, ...changes } }
}

export function withActions(changes: Partial<ActionsFacts>): DoctorMatter {
  return withFacts({ actions: { ...actions, ...changes } })
}

/** The states that an examination finds, and all that it says. */
export function judged(
  name: string,
  matter: DoctorMatter,
): { readonly states: readonly State[]; readonly text: string } {
  const results = examine(matter).filter((result) => result.name === name)
  return {
    states: results.map(({ state }) => state),
    text: results.map(({ message, hint, page }) => [message, hint, page].join('\n')).join('\n'),
  }
}
