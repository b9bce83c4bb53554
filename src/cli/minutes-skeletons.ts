import { standingAgenda } from '../core/meetings/agenda.ts'
import type { Meeting } from '../core/meetings/meeting.ts'
import { tidyNotes } from '../core/minutes/tidy-notes.ts'
import { addSections } from '../core/minutes/add-sections.ts'
import { agendaText } from '../core/plan/meeting-file.ts'
import { minutesSkeleton } from '../core/plan/minutes-file.ts'
import type { Workspace } from '../core/workspace.ts'
import type { App } from './app.ts'
import { loadOpenActions } from './load-open-actions.ts'
import { loadTemplate } from './load-template.ts'

/** What notes of a meeting are begun from, and the template of minutes. */
export interface Begun {
  readonly template: string
  /** Tidied, as notes are when they are compared with them. */
  readonly skeletons: readonly string[]
  /** The templates of both. */
  readonly templates: readonly string[]
}

/** The skeletons that wg makes for a meeting: that of its minutes, and its agenda where files are the tracker, alone and with the sections of minutes. */
export async function loadSkeletons(meeting: Meeting, workspace: Workspace, app: App): Promise<Begun> {
  const { series } = meeting
  const template = await loadTemplate(app, 'minutes', { series, workspace })
  const agendaTemplate = await loadTemplate(app, 'agenda', { series, workspace })
  const minutes = minutesSkeleton({
    meeting,
    workspace,
    template,
    agenda: { sections: standingAgenda(meeting, workspace), withheld: 0 },
    actions: (await loadOpenActions(meeting, workspace, app)).actions,
  })
  const agenda = agendaText({ meeting, workspace, template: agendaTemplate })
  return {
    template,
    templates: [template, agendaTemplate],
    skeletons: [minutes, agenda, addSections(agenda, minutes)].map((skeleton) =>
      tidyNotes(skeleton, { template }),
    ),
  }
}
