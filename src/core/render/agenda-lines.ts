import { given } from '../given.ts'
import { type Agenda, type AgendaItem, readTimebox, timeboxNote } from '../meetings/agenda.ts'
import type { Line } from '../text/line.ts'
import { repositoryPath, type Workspace } from '../workspace.ts'
import { markdownFileLink, markdownLink, markdownText } from '../text/inline-markdown.ts'

/** The address by which a text links to a file of the workspace; undefined where it cannot. */
export type LinkTo = (path: string) => string | undefined

/** The meeting for which an agenda is printed. */
export interface AgendaPlace {
  readonly linkTo: LinkTo
  /** How long the meeting lasts, in minutes. */
  readonly length: number
}

/** What `wg:agenda` shows: a heading for each section, a bullet for each item, and what there is to say of the whole. */
export function agendaLines(agenda: Agenda, { linkTo, length }: AgendaPlace): readonly Line[] {
  const lines = agenda.sections.flatMap(({ title, items }, index): Line[] => [
    ...(index === 0 ? [] : [{ text: '' }]),
    { text: `### ${markdownText(title)}`, identity: `heading:${title}` },
    { text: '' },
    ...items.map((item) => itemLine(item, linkTo)),
  ])
  if (lines.length === 0) lines.push({ text: '_No agenda items yet._' })
  const timeboxes = timeboxNote(agenda, length)
  const notes = [
    ...(agenda.withheld > 0 ? [`_${withheldNote(agenda.withheld)}_`] : []),
    ...(agenda.cut ? [cutNote(agenda.cut.count, agenda.all)] : []),
    ...(timeboxes === undefined ? [] : [`_${timeboxes}_`]),
  ]
  return [...lines, ...notes.flatMap((text) => [{ text: '' }, { text }])]
}

function cutNote(count: number, all: string | undefined): string {
  const more = `… and ${count} more`
  return all === undefined ? `_${more}._` : `_[${more}](${all})._`
}

/** The sentence that stands for items of private repositories. */
export function withheldNote(count: number): string {
  return count === 1
    ? 'One item of a private repository is not shown.'
    : `${count} items of private repositories are not shown.`
}

function itemLine(item: AgendaItem, linkTo: LinkTo): Line {
  const { title, link = '' } = item
  const number = item.number === undefined ? '' : ` #${item.number}`
  const target = /^https?:/.test(link) ? link : link && linkTo(link)
  if (!target) return { text: `- ${markdownText(title)}`, identity: `item:${title}` }
  const shown = `${title}${number}`
  const text = /^https?:/.test(target) ? markdownLink(shown, target) : markdownFileLink(shown, target)
  return { text: `- ${text}${allottedNote(item)}`, identity: target }
}

function allottedNote(item: AgendaItem): string {
  const { minutes, lead } = allotted(item)
  const parts = [
    ...(minutes === undefined ? [] : [`${minutes} minutes`]),
    ...(lead === undefined ? [] : [`\`@${lead}\``]),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

/** What of an item's time and owner its title does not say as its labels do. */
export function allotted({ title, minutes, lead }: AgendaItem): Pick<AgendaItem, 'minutes' | 'lead'> {
  const said = readTimebox(title)
  return given({
    minutes: minutes === said.minutes ? undefined : minutes,
    lead: lead?.toLowerCase() === said.lead?.toLowerCase() ? undefined : lead,
  })
}

/** The way from a folder to a file of the same tree: `../charters/security-wg.md`. */
export function relativePath(folder: string, file: string): string {
  const from = folder.split('/').filter((part) => part !== '' && part !== '.')
  const to = file.split('/')
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift()
    to.shift()
  }
  return [...from.map(() => '..'), ...to].join('/')
}

/** Links to files as an issue needs them: to the repository in which the workspace lies. */
export function linkOnGitHub(repository: string | undefined, workspace: Pick<Workspace, 'folder'>): LinkTo {
  return (path) =>
    repository === undefined
      ? undefined
      : `https://github.com/${repository}/blob/HEAD/${repositoryPath(workspace, path)}`
}
