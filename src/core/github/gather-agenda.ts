import { given } from '../given.ts'
import {
  type Agenda,
  type AgendaItem,
  type AgendaSection,
  readTimebox,
  standingAgenda,
} from '../meetings/agenda.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { GitHubHome } from '../meetings/series.ts'
import type { Workspace } from '../workspace.ts'
import { keysIn } from './meeting-issue.ts'
import { type Answer, type FoundItem, itemsKey, repositoryKey } from './question.ts'

/** Who will read the agenda. */
export interface Audience {
  /** Whether the issue is in a private repository: only then may private titles stand in it. */
  readonly private: boolean
  /** Addresses of issues that are meetings themselves and belong on no agenda. */
  readonly meetings: ReadonlySet<string>
}

/** Who reads the issues of a series: whoever may see its repository. */
export function audienceOf(home: GitHubHome, { repositories }: Answer): Audience {
  const repository = repositories.get(
    repositoryKey({ repository: home.repository, label: home.labels[0] ?? 'meeting' }),
  )
  const meetings =
    repository?.issues.filter(({ body }) => keysIn(body).length > 0).map(({ url }) => url) ?? []
  return { private: repository?.private ?? false, meetings: new Set(meetings) }
}

/** The whole agenda of a meeting: the standing items, the open questions of the charters, then the labelled items by repository, each once. */
export function gatherAgenda(
  meeting: Meeting,
  workspace: Workspace,
  { answer, audience }: { answer: Answer; audience: Audience },
): Agenda {
  const agenda = meeting.series.github?.agenda
  const found =
    agenda?.from.flatMap((from) => answer.items.get(itemsKey({ label: agenda.label, from })) ?? []) ?? []
  const once = [...new Map(found.map((item) => [item.url.toLowerCase(), item])).values()].filter(
    ({ url }) => !audience.meetings.has(url),
  )
  const shown = once.filter((item) => audience.private || !item.private)
  return {
    sections: [...standingAgenda(meeting, workspace), ...byRepository(shown)],
    withheld: once.length - shown.length,
    ...given({ all: agenda && searchAddress(agenda) }),
  }
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

/** Time and owner come from the labels, or from the title; the labels win. */
function makeItem({ title, url, number, labels }: FoundItem): AgendaItem {
  const said = [title, ...labels].map(readTimebox)
  const minutes = said.map((each) => each.minutes).findLast((each) => each !== undefined)
  const lead = said.map((each) => each.lead).findLast((each) => each !== undefined)
  return { title, link: url, number, ...given({ minutes, lead }) }
}
