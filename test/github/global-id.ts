import { pack, type Packable } from './message-pack.ts'

/** GitHub's prefix of each kind of node, as seen in public answers; those marked so are our guess. */
const PREFIXES = {
  User: 'U',
  Bot: 'BOT',
  Organization: 'O',
  Team: 'T',
  Repository: 'R',
  Label: 'LA',
  Issue: 'I',
  PullRequest: 'PR',
  IssueComment: 'IC',
  PinnedIssue: 'PI', // a guess
  Ref: 'REF',
  Commit: 'C',
  Tree: 'TR', // a guess
  Blob: 'B',
  Workflow: 'W',
  WorkflowRun: 'WFR',
} as const

/** The kinds of nodes that a world holds. */
export type NodeKind = keyof typeof PREFIXES

/** The global id of a node, in the form GitHub gives since 2021: a prefix and base64url of MessagePack, `I_kwDO…`. */
export function globalId(kind: NodeKind, ...parts: readonly Packable[]): string {
  return `${PREFIXES[kind]}_${pack([0, ...parts]).toString('base64url')}`
}
