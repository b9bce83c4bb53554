import type { Plan } from '../../core/plan/change.ts'
import { meetingAsJson } from '../../core/meetings/meeting-as-json.ts'
import type { Meeting } from '../../core/meetings/meeting.ts'
import { minutesPathOf } from '../../core/meetings/minutes-path.ts'
import { type MinutesProposal, proposeMinutes, questionForMinutes } from '../../core/plan/propose-minutes.ts'
import { type NotesQuestion, planMinutes } from '../../core/plan/publish-minutes.ts'
import { Refusal } from '../../core/problem.ts'
import type { Answer } from '../../core/github/question.ts'
import type { GitHub } from '../../ports.ts'
import { type App, load, openApp, unusable } from '../app.ts'
import { carryOut, type Done } from '../carry-out.ts'
import { changeAsJson } from '../change-as-json.ts'
import { chooseMeeting } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { endWith } from '../end-with.ts'
import { loadNotes } from '../load-notes.ts'
import { loadSkeletons } from '../minutes-skeletons.ts'
import { say, sayChange } from '../report.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('<key>', '<series>/<day>, as `wg meeting list` prints it')
    .option('--from <file>', 'the notes, `-` for standard input; the file of the minutes when left out')
    .option('--dry-run', 'print the plan and change nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  wg minutes publish security-wg/2026-12-03 --from notes.md --dry-run\n  wg minutes publish security-wg/2026-12-03 --from - < notes.md\n  wg minutes publish security-wg/2026-12-03',
    )
  run(async ({ values: [key = ''], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const meeting = chooseMeeting(workspace, key)
    const { notes, from, isFile } = await loadNotes(options['from'], meeting, app)
    const question = { meeting, notes, from, now: app.now, ...(await loadSkeletons(meeting, workspace, app)) }
    const { github: home } = meeting.series
    const github = home ? await world.connect() : undefined
    const dryRun = options['dryRun'] === true
    if (home && !github)
      say(
        app,
        `There is no token in GITHUB_TOKEN, so nothing is written to \`${home.repository}\`; the minutes go into a file.`,
      )
    const done =
      home && github
        ? await propose({ ...question, home, workspace, isFile }, { app, github, dryRun })
        : await writeFile(question, { app, isFile, dryRun })
    if (done.changes.length === 0) say(app, 'Nothing to do.')
    const { changes, notes: said, urls } = done
    return endWith(
      { meeting: meetingAsJson(meeting), changes: changes.map(changeAsJson), notes: said, urls },
      [],
      app,
    )
  })
}

interface Proposing {
  readonly app: App
  readonly github: GitHub
  readonly dryRun: boolean
}

/** Where GitHub keeps the minutes: a pull request. */
async function propose(proposal: MinutesProposal, { app, github, dryRun }: Proposing): Promise<Done> {
  const { meeting, home, workspace } = proposal
  const question = questionForMinutes(meeting, home, workspace)
  const plan = (answer: Answer): Plan => proposeMinutes(proposal, answer)
  return carryOut({ github, question, answer: await github.reader.ask(question), plan }, app, dryRun)
}

interface Writing {
  readonly app: App
  readonly isFile: boolean
  readonly dryRun: boolean
}

/** Where files are the tracker: the file in the workspace. The difference is shown before it is written. */
async function writeFile(
  question: NotesQuestion,
  { app, isFile, dryRun }: Writing,
): Promise<Omit<Done, 'answer'>> {
  const existing = await readMinutesFile(question.meeting, app)
  const { changes, notes } = planMinutes(question, { existing, isFile })
  if (isFile && changes.length === 0) return { changes, notes, urls: [] }
  notes.forEach((note) => say(app, note))
  for (const change of changes) {
    sayChange(change, app, true)
    if (!dryRun) await app.files.write(change.path, change.after)
  }
  if (dryRun && changes.length > 0) say(app, 'This was a dry run: nothing was written.')
  return { changes, notes, urls: [] }
}

async function readMinutesFile(meeting: Meeting, { files }: App): Promise<string | undefined> {
  const path = minutesPathOf(meeting)
  const content = await files.read(path)
  if (content.kind === 'unusable') throw new Refusal([unusable(path, content.why)])
  return content.kind === 'text' ? content.text : undefined
}
