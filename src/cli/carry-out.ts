import { type Answer, type Question } from '../core/github/question.ts'
import type { Change, GitHubChange, Plan } from '../core/plan/change.ts'
import { planAfterOpening } from '../core/plan/meeting-issue.ts'
import { refuse } from '../core/problem.ts'
import { type GitHub, LostAnswer } from '../ports.ts'
import type { App } from './app.ts'
import { say, sayChange } from './report.ts'

/** What is to be done on GitHub. */
export interface Errand {
  readonly github: GitHub
  readonly question: Question
  /** Makes the plan from GitHub's answer; it is made again when an answer was lost. */
  readonly plan: (answer: Answer) => Plan
}

/** What came of an errand. */
export interface Done {
  readonly changes: readonly Change[]
  readonly notes: readonly string[]
  /** The addresses of what was written, in order. */
  readonly urls: readonly string[]
}

const ATTEMPTS = 4

/**
 * Asks GitHub, plans, prints, applies. When the answer to a write is lost, GitHub is asked again and only what is then
 * still missing is done: a write is never simply repeated.
 */
export async function carryOut({ github, question, plan }: Errand, app: App, dryRun: boolean): Promise<Done> {
  const urls: string[] = []
  let lost: LostAnswer | undefined
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { changes, notes } = plan(await github.reader.ask(question))
    notes.forEach((note) => say(app, note))
    try {
      for (const change of changes) {
        sayChange(change, app, dryRun)
        if (!dryRun) urls.push(...(await applyChange(change, github, app)))
      }
      if (dryRun && changes.length > 0) say(app, 'This was a dry run: nothing was written.')
      return { changes, notes, urls }
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error
      lost = error
      say(app, `${error.message}. Asking GitHub how it stands …`)
      await github.pause(attempt)
    }
  }
  throw refuse(
    'github',
    `${lost?.message ?? 'GitHub did not answer'}, ${ATTEMPTS} times in a row.`,
    'Run the command again later: it does only what is still missing.',
  )
}

async function applyChange(change: Change, github: GitHub, app: App): Promise<readonly string[]> {
  if (change.kind === 'write-file') {
    await app.files.write(change.path, change.after)
    return []
  }
  const written = await github.writer.write(change)
  if (written.url !== undefined) say(app, `  ${written.url}`)
  if (written.note !== undefined) say(app, `  ${written.note}`)
  const followUps = followUp(change, written)
  for (const each of followUps) {
    sayChange(each, app, false)
    await github.writer.write(each)
  }
  return written.url === undefined ? [] : [written.url]
}

function followUp(
  change: GitHubChange,
  { issue, newest }: Awaited<ReturnType<GitHub['writer']['write']>>,
): readonly GitHubChange[] {
  return change.kind === 'open-issue' && issue ? planAfterOpening(issue, newest ?? [], change) : []
}
