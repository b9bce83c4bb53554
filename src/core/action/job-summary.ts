import { markdownText } from '../text/inline-markdown.ts'
import { accountMarkdown } from './account-markdown.ts'
import type { Account } from './read-document.ts'

/** What came of a command. */
export interface Outcome {
  /** `meeting new` */
  readonly command: string
  readonly dryRun: boolean
  /** The exit code. */
  readonly code: number
}

/** The summary of a job, as Markdown. */
export function jobSummary(outcome: Outcome, account: Account): string {
  return [heading(outcome), '', ...accountMarkdown(account, 'own')].join('\n').trimEnd() + '\n'
}

/** The summary of a command that prints text for people and no plan; its text stays as it was printed. */
export function textSummary(outcome: Outcome, text: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text
  const longest = Math.max(2, ...(shown.match(/`+/g) ?? []).map((ticks) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${heading(outcome)}\n\n${fence}text\n${shown.trimEnd()}\n${fence}\n`
}

const LONGEST = 50_000

function heading({ command, dryRun, code }: Outcome): string {
  const how = [...(dryRun ? ['dry run'] : []), ...(code === 0 ? [] : [`ended with ${code}`])].join(', ')
  return `### wg ${markdownText(command)}${how === '' ? '' : ` (${how})`}`
}
