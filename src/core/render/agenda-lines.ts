import { type Agenda, type AgendaItem, readTimebox } from '../meetings/agenda.ts'
import type { Line } from '../text/line.ts'
import { markdownFileLink, markdownLink, markdownText } from '../text/inline-markdown.ts'

/** The address by which a text links to a file of the workspace; undefined where it cannot. */
export type LinkTo = (path: string) => string | undefined

/** What `wg:agenda` shows: a heading for each section, a bullet for each item. */
export function agendaLines(agenda: Agenda, linkTo: LinkTo): readonly Line[] {
  const lines = agenda.sections.flatMap(({ title, items }, index): Line[] => [
    ...(index === 0 ? [] : [{ text: '' }]),
    { text: `### ${markdownText(title)}`, identity: `heading:${title}` },
    { text: '' },
    ...items.map((item) => itemLine(item, linkTo)),
  ])
  if (lines.length === 0) lines.push({ text: '_No agenda items yet._' })
  if (agenda.withheld > 0) lines.push({ text: '' }, { text: withheldNote(agenda.withheld) })
  if (agenda.cut !== undefined && agenda.cut > 0)
    lines.push({ text: '' }, { text: cutNote(agenda.cut, agenda.all) })
  return lines
}

function cutNote(count: number, all: string | undefined): string {
  const more = `… and ${count} more`
  return all === undefined ? `_${more}._` : `_[${more}](${all})._`
}

/** The sentence that stands for items of private repositories. */
export function withheldNote(count: number): string {
  return count === 1
    ? '_One item of a private repository is not shown._'
    : `_${count} items of private repositories are not shown._`
}

function itemLine(item: AgendaItem, linkTo: LinkTo): Line {
  const { title, link = '' } = item
  const number = item.number === undefined ? '' : ` #${item.number}`
  const target = /^https?:/.test(link) ? link : link && linkTo(link)
  if (!target) return { text: `- ${markdownText(title)}`, identity: `item:${title}` }
  const shown = `${title}${number}`
  const text = /^https?:/.test(target) ? markdownLink(shown, target) : markdownFileLink(shown, target)
  return { text: `- ${text}${allotted(item)}`, identity: target }
}

/** What of an item's time and owner its title does not say. */
function allotted({ title, minutes, lead }: AgendaItem): string {
  const said = readTimebox(title)
  const parts = [
    ...(minutes !== undefined && said.minutes === undefined ? [`${minutes} minutes`] : []),
    ...(lead !== undefined && said.lead === undefined ? [`\`@${lead}\``] : []),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
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
export function linkOnGitHub(repository: string | undefined): LinkTo {
  return (path) =>
    repository === undefined ? undefined : `https://github.com/${repository}/blob/HEAD/${path}`
}
