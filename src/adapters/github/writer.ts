import { given } from '../../core/given.ts'
import type { CreateLabel, EditIssue, GitHubChange, OpenIssue } from '../../core/plan/change.ts'
import { Refusal } from '../../core/problem.ts'
import { type GitHubWriter, LostAnswer, type Written } from '../../ports.ts'
import {
  CREATE_LABEL,
  type Document,
  editDocument,
  OPEN_ISSUE,
  PIN_ISSUE,
  type EditPart,
} from './documents.ts'
import { describeErrors, LimitFault, PartialFault, TransientFault } from './faults.ts'
import type { Waiting } from './patience.ts'
import { nodesOf, type RawIssue, readIssue } from './read-answer.ts'
import type { Send } from './transport.ts'

/** Writes to GitHub. A write whose answer is lost is never repeated here: whoever planned it asks GitHub again first. */
export function githubWriter(send: Send, waiting: Waiting): GitHubWriter {
  const made = new Map<string, string>()
  return {
    write: async (change) => {
      const document = documentOf(change, made)
      const data = await attempt(() => send(document), describeDoing(change), waiting)
      const written = read(change, data, made)
      if (change.kind === 'open-issue' && change.pin && written.issue)
        return { ...written, ...(await pin(written.issue.id, send)) }
      return written
    },
  }
}

/** At most three issues are pinned at a time: that there is no room is worth a word, and no failure. */
async function pin(issueId: string, send: Send): Promise<Pick<Written, 'note'>> {
  try {
    await send({ query: PIN_ISSUE, variables: { input: { issueId } } })
    return {}
  } catch (error) {
    return {
      note: `The issue could not be pinned: ${error instanceof Error ? error.message : 'no reason given'}.`,
    }
  }
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
      else if (error instanceof TransientFault && (error.sent || tried >= 4))
        throw new LostAnswer(`${error.message}, and nobody knows whether GitHub did ${doing}`)
      else if (error instanceof TransientFault) await waiting.pause(tried)
      else if (error instanceof PartialFault) throw refusePart(error, doing)
      else throw error
    }
  }
}

function refusePart({ errors }: PartialFault, doing: string): Error {
  const stale = errors.every(({ type }) => type === 'STALE_DATA')
  return stale
    ? new LostAnswer('Somebody else changed it at the same moment')
    : new Refusal([describeErrors(errors, doing)])
}

function describeDoing(change: GitHubChange): string {
  if (change.kind === 'create-label') return `make the label \`${change.name}\` in \`${change.repository}\``
  if (change.kind === 'open-issue') return `open an issue in \`${change.repository}\``
  return `change \`${change.repository}#${change.number}\``
}

type LabelIds = Map<string, string>

function documentOf(change: GitHubChange, made: LabelIds): Document {
  switch (change.kind) {
    case 'create-label':
      return { query: CREATE_LABEL, variables: { input: labelInput(change) } }
    case 'open-issue':
      return { query: OPEN_ISSUE, variables: { input: issueInput(change, made) } }
    case 'edit-issue':
      return editDocument(editInputs(change, made))
  }
}

function labelInput({ repositoryId, name, color, description }: CreateLabel) {
  return { repositoryId, name, color, description }
}

function issueInput({ repository, repositoryId, title, body, labels, labelIds }: OpenIssue, made: LabelIds) {
  return { repositoryId, title, body, labelIds: idsOf(labels, { repository, labelIds, made }) }
}

function editInputs(change: EditIssue, made: LabelIds): Readonly<Partial<Record<EditPart, unknown>>> {
  const { id, comment, title, body, addLabels = [], removeLabels = [], state, pin } = change
  const ids = (names: readonly string[]) => idsOf(names, { ...change, made })
  const update = title || body ? { id, ...given({ title: title?.to, body: body?.to }) } : undefined
  return given({
    comment: comment === undefined ? undefined : { subjectId: id, body: comment },
    update,
    add: ids(addLabels).length > 0 ? { labelableId: id, labelIds: ids(addLabels) } : undefined,
    remove: ids(removeLabels).length > 0 ? { labelableId: id, labelIds: ids(removeLabels) } : undefined,
    close: closing(id, state),
    reopen: state?.kind === 'open' ? { issueId: id } : undefined,
    pin: pin === true ? { issueId: id } : undefined,
  })
}

function closing(issueId: string, state: EditIssue['state']) {
  if (state?.kind === 'closed') return { issueId, stateReason: state.reason }
  if (state?.kind === 'duplicate') return { issueId, stateReason: 'DUPLICATE', duplicateIssueId: state.of }
  return undefined
}

interface Labelled {
  readonly repository: string
  readonly labelIds: ReadonlyMap<string, string>
  readonly made: LabelIds
}

function idsOf(names: readonly string[], { repository, labelIds, made }: Labelled): string[] {
  return names.flatMap(
    (name) => labelIds.get(name.toLowerCase()) ?? made.get(`${repository} ${name}`.toLowerCase()) ?? [],
  )
}

function read(change: GitHubChange, data: Readonly<Record<string, unknown>>, made: LabelIds): Written {
  if (change.kind === 'create-label') {
    const { createLabel } = data as {
      readonly createLabel: { readonly label: { readonly id: string } | null } | null
    }
    if (createLabel?.label)
      made.set(`${change.repository} ${change.name}`.toLowerCase(), createLabel.label.id)
    return {}
  }
  if (change.kind === 'edit-issue') return { url: change.url }
  const { createIssue } = data as { readonly createIssue: { readonly issue: OpenedIssue | null } | null }
  const issue = createIssue?.issue
  if (!issue) throw new LostAnswer('GitHub did not say which issue it opened')
  return { url: issue.url, issue: readIssue(issue), newest: nodesOf(issue.repository.newest).map(readIssue) }
}

interface OpenedIssue extends RawIssue {
  readonly repository: { readonly newest: { readonly nodes: readonly (RawIssue | null)[] | null } }
}
