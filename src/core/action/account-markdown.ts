import type { Problem } from '../problem.ts'
import { markdownLink, markdownText } from '../text/inline-markdown.ts'
import type { Account, AccountChange, AccountPart } from './read-document.ts'

/** How much of an account is shown: a page of GitHub has its limits, and so have readers. */
const MOST = { changes: 200, notes: 50, problems: 50 } as const

/** Whose texts the account holds: the group's own run may link to what it wrote, a fork's may not. */
export type Trust = 'own' | 'foreign'

/** The account as lines of Markdown: the plan as a table, then what is to be said of it. No text in it breaks out of its place. */
export function accountMarkdown(account: Account, trust: Trust): readonly string[] {
  const changes = account.parts.flatMap((part) => part.changes.map((change) => ({ part, change })))
  const notes = account.parts.flatMap((part) => part.notes.map((note) => ({ part, note })))
  const urls = trust === 'own' ? [...new Set(account.parts.flatMap((part) => part.urls))] : []
  return [
    ...(changes.length === 0
      ? [account.problems.length === 0 ? 'Nothing to do.' : 'Nothing was changed.', '']
      : [...planTable(changes, trust), '']),
    ...list(
      urls.map((url) => markdownLink(url, url)),
      MOST.changes,
    ),
    ...list(
      notes.map(({ part, note }) => `${titled(part)}${markdownText(note)}`),
      MOST.notes,
    ),
    ...problemLines(account.problems),
  ]
}

function planTable(rows: readonly Row[], trust: Trust): readonly string[] {
  const shown = rows.slice(0, MOST.changes)
  return [
    '|  | Where | What | For |',
    '| --- | --- | --- | --- |',
    ...shown.map(({ part, change }) => {
      const cells = [change.sign, whereOf(change, trust), markdownText(change.what), markdownText(part.title)]
      return `| ${cells.join(' | ')} |`
    }),
    ...(rows.length > shown.length ? ['', `… and ${rows.length - shown.length} more.`] : []),
  ]
}

interface Row {
  readonly part: AccountPart
  readonly change: AccountChange
}

function whereOf({ where, url }: AccountChange, trust: Trust): string {
  return url !== undefined && trust === 'own' ? markdownLink(where, url) : markdownText(where)
}

function titled({ title }: AccountPart): string {
  return title === '' ? '' : `${markdownText(title)}: `
}

function list(lines: readonly string[], most: number): readonly string[] {
  if (lines.length === 0) return []
  const more = lines.length > most ? [`- … and ${lines.length - most} more.`] : []
  return [...lines.slice(0, most).map((line) => `- ${line}`), ...more, '']
}

function problemLines(problems: readonly Problem[]): readonly string[] {
  const lines = problems.map(({ severity, message, hint, place, rule }) => {
    const where = place ? ` ${markdownText(`${place.file} ${place.line}:${place.column}`)}` : ''
    return `**${severity}**${where}: ${[message, hint ?? ''].map(markdownText).join(' ').trim()} (${markdownText(rule)})`
  })
  return list(lines, MOST.problems)
}
