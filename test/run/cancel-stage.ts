import { makeWorld, type World } from '../github/world.ts'
import type { RepositoryOptions } from '../github/place-verbs.ts'
import { issuesWith, onStage, TOKEN } from '../meeting-issue/stage.ts'
import { groupTexts, HOME, seriesText, type Stage } from './stage.ts'

export const KEY = 'security-wg/2026-12-10'
export const FILE = 'meetings/security-wg.yml'
export const BRANCH = `wg/cancel/${KEY}`

/** The meeting begins on 10 December 2026 at 20:00 UTC, and may be proposed to be cancelled from the 6th on. */
export const CHORES = 'chores: { cancel-empty: 4 days before }\n'

/** Moments of a life: the issue is there, the proposal, its days of grace, their end, the last hours, the meeting. */
export const AT = {
  opened: '2026-12-04T09:00:00Z',
  before: '2026-12-06T19:59:00Z',
  proposed: '2026-12-06T20:00:00Z',
  waiting: '2026-12-07T19:59:00Z',
  due: '2026-12-07T20:00:00Z',
  last: '2026-12-10T18:00:00Z',
  tooLate: '2026-12-10T18:01:00Z',
  begun: '2026-12-10T20:00:00Z',
} as const

export type Moment = keyof typeof AT

/** A group without anything labelled, whose files are on the default branch too. */
export interface Setting {
  readonly series?: string
  readonly repository?: Omit<RepositoryOptions, 'files'>
  /** What the default branch holds in place of the file of the series. */
  readonly onGitHub?: string | null
}

/** A stage on which time goes by. */
export interface Life {
  readonly stage: Stage
  readonly world: World
  /** Runs at some moments, and gives what the last run said. */
  readonly at: (...moments: readonly Moment[]) => Promise<{ code: number; out: string; err: string }>
  readonly issue: () => ReturnType<typeof issuesWith>[number]
  /** The pull request that cancels the meeting. */
  readonly pull: () => ReturnType<typeof pullsOf>[number]
  readonly pulls: () => ReturnType<typeof pullsOf>
  /** The comments under the meeting's issue. */
  readonly said: () => readonly string[]
}

export function onCancelStage(
  { series = seriesText(CHORES), repository = {}, onGitHub = series }: Setting,
  work: (life: Life) => Promise<void>,
): Promise<void> {
  const texts = groupTexts({ [FILE]: series })
  const { [FILE]: own, ...others } = texts
  const files = onGitHub === null ? others : { ...others, [FILE]: onGitHub }
  const world = makeWorld({ now: AT.opened })
  world.user('ada-example')
  world.user('brook-example')
  world.organization('example', { admins: ['ada-example'], members: ['brook-example'] })
  world.repository(HOME, { ...repository, files })
  world.label(HOME, 'wg-agenda')
  world.label(HOME, 'meeting')
  world.token(TOKEN, { login: 'ada-example' })
  return onStage({ world, texts: { ...others, [FILE]: own ?? '' } }, (stage) => work(lifeOn(stage)))
}

function lifeOn(stage: Stage): Life {
  const { world } = stage
  const one = <Thing>([first]: readonly Thing[], what: string): Thing => {
    if (first === undefined) throw new Error(`there is no ${what}`)
    return first
  }
  const issue = () => one(issuesWith(world, KEY), 'issue')
  return {
    stage,
    world,
    at: async (...moments) => {
      let outcome = { code: 0, out: '', err: '' }
      for (const moment of moments) outcome = await stage.run('run --only meetings', AT[moment])
      return outcome
    },
    issue,
    pulls: () => pullsOf(world),
    pull: () => one(pullsOf(world), 'pull request'),
    said: () => issue().comments.map(({ body }) => body),
  }
}

function pullsOf(world: World) {
  return world
    .findRepository(HOME)
    .items.flatMap((item) => (item.__typename === 'PullRequest' && item.headRefName === BRANCH ? [item] : []))
}
