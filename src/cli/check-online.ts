import { runAccountChecks } from '../core/checks/account-checks.ts'
import type { CheckMatter } from '../core/checks/check.ts'
import type { AccountStanding } from '../core/people/account-standing.ts'
import { planAccounts } from '../core/plan/mend-accounts.ts'
import { type Problem, refuse } from '../core/problem.ts'
import type { App } from './app.ts'
import { applyPlan } from './apply.ts'
import { askAccounts } from './ask-accounts.ts'
import { say } from './report.ts'

/** What GitHub says of the accounts, when that is asked for. */
export async function checkOnline(matter: CheckMatter, app: App): Promise<readonly Problem[]> {
  const { online, fix, dryRun } = app.options as { online?: boolean; fix?: boolean; dryRun?: boolean }
  if (!online && !fix) return []
  if (!online) throw refuse('usage', '`--fix` needs `--online`: it writes what GitHub knows better.')
  const github = await app.world.connect()
  if (!github) throw refuse('github-token', 'To ask GitHub takes a token.', NO_TOKEN)
  const standings = await askAccounts(matter.workspace, github.reader)
  const problems = runAccountChecks({ ...matter, standings })
  if (!fix) {
    sayUnnumbered(standings, app)
    return problems
  }
  await applyPlan(planAccounts(standings, matter), app, dryRun === true)
  const mended = new Set(['account-has-its-login', 'login-is-spelled-as-on-github'])
  return problems.filter(({ rule }) => !mended.has(rule))
}

function sayUnnumbered(standings: ReadonlyMap<string, AccountStanding>, app: App): void {
  const count = [...standings.values()].filter(({ kind }) => kind === 'unnumbered').length
  if (count > 0)
    say(
      app,
      `Without an \`id\`, nobody would notice a new login: ${count} of ${standings.size} have none. \`--fix\` writes them.`,
    )
}

const NO_TOKEN = 'Put one into `GITHUB_TOKEN`; it needs no permission. `gh auth token` prints yours.'
