import { gatherAgenda } from '../core/github/gather-agenda.ts'
import { homeAnswer } from '../core/github/home-answer.ts'
import { agendaOfIssue } from '../core/github/issue-agenda.ts'
import { issuesOf } from '../core/github/meeting-issue.ts'
import { given } from '../core/given.ts'
import { standingAgenda } from '../core/meetings/agenda.ts'
import type { Meeting } from '../core/meetings/meeting.ts'
import type { SkeletonQuestion } from '../core/plan/minutes-file.ts'
import { questionFor } from '../core/plan/meeting-issue.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'

/**
 * The agenda of a meeting as it stands now: that of its issue, with what people wrote there; or else what is labelled; or else, with
 * no repository or token, what the files say.
 */
export async function askForAgenda(
  meeting: Meeting,
  workspace: Workspace,
  { world }: App,
): Promise<Pick<SkeletonQuestion, 'agenda' | 'issue'>> {
  const { series } = meeting
  const github = series.github ? await world.connect() : undefined
  if (!series.github || !github)
    return { agenda: { sections: standingAgenda(meeting, workspace), withheld: 0 } }
  const answer = await github.reader.ask(questionFor(series.github))
  const found = homeAnswer(series, series.github, { answer, workspace })
  const agenda = gatherAgenda(meeting, workspace, found)
  const [issue] = issuesOf(meeting.key, found.repository.issues)
  if (!issue) return { agenda }
  return { agenda, issue: { url: issue.url, ...given({ agenda: agendaOfIssue(issue.body) }) } }
}
