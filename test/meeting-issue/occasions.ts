import { HOME, issuesWith, KEY, seriesChanged, smallGitHub, type Stage, type StageOptions } from './stage.ts'

/** What the program is about to do when something goes wrong. */
export interface Occasion {
  readonly options: () => StageOptions
  /** Brings a stage to the moment before the run. */
  readonly arrange: (stage: Stage) => Promise<void>
  /** How many requests the run needs when all is well. */
  readonly requests: number
  /** How many comments the meeting's issue has afterwards. */
  readonly comments: number
}

/** What people wrote into an issue before the run. */
export const HUMAN_LINES = [
  'Ada: I bring the numbers.',
  '  - Brook: under the second item',
  'A last word, below everything.',
] as const

/** People edit the issue within the marks, under an item and outside. */
async function createAndEdit(stage: Stage): Promise<void> {
  await stage.run()
  const [issue] = issuesWith(stage.world)
  if (!issue) throw new Error('no issue was opened')
  const [inside, under, below] = HUMAN_LINES
  const body = issue.body
    .replace('- Announcements\n', `- Announcements\n\n${inside}\n`)
    .replace(/^(- \[doc: how to report.*)$/m, `$1\n${under}`)
  stage.world.edit(`${HOME}#${issue.number}`, { body: `${body}\n${below}\n` })
}

const afterChange =
  (change: string) =>
  async (stage: Stage): Promise<void> => {
    await createAndEdit(stage)
    stage.write('meetings/security-wg.yml', seriesChanged(change))
  }

/** What a run can have to do on GitHub. */
export const OCCASIONS = {
  create: {
    options: () => ({ world: smallGitHub({ label: false }) }),
    arrange: async () => {},
    requests: 3,
    comments: 0,
  },
  update: {
    options: () => ({}),
    arrange: async (stage) => {
      await createAndEdit(stage)
      stage.world.issue(HOME, { title: 'One more question (10m)', labels: ['wg-agenda'] })
    },
    requests: 2,
    comments: 0,
  },
  cancel: { options: () => ({}), arrange: afterChange('cancelled, nobody comes'), requests: 3, comments: 1 },
  move: {
    options: () => ({}),
    arrange: afterChange('moved to 2026-12-11 16:00, a holiday'),
    requests: 2,
    comments: 1,
  },
} as const satisfies Readonly<Record<string, Occasion>>

export type OccasionName = keyof typeof OCCASIONS

export const OCCASION_NAMES = Object.keys(OCCASIONS) as OccasionName[]

/** All that a reader sees of the issues of the meeting. */
export function seenOf({ world }: Stage) {
  return issuesWith(world, KEY).map(({ number, title, body, state, stateReason, labels, comments }) => ({
    number,
    title,
    body,
    state,
    stateReason,
    labels: [...labels].map(({ name }) => name).sort(),
    comments: comments.map((comment) => comment.body),
  }))
}
