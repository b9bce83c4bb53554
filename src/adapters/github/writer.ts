import type { GitHubChange } from '../../core/plan/change.ts'
import { Refusal } from '../../core/problem.ts'
import { type GitHubWriter, LostAnswer, type Written } from '../../ports.ts'
import { describeErrors } from './describe-errors.ts'
import { LimitFault, PartialFault, TransientFault } from './faults.ts'
import type { Waiting } from './patience.ts'
import type { Send } from './transport.ts'
import { commitFiles } from './write/commit-files.ts'
import { createLabel } from './write/create-label.ts'
import { editIssue } from './write/edit-issue.ts'
import { mergePullRequest } from './write/merge-pull-request.ts'
import { openIssue } from './write/open-issue.ts'
import { openPullRequest } from './write/open-pull-request.ts'
import { writeComment } from './write/write-comment.ts'
import type { LabelIds, Write } from './write/write.ts'

/** How each kind of change is written. */
export const WRITES: {
  readonly [Kind in GitHubChange['kind']]: Write<Extract<GitHubChange, { kind: Kind }>>
} = {
  'create-label': createLabel,
  'open-issue': openIssue,
  'edit-issue': editIssue,
  'write-comment': writeComment,
  'commit-files': commitFiles,
  'open-pull-request': openPullRequest,
  'merge-pull-request': mergePullRequest,
}

/** Writes to GitHub. A write whose answer is lost is never repeated here: whoever planned it asks GitHub again first. */
export function githubWriter(send: Send, waiting: Waiting): GitHubWriter {
  const made: MadeLabels = new Map()
  return {
    write: async (change) => {
      const kind = WRITES[change.kind] as Write<GitHubChange>
      const document = kind.document(change, labelFinder(change, made))
      if (!document) return whereIs(change)
      try {
        const data = await attempt(() => send(document), kind.doing(change), waiting)
        const written = kind.read(data, change)
        if (change.kind === 'create-label')
          made.set(madeKey(change.repository, change.name), written.labelId ?? '')
        return written
      } catch (error) {
        if (error instanceof PartialFault)
          return { ...whereIs(change), note: judgeParts(error, change, kind) }
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

/** What is worth a word and no failure, as that word. Everything else that GitHub refuses is a failure, or a reason to look again. */
function judgeParts({ errors }: PartialFault, change: GitHubChange, kind: Write<GitHubChange>): string {
  const doing = kind.doing(change)
  const { minorNote, isRace = () => false } = kind
  const minor = errors.map((error) => minorNote?.(error, change))
  if (minor[0] !== undefined && !minor.includes(undefined)) return minor[0]
  if (errors.every(({ type }) => type === 'STALE_DATA'))
    throw new LostAnswer(`Somebody else wrote at the same moment as wg wanted to ${doing}`)
  if (errors.some(isRace)) throw new LostAnswer(`Somebody else was quicker to ${doing}`)
  throw new Refusal([describeErrors(errors, doing, kind.permission)])
}

function labelFinder(change: GitHubChange, made: MadeLabels): LabelIds {
  if (!('labelIds' in change)) return () => []
  const { repository, labelIds } = change
  return (names) =>
    names.flatMap((name) => made.get(madeKey(repository, name)) ?? labelIds.get(name.toLowerCase()) ?? [])
}

function whereIs(change: GitHubChange): Written {
  return change.kind === 'edit-issue' ? { url: change.url } : {}
}
