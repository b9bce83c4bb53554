import { kebabName, repositoryName } from '../../core/fields.ts'
import {
  planReview,
  questionForReview,
  type Review,
  type ReviewQuestion,
  type Standing,
  standingsByMinutes,
} from '../../core/plan/member-review.ts'
import { unknownTeam } from '../../core/plan/roster-change.ts'
import { readOption } from '../../core/read-option.ts'
import { attendanceByTeam } from '../../core/record/attendance.ts'
import { withMinutes } from '../../core/record/meeting-record.ts'
import { describeSeen } from '../../core/render/review-text.ts'
import type { Workspace } from '../../core/workspace.ts'
import { type App, load, openApp } from '../app.ts'
import { carryOut } from '../carry-out.ts'
import { changeAsJson } from '../change-as-json.ts'
import type { CommandModule } from '../command.ts'
import { loadRecord } from '../load-record.ts'
import { printTable } from '../print-table.ts'
import { say } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .requiredOption('--team <team>', 'whose members are reviewed')
    .option('--repository <owner/name>', 'where the issue and the pull request go (`repository` of wg.yml)')
    .option('--dry-run', 'ask GitHub, print the plan and change nothing')
    .addHelpText(
      'after',
      '\nRun it again every day or week: it repeats nothing, and does what has come due.\n\nExamples:\n  wg member review --team core --dry-run\n  wg member review --team core',
    )
  run(async ({ options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const team = readOption('--team', options['team'], kebabName) ?? ''
    if (!workspace.teamNames.has(team)) throw unknownTeam(team, workspace)
    const question = await questionOf(team, workspace, app)
    const repository =
      readOption('--repository', options['repository'], repositoryName) ?? workspace.group.repository
    const done = await review(question, repository, { app, dryRun: options['dryRun'] === true })
    if (options.json) world.terminal.print(`${JSON.stringify(asJson(team, done), null, 2)}\n`)
    return undefined
  })
}

async function questionOf(team: string, workspace: Workspace, app: App): Promise<ReviewQuestion> {
  const records = withMinutes(await loadRecord(app, workspace))
  const attendance = attendanceByTeam(records, workspace.members).find((each) => each.team === team)
  return { team, workspace, now: app.now, ...(attendance ? { attendance } : {}) }
}

interface Reviewing {
  readonly app: App
  readonly dryRun: boolean
}

/** On GitHub when there is a repository and a token; else what the minutes say, and nothing is changed. */
async function review(
  question: ReviewQuestion,
  repository: string | undefined,
  { app, dryRun }: Reviewing,
): Promise<Review> {
  const github = repository === undefined ? undefined : await app.world.connect()
  if (repository === undefined || !github) {
    const result = standingsByMinutes(question)
    show(result, app)
    say(
      app,
      `With ${repository === undefined ? 'a `repository` in wg.yml and ' : ''}a token in \`GITHUB_TOKEN\`, this looks at GitHub too and opens the issue of the review.`,
    )
    return result
  }
  const asked = questionForReview(question, repository)
  const answer = await github.reader.ask(asked)
  const result = planReview(question, repository, answer)
  show(result, app)
  const plan = (known: typeof answer) => planReview(question, repository, known)
  const done = await carryOut({ github, answer, question: asked, plan }, app, dryRun)
  if (done.changes.length === 0) say(app, 'Nothing to do.')
  return { ...result, changes: done.changes, notes: done.notes }
}

function show({ standings, since }: Review, app: App): void {
  const { terminal } = app.world
  const rows = standings.map(({ member, seen, silent }) => [
    member.login,
    member.name,
    describeSeen(seen),
    silent ? 'silent' : '',
  ])
  if (rows.length > 0) say(app, printTable(['Login', 'Name', 'Last seen', ''], rows, terminal).trimEnd())
  const silent = standings.filter((each) => each.silent).length
  say(app, `${silent} of ${standings.length} not seen since ${since}.`)
}

function asJson(team: string, { standings, since, changes, notes }: Review) {
  return {
    team,
    since,
    people: standings.map(personAsJson),
    changes: changes.map(changeAsJson),
    notes,
  }
}

function personAsJson({ member, seen, silent }: Standing) {
  return {
    login: member.login,
    name: member.name,
    lastSeen: seen?.day ?? null,
    how: seen?.how ?? null,
    where: seen?.where ?? null,
    silent,
  }
}
