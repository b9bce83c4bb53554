import { gatherAgenda } from '../../core/github/gather-agenda.ts'
import { homeAnswer } from '../../core/github/home-answer.ts'
import { type Answer, joinQuestions } from '../../core/github/question.ts'
import { type Agenda, type AgendaItem, standingAgenda, timeboxNote } from '../../core/meetings/agenda.ts'
import { type Meeting, nextMeeting } from '../../core/meetings/meeting.ts'
import { questionFor } from '../../core/plan/meeting-issue.ts'
import { type Problem, Refusal } from '../../core/problem.ts'
import { allotted, withheldNote } from '../../core/render/agenda-lines.ts'
import { meetingTitle } from '../../core/render/titles.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import type { Workspace } from '../../core/workspace.ts'
import { type App, load, openApp } from '../app.ts'
import { chooseSeries } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { endWith } from '../end-with.ts'
import { meetingAsJson } from '../../core/meetings/meeting-as-json.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[series]', 'the name of a file in meetings/, without .yml')
    .addHelpText('after', '\nExamples:\n  wg agenda\n  wg agenda security-wg --json')
  run(async ({ values: [name], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const meetings = chooseSeries(workspace, name).flatMap((series) => nextMeeting(series, app.now) ?? [])
    const answer = await askGitHub(meetings, app)
    const { agendas, problems } = gatherAll(meetings, workspace, answer)
    const shown = agendas.map(({ meeting, agenda }) => ({ meeting: meetingAsJson(meeting), ...agenda }))
    if (options.json !== true) {
      const texts = agendas.map((each) => printAgenda(each, workspace, answer))
      world.terminal.print(meetings.length === 0 ? 'No meeting lies ahead.\n' : texts.join('\n'))
    }
    return endWith({ agendas: shown }, problems, app)
  })
}

/** What GitHub knows of the agendas; undefined where files are the tracker. */
async function askGitHub(meetings: readonly Meeting[], { world }: App): Promise<Answer | undefined> {
  const homes = meetings.flatMap(({ series }) => series.github ?? [])
  const github = homes.length > 0 ? await world.connect() : undefined
  return github?.reader.ask(joinQuestions(homes.map((home) => questionFor(home))))
}

interface MeetingAgenda {
  readonly meeting: Meeting
  readonly agenda: Agenda
}

function gatherAll(meetings: readonly Meeting[], workspace: Workspace, answer: Answer | undefined) {
  const agendas: MeetingAgenda[] = []
  const problems: Problem[] = []
  for (const meeting of meetings) {
    try {
      agendas.push({ meeting, agenda: agendaOf(meeting, workspace, answer) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      problems.push(...error.problems)
    }
  }
  return { agendas, problems }
}

function agendaOf(meeting: Meeting, workspace: Workspace, answer: Answer | undefined): Agenda {
  const { series } = meeting
  if (!series.github || !answer) return { sections: standingAgenda(meeting, workspace), withheld: 0 }
  return gatherAgenda(meeting, workspace, homeAnswer(series, series.github, { answer, workspace }))
}

function printAgenda(
  { meeting, agenda }: MeetingAgenda,
  workspace: Workspace,
  answer: Answer | undefined,
): string {
  const sections = agenda.sections.map(
    ({ title, items }) => `\n${terminalText(title)}\n${items.map(printItem).join('')}`,
  )
  const unasked = meeting.series.github?.agenda && !answer
  const notes = [
    ...(sections.length === 0 ? ['Nothing is on the agenda.'] : []),
    ...(unasked ? ['There is no token in GITHUB_TOKEN: what is labelled on GitHub is not shown.'] : []),
    ...(agenda.withheld > 0 ? [withheldNote(agenda.withheld)] : []),
    ...[timeboxNote(agenda, meeting.series.length) ?? []].flat(),
  ]
  const below = notes.map((note) => `\n${note}\n`)
  return [`${terminalText(meetingTitle(meeting, workspace))}\n`, ...sections, ...below].join('')
}

function printItem(item: AgendaItem): string {
  const link = item.link === undefined ? '' : `\n    ${terminalText(item.link)}`
  const { minutes, lead } = allotted(item)
  const parts = [
    ...(minutes === undefined ? [] : [`${minutes} minutes`]),
    ...(lead === undefined ? [] : [`@${lead}`]),
  ]
  return `  - ${terminalText(item.title)}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}${link}\n`
}
