import { type Answer, joinAnswers, type Question, withLabel } from '../core/github/question.ts'
import type { Change, EditIssue, GitHubChange, Plan } from '../core/plan/change.ts'
import { planAfterOpening } from '../core/plan/meeting-issue.ts'
import { tellOf } from '../core/plan/propose-files.ts'
import { refuse } from '../core/problem.ts'
import { type GitHub, LostAnswer, type Written } from '../ports.ts'
import type { App } from './app.ts'
import { say, sayChange } from './report.ts'

/** What is to be done on GitHub. */
export interface Errand {
  readonly github: GitHub
  /** What GitHub said before; the question is asked again only when the answer to a write was lost. */
  readonly answer: Answer
  readonly question: Question
  readonly plan: (answer: Answer) => Plan
}

/** What came of an errand. */
export interface Done {
  readonly changes: readonly Change[]
  readonly notes: readonly string[]
  /** The addresses of what was written, in order. */
  readonly urls: readonly string[]
  /** What GitHub said, with the labels that were made. */
  readonly answer: Answer
}

const ATTEMPTS = 4

/**
 * Plans, prints, applies. When the answer to a write is lost, GitHub is asked again and only what is then still missing
 * is done: a write is never simply repeated.
 */
export async function carryOut(errand: Errand, app: App, dryRun: boolean): Promise<Done> {
  const { github, question, plan } = errand
  let { answer } = errand
  let lost: LostAnswer | undefined
  const doing: Doing = { changes: [], urls: [], notes: [], dryRun, github }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await apply(plan(answer), answer, { app, doing })
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error
      lost = error
      say(app, `${error.message}. Asking GitHub how it stands …`)
      await github.pause(attempt)
      answer = joinAnswers(answer, await github.reader.ask(question))
    }
  }
  throw refuse(
    'github-down',
    `${lost?.message ?? 'GitHub did not answer'}, ${ATTEMPTS} times in a row.`,
    'Run the command again later: it does only what is still missing.',
  )
}

/** The account of an errand, over all its attempts. */
interface Doing {
  readonly changes: Change[]
  readonly urls: string[]
  readonly notes: string[]
  readonly dryRun: boolean
  readonly github: GitHub
}

interface Setting {
  readonly app: App
  readonly doing: Doing
}

async function apply({ changes, notes }: Plan, answer: Answer, { app, doing }: Setting): Promise<Done> {
  notes.forEach((note) => tell(note, { app, doing }))
  let known = answer
  const waiting = [...changes]
  for (let change = waiting.shift(); change; change = waiting.shift()) {
    sayChange(change, app, doing.dryRun)
    const { written, next } = await applyChange(change, { app, doing })
    if (change.kind === 'create-label') known = withLabel(known, { ...change, id: written.labelId ?? '' })
    waiting.unshift(...next)
    doing.changes.push(change)
  }
  if (doing.dryRun && changes.length > 0) say(app, 'This was a dry run: nothing was written.')
  return { changes: doing.changes, notes: doing.notes, urls: [...new Set(doing.urls)], answer: known }
}

function tell(note: string, { app, doing }: Setting): void {
  if (!doing.notes.includes(note)) doing.notes.push(note)
  say(app, note)
}

interface Applied {
  readonly written: Written
  readonly next: readonly GitHubChange[]
}

async function applyChange(change: Change, { app, doing }: Setting): Promise<Applied> {
  if (doing.dryRun) return { written: {}, next: [] }
  if (change.kind === 'write-file') {
    await app.files.write(change.path, change.after)
    return { written: {}, next: [] }
  }
  const written = await doing.github.writer.write(change)
  if (written.url !== undefined) {
    say(app, `  ${written.url}`)
    doing.urls.push(written.url)
  }
  if (written.note !== undefined) tell(written.note, { app, doing })
  return { written, next: followUp(change, written) }
}

function followUp(change: GitHubChange, written: Written): readonly GitHubChange[] {
  const { issue, newest, url, note, repeated } = written
  if (change.kind === 'edit-issue') return repeated === undefined ? [] : [takingBack(change, repeated)]
  if (change.kind === 'merge-pull-request') return note === undefined ? [] : change.otherwise
  if (change.kind === 'open-pull-request') return url === undefined ? [] : tellOf(change.tell, url)
  return change.kind === 'open-issue' && issue ? planAfterOpening(issue, newest ?? [], change) : []
}

/** Two runs at once have both seen that something was still to be said: the later comment goes. */
function takingBack({ repository, id, number, url }: EditIssue, takeBack: string): EditIssue {
  const why = 'take a comment back that another run has made too'
  return { kind: 'edit-issue', repository, id, number, url, why, labelIds: new Map(), takeBack }
}
