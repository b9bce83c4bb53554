import { accountChecks, runAccountChecks } from '../../core/checks/account-checks.ts'
import type { CheckMatter } from '../../core/checks/check.ts'
import { checkTable, runChecks } from '../../core/checks/check-table.ts'
import { planAccounts } from '../../core/plan/mend-accounts.ts'
import { type Problem, refuse, sortProblems } from '../../core/problem.ts'
import type { AccountStanding } from '../../core/people/account-standing.ts'
import { didYouMean } from '../../core/text/nearest.ts'
import { type App, loadLoosely, openApp } from '../app.ts'
import { applyPlan } from '../apply.ts'
import { askAccounts } from '../ask-accounts.ts'
import type { CommandModule } from '../command.ts'
import { countProblems, type Format, FORMATS, printProblems } from '../print-problems.ts'
import { say } from '../report.ts'
import { printTable } from '../print-table.ts'
import type { World } from '../world.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .option('--format <format>', 'text, json or github', world.environment.actions ? 'github' : 'text')
    .option('--list', 'print every check with its sentence')
    .option('--online', 'ask GitHub also whether the logins exist, and who was renamed')
    .option('--fix', 'with --online: write the new logins, spellings and missing numbers into the files')
    .option('--dry-run', 'with --fix: print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg check\n  wg check --format json\n  wg check --list\n  wg check --online --fix',
    )
  run(async ({ options }) => {
    if (options['list'] === true) {
      listChecks(world, options.json === true)
      return undefined
    }
    const format = options.json ? 'json' : readFormat(String(options['format']))
    const app = await openApp(world, options)
    const { workspace, problems } = await loadLoosely(app, await markdownFiles(app))
    const matter = { workspace, now: app.now }
    const online = await askOnline(matter, { ...app, options: { ...options, json: format !== 'text' } })
    const all = sortProblems([...problems, ...runChecks(matter), ...online.problems])
    printProblems(all, { terminal: world.terminal, format })
    if (format === 'text' && !options.quiet) {
      const summary =
        all.length === 0
          ? `No problems: ${countFiles(workspace.texts.size)} read, every check passed.`
          : `${countProblems(all)}.`
      world.terminal.say(`${summary}\n`)
    }
    return all.some(({ severity }) => severity === 'error') ? 1 : undefined
  })
}

/** What GitHub says of the accounts, when that is asked for. */
async function askOnline(matter: CheckMatter, app: App): Promise<{ readonly problems: readonly Problem[] }> {
  const { online, fix, dryRun } = app.options as { online?: boolean; fix?: boolean; dryRun?: boolean }
  if (!online && !fix) return { problems: [] }
  if (!online) throw refuse('usage', '`--fix` needs `--online`: it writes what GitHub knows better.')
  const github = await app.world.connect()
  if (!github) throw refuse('github-token', 'To ask GitHub takes a token.', NO_TOKEN)
  const standings = await askAccounts(matter.workspace, github.reader)
  const problems = runAccountChecks({ ...matter, standings })
  if (!fix) {
    sayUnnumbered(standings, app)
    return { problems }
  }
  await applyPlan(planAccounts(standings, matter), app, dryRun === true)
  const mended = new Set(['account-has-its-login', 'login-is-spelled-as-on-github'])
  return { problems: problems.filter(({ rule }) => !mended.has(rule)) }
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

/** Minutes and pages may hold marks; whatever lies in a folder of the workspace is looked at. */
async function markdownFiles({ files }: App): Promise<readonly string[]> {
  return (await files.list('')).filter((path) => path.endsWith('.md') && !/^(dist|public|test)\//.test(path))
}

function readFormat(text: string): Format {
  const format = FORMATS.find((each) => each === text)
  if (format) return format
  throw refuse(
    'usage',
    `\`--format ${text}\` is no format.`,
    didYouMean(text, FORMATS) ?? `One of: ${FORMATS.join(', ')}.`,
  )
}

function countFiles(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}

function listChecks({ terminal }: World, json: boolean): void {
  const rows = [...checkTable, ...accountChecks].map((check) => ({
    name: check.name,
    severity: check.severity,
    sentence: check.sentence,
    online: accountChecks.some(({ name }) => name === check.name),
  }))
  if (json) terminal.print(`${JSON.stringify({ checks: rows }, null, 2)}\n`)
  else
    terminal.print(
      printTable(
        ['Check', 'Level', 'What holds'],
        rows.map(({ name, severity, sentence, online }) => [
          name,
          online ? `${severity}, --online` : severity,
          sentence,
        ]),
        terminal,
      ),
    )
}
