import type { Outcome } from '../world.ts'
import {
  HOME,
  issuesWith,
  KEY,
  NOW,
  onStage as onMeetingStage,
  type Stage,
  workspaceTexts,
} from '../meeting-issue/stage.ts'

export { HOME, KEY, type Stage }

/** The evening after the meeting. */
export const AFTER = '2026-12-10T21:30:00Z'
export const PATH = 'meetings/security-wg/2026-12-10.md'
export const BRANCH = `wg/minutes/${KEY}`

/** Notes as an editor gives them. */
export const NOTES = `# Example Security WG Meeting 2026\\-12\\-10

## Present

\\- Ada Example (@ada-example)

## Agenda

• Choose a day \\#1  
◦ Consensus to meet on Thursdays
`

/** The same, tidied, with the key of the meeting. */
export const TIDY = `<!-- wg:meeting ${KEY} -->

# Example Security WG Meeting 2026-12-10

## Present

- Ada Example (@ada-example)

## Agenda

- Choose a day #1
  - Consensus to meet on Thursdays
`

/** A stage on which the meeting has its issue and is over, and the notes lie beside the workspace. */
export function onStage(work: (stage: Stage) => Promise<void>): Promise<void> {
  return onMeetingStage({ texts: { ...workspaceTexts(), 'notes.md': NOTES } }, async (stage) => {
    await stage.run('meeting new', NOW)
    stage.server.forget()
    await work(stage)
  })
}

export function publish(stage: Stage, more = '--from notes.md'): Promise<Outcome> {
  return stage.run(`minutes publish ${KEY} ${more}`.trim(), AFTER)
}

/** The pull requests of the repository that wg has opened. */
export function proposals({ world }: Stage) {
  return world
    .findRepository(HOME)
    .items.flatMap((item) => (item.__typename === 'PullRequest' && item.headRefName === BRANCH ? [item] : []))
}

/** Lands the open pull request, as a person does. */
export function merge(stage: Stage): void {
  for (const open of proposals(stage).filter(({ state }) => state === 'OPEN'))
    stage.world.edit(open, { state: 'MERGED' })
}

/** All that a reader sees of the minutes and of the meeting's issue. */
export function seenOf(stage: Stage) {
  const [issue] = issuesWith(stage.world)
  return {
    onBranch: stage.world.readFile(HOME, PATH, BRANCH),
    onMain: stage.world.readFile(HOME, PATH),
    proposals: proposals(stage).map(({ number, title, body, state }) => ({ number, title, body, state })),
    issue: {
      state: issue?.state,
      reason: issue?.stateReason,
      comments: issue?.comments.map(({ body }) => body),
    },
  }
}
