import type { CreateLabel, GitHubChange, OpenIssue } from '../../core/plan/change.ts'
import { Refusal } from '../../core/problem.ts'
import { type GitHubWriter, LostAnswer, type Written } from '../../ports.ts'
import { describeErrors } from './describe-errors.ts'
import { CREATE_LABEL, type Document, editDocument, OPEN_ISSUE } from './documents.ts'
import { editParts, type LabelIds } from './edit-parts.ts'
import { LimitFault, PartialFault, TransientFault } from './faults.ts'
import type { Waiting } from './patience.ts'
import { nodesOf, type RawIssue, readIssue } from './read-answer.ts'
import type { Send } from './transport.ts'

/** Writes to GitHub. A write whose answer is lost is never repeated here: whoever planned it asks GitHub again first. */
export function githubWriter(send: Send, waiting: Waiting): GitHubWriter {
  const made: MadeLabels = new Map()
  return {
    write: async (change) => {
      const document = documentOf(change, made)
      if (!document) return whereIs(change)
      try {
        return read(change, await attempt(() => send(document), describeDoing(change), waiting), made)
      } catch (error) {
        if (error instanceof PartialFault) return { ...whereIs(change), note: judgeParts(error, change) }
        throw error
      }
    },
  }
}

/** The ids of the labels that this run has made, by repository and name. */
type MadeLabels = Map<string, string>

function madeKey(repository: string, name: string): string {
  return `${repository} ${name}`.toLowerCase()
}

async function attempt<Result>(
  work: () => Promise<Result>,
  doing: string,
  waiting: Waiting,
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (error) {
      if (error instanceof LimitFault) await waiting.outlast(error, tried)
      else if (!(error instanceof TransientFault)) throw error
      else if (error.sent || tried >= 4)
        throw new LostAnswer(`${error.message}, so it is not known whether it did this: ${doing}`)
      else await waiting.pause(tried)
    }
  }
}

/** GitHub pins no more than three issues: that is worth a word and no failure. Everything else that it refuses is one, or a reason to look again. */
function judgeParts({ errors }: PartialFault, change: GitHubChange): string {
  const doing = describeDoing(change)
  const isOnlyPin = errors.every(({ path, type }) => path?.[0] === 'pin' && type === 'UNPROCESSABLE')
  if (isOnlyPin) return `It could not be pinned. GitHub says: ${errors[0]?.message ?? ''}`
  if (errors.every(({ type }) => type === 'STALE_DATA'))
    throw new LostAnswer(`Somebody else wrote at the same moment as wg wanted to ${doing}`)
  if (
    change.kind === 'create-label' &&
    errors.some(({ message }) => /already (been taken|exists)/i.test(message))
  )
    throw new LostAnswer(`Somebody else was quicker to ${doing}`)
  throw new Refusal([describeErrors(errors, doing)])
}

function describeDoing(change: GitHubChange): string {
  if (change.kind === 'create-label') return `make the label \`${change.name}\` in \`${change.repository}\``
  if (change.kind === 'open-issue') return `open an issue in \`${change.repository}\``
  return `change \`${change.repository}#${change.number}\``
}

/** Undefined when nothing is left to do: a label to take off that is gone. */
function documentOf(change: GitHubChange, made: MadeLabels): Document | undefined {
  switch (change.kind) {
    case 'create-label':
      return { query: CREATE_LABEL, variables: { input: labelInput(change) } }
    case 'open-issue':
      return { query: OPEN_ISSUE, variables: { input: issueInput(change, labelFinder(change, made)) } }
    case 'edit-issue': {
      const parts = editParts(change, labelFinder(change, made))
      return parts.length === 0 ? undefined : editDocument(parts)
    }
  }
}

function labelInput({ repositoryId, name, color, description }: CreateLabel) {
  return { repositoryId, name, color, description }
}

function issueInput({ repositoryId, title, body, labels }: OpenIssue, idsOf: LabelIds) {
  return { repositoryId, title, body, labelIds: idsOf(labels) }
}

function labelFinder(
  { repository, labelIds }: Pick<OpenIssue, 'repository' | 'labelIds'>,
  made: MadeLabels,
): LabelIds {
  return (names) =>
    names.flatMap((name) => made.get(madeKey(repository, name)) ?? labelIds.get(name.toLowerCase()) ?? [])
}

function whereIs(change: GitHubChange): Written {
  return change.kind === 'edit-issue' ? { url: change.url } : {}
}

function read(change: GitHubChange, data: Readonly<Record<string, unknown>>, made: MadeLabels): Written {
  if (change.kind === 'create-label') {
    const { createLabel } = data as { readonly createLabel: CreatedLabel | null }
    const id = createLabel?.label?.id
    if (id === undefined) throw new LostAnswer('GitHub did not say which label it made')
    made.set(madeKey(change.repository, change.name), id)
    return { labelId: id }
  }
  if (change.kind === 'edit-issue') return whereIs(change)
  const { createIssue } = data as { readonly createIssue: { readonly issue: OpenedIssue | null } | null }
  const issue = createIssue?.issue
  if (!issue) throw new LostAnswer('GitHub did not say which issue it opened')
  return { url: issue.url, issue: readIssue(issue), newest: nodesOf(issue.repository.newest).map(readIssue) }
}

interface CreatedLabel {
  readonly label: { readonly id: string } | null
}

interface OpenedIssue extends RawIssue {
  readonly repository: { readonly newest: { readonly nodes: readonly (RawIssue | null)[] | null } }
}
