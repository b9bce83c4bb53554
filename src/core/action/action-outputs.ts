import { given } from '../given.ts'
import type { Account } from './read-document.ts'

/** GitHub takes 1 MB of outputs from a job, counted as UTF-16 (docs, "Passing information between jobs"). */
const LONGEST = 400_000

/** The outputs of the Action, by name; those without a value are left out. */
export function actionOutputs(account: Account, document: unknown): Readonly<Record<string, string>> {
  const changed = account.parts.flatMap(({ changes }) => changes.flatMap(({ url }) => url ?? []))
  const urls = [...account.parts.flatMap((part) => part.urls), ...changed]
  const issue = find(urls, /^https?:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+\/issues\/(\d+)/)
  const plan = JSON.stringify(document)
  return given({
    'issue-number': issue?.[1],
    'issue-url': issue?.[0],
    'pull-request': find(urls, /^https?:\/\/[^/\s]+\/[^/\s]+\/[^/\s]+\/pull\/\d+/)?.[0],
    plan: plan.length <= LONGEST ? plan : undefined,
  })
}

function find(urls: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  return urls.map((url) => pattern.exec(url)).find((found) => found !== null) ?? undefined
}

/**
 * One value as a file of the runner takes it (docs, "Workflow commands", "Multiline strings"). The word that ends it does not stand in
 * it, whatever it holds.
 */
export function outputEntry(name: string, value: string): string {
  let end = 'END_OF_VALUE'
  while (value.includes(end)) end += '_'
  return `${name}<<${end}\n${value}\n${end}\n`
}
