import { LONGEST_PLAN, planComment, readForeignPlan } from '../../core/action/plan-comment.ts'
import { readPullRequestRun } from '../../core/action/pull-request-run.ts'
import type { WriteComment } from '../../core/plan/change.ts'
import { refuse } from '../../core/problem.ts'
import { type GitHub, LostAnswer } from '../../ports.ts'
import { type App, openApp } from '../app.ts'
import { changeAsJson } from '../change-as-json.ts'
import type { CommandModule } from '../command.ts'
import { endWith } from '../end-with.ts'
import { readOutside } from '../read-outside.ts'
import { say, sayChange } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<file>', 'what `wg run --dry-run --json` printed in a run for a pull request')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nThe event of GitHub Actions says which pull request it is; the file does not.\n\nExamples:\n  wg plan comment plan.json',
    )
  run(async ({ values: [file = ''], options }) => {
    const app = await openApp(world, options, 'here')
    const event = readPullRequestRun(await world.environment.readEvent?.())
    const account = readForeignPlan(await readPlan(file, app))
    const github = await world.connect()
    if (!github)
      throw refuse(
        'github-token',
        'There is no token in GITHUB_TOKEN.',
        'Give one that may write to pull requests.',
      )
    const plan = async () => planComment(account, event, await github.reader.pullRequestsFrom(event))
    const done = await comment(plan, { app, github, dryRun: options['dryRun'] === true })
    return endWith({ ...done, changes: done.changes.map(changeAsJson) }, [], app)
  })
}

async function readPlan(file: string, app: App): Promise<string> {
  const content = await readOutside(file, app)
  if (content.kind === 'text') return content.text.slice(0, LONGEST_PLAN + 1)
  const why = content.kind === 'missing' ? 'does not exist' : content.why
  throw refuse('plan', `The file \`${file}\` ${why}.`, 'Name the file that the run has left.')
}

interface Done {
  readonly changes: readonly WriteComment[]
  readonly notes: readonly string[]
  readonly urls: readonly string[]
}

interface Setting {
  readonly app: App
  readonly github: GitHub
  readonly dryRun: boolean
}

const ATTEMPTS = 3

/** When the answer to a write is lost, GitHub is asked again what is there: a second comment would tell people twice. */
async function comment(
  plan: () => Promise<{ readonly changes: readonly WriteComment[]; readonly notes: readonly string[] }>,
  { app, github, dryRun }: Setting,
): Promise<Done> {
  const urls = new Set<string>()
  const done: WriteComment[] = []
  for (let attempt = 1; ; attempt++) {
    const { changes, notes } = await plan()
    notes.forEach((note) => say(app, note))
    try {
      for (const change of changes) {
        sayChange(change, app, dryRun)
        const { url } = dryRun ? {} : await github.writer.write(change)
        done.push(change)
        if (url !== undefined) urls.add(url)
      }
      return { changes: done, notes, urls: [...urls] }
    } catch (error) {
      if (!(error instanceof LostAnswer)) throw error
      if (attempt === ATTEMPTS)
        throw refuse(
          'github-down',
          `${error.message}, ${ATTEMPTS} times in a row.`,
          'Run the workflow again later.',
        )
      await github.pause(attempt)
    }
  }
}
