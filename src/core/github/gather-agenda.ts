import { given } from '../given.ts'
import {
  type Agenda,
  type AgendaItem,
  type AgendaSection,
  readItemTimebox,
  standingAgenda,
} from '../meetings/agenda.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import type { Workspace } from '../workspace.ts'
import { keysIn } from './meeting-issue.ts'
import type { HomeAnswer } from './home-answer.ts'
import type { FoundItem, RepositoryAnswer } from './question.ts'

/**
 * The whole agenda of a meeting: the standing items, the open questions of the charters, then the labelled items by
 * repository, each once. Meetings' own issues are no items, and private items stand only where the issue itself is private.
 */
export function gatherAgenda(
  meeting: Meeting,
  workspace: Workspace,
  { repository, items }: HomeAnswer,
): Agenda {
  const agenda = meeting.series.github?.agenda
  const once = [...new Map(items.map((item) => [item.url.toLowerCase(), item])).values()].filter(
    ({ url }) => !isMeeting(url, repository),
  )
  const shown = once.filter((item) => repository.private || !item.private)
  return {
    sections: [...standingAgenda(meeting, workspace), ...byRepository(shown)],
    withheld: once.length - shown.length,
    ...given({ all: agenda && searchAddress(agenda) }),
  }
}

function isMeeting(address: string, { issues }: RepositoryAnswer): boolean {
  const issue = issues.find(({ url }) => url.toLowerCase() === address.toLowerCase())
  return issue !== undefined && keysIn(issue.body).length > 0
}

/** The page of GitHub that lists the same items. */
function searchAddress({ label, from }: NonNullable<GitHubHome['agenda']>): string {
  const scope = from.length === 1 ? from[0] : `(${from.join(' OR ')})`
  return `https://github.com/issues?${new URLSearchParams({ q: `is:open archived:false label:"${label}" ${scope ?? ''}` }).toString()}`
}

function byRepository(items: readonly FoundItem[]): AgendaSection[] {
  const names = [...new Set(items.map(({ repository }) => repository))].sort((a, b) =>
    a.toLowerCase() < b.toLowerCase() ? -1 : 1,
  )
  return names.map((title) => ({
    title,
    items: items
      .filter(({ repository }) => repository === title)
      .sort((a, b) => a.number - b.number)
      .map(makeItem),
  }))
}

function makeItem({ title, url, number, labels }: FoundItem): AgendaItem {
  return { title, link: url, number, ...readItemTimebox(title, labels) }
}
