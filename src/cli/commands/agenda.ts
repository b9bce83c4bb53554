import { type Agenda, standingAgenda, timeboxed } from '../../core/meetings/agenda.ts'
import { type Meeting, nextMeeting } from '../../core/meetings/meeting.ts'
import { withheldNote } from '../../core/render/agenda-lines.ts'
import { meetingTitle } from '../../core/render/titles.ts'
import { terminalText } from '../../core/text/terminal-text.ts'
import { describeMinutes } from '../../core/time/span.ts'
import type { Workspace } from '../../core/workspace.ts'
import type { Answer } from '../../core/github/question.ts'
import { joinQuestions } from '../../core/github/question.ts'
import { audienceOf, gatherAgenda } from '../../core/github/gather-agenda.ts'
import type { Series } from '../../core/meetings/series.ts'
import { questionFor } from '../../core/plan/meeting-issue.ts'
import type { World } from '../world.ts'
import { load, openApp } from '../app.ts'
import { chooseSeries } from '../choose-series.ts'
import type { CommandModule } from '../command.ts'
import { meetingAsJson } from '../../core/meetings/meeting-as-json.ts'

export const define: CommandModule['define'] = (command, { world, run }) => {
  command
    .argument('[series]', 'the name of a file in meetings/, without .yml')
    .addHelpText('after', '\nExamples:\n  wg agenda\n  wg agenda security-wg --json')
  run(async ({ values: [name], options }) => {
    const app = await openApp(world, options)
    const workspace = await load(app)
    const chosen = chooseSeries(workspace, name)
    const answer = await askGitHub(chosen, world)
    const agendas = chosen.flatMap((series) => {
      const meeting = nextMeeting(series, app.now)
      return meeting ? [{ meeting, agenda: agendaOf(meeting, workspace, answer) }] : []
    })
    const shown = agendas.map(({ meeting, agenda }) => ({ meeting: meetingAsJson(meeting), ...agenda }))
    if (options.json) world.terminal.print(`${JSON.stringify({ agendas: shown }, null, 2)}\n`)
    else if (agendas.length === 0) world.terminal.print('No meeting lies ahead.\n')
    else
      world.terminal.print(
        agendas.map(({ meeting, agenda }) => printAgenda(meeting, agenda, workspace)).join('\n'),
      )
    return undefined
  })
}

/** What GitHub knows of the agendas; undefined where files are the tracker. */
async function askGitHub(chosen: readonly Series[], world: World): Promise<Answer | undefined> {
  const homes = chosen.flatMap(({ github }) => github ?? [])
  const github = homes.length > 0 ? await world.connect() : undefined
  return github?.reader.ask(joinQuestions(homes.map(questionFor)))
}

function agendaOf(meeting: Meeting, workspace: Workspace, answer: Answer | undefined): Agenda {
  const home = meeting.series.github
  if (!home || !answer) return { sections: standingAgenda(meeting, workspace), withheld: 0 }
  return gatherAgenda(meeting, workspace, { answer, audience: audienceOf(home, answer) })
}

function printAgenda(meeting: Meeting, agenda: Agenda, workspace: Workspace): string {
  const sections = agenda.sections.map(({ title, items }) => {
    const lines = items.map(
      (item) =>
        `  - ${terminalText(item.title)}${item.link === undefined ? '' : `\n    ${terminalText(item.link)}`}\n`,
    )
    return `\n${terminalText(title)}\n${lines.join('')}`
  })
  const withheld = agenda.withheld > 0 ? `\n${withheldNote(agenda.withheld).replaceAll('_', '')}\n` : ''
  const empty = sections.length === 0 ? '\nNothing is on the agenda.\n' : ''
  return `${terminalText(meetingTitle(meeting, workspace))}\n${sections.join('')}${withheld}${empty}${timeNote(meeting, agenda)}`
}

/** How the timeboxes compare with the length of the meeting; nothing where there are none. */
function timeNote({ series }: Meeting, agenda: Agenda): string {
  const sum = timeboxed(agenda)
  if (sum === 0) return ''
  const over = sum > series.length ? `: ${describeMinutes(sum - series.length)} too many` : ''
  return `\nTimeboxes: ${describeMinutes(sum)} of ${describeMinutes(series.length)}${over}.\n`
}
