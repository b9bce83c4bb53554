import { terminalText } from '../text/terminal-text.ts'
import type { Outcome } from './job-summary.ts'
import type { Account } from './read-document.ts'

/** An account as lines of a log, which command no runner. */
export function logLines({ parts, problems }: Account, { dryRun, code }: Outcome): readonly string[] {
  const lines = parts.flatMap(({ title, changes, notes, urls }) => [
    ...(title === '' ? [] : [title]),
    ...changes.map(({ sign, where, what }) => `${sign} ${where}: ${what}`),
    ...urls.map((url) => `  ${url}`),
    ...notes,
  ])
  const isEmpty = parts.every(({ changes }) => changes.length === 0)
  return [
    ...lines.map(terminalText),
    ...(isEmpty && problems.length === 0 && code === 0 ? ['Nothing to do.'] : []),
    ...(dryRun && !isEmpty ? ['This was a dry run: nothing was written.'] : []),
  ]
}
