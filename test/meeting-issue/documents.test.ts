import { describe, expect, test } from 'vitest'
import { askActivity } from '../../src/adapters/github/ask/activity.ts'
import { askBranch } from '../../src/adapters/github/ask/branch.ts'
import { askItems, type Cursors } from '../../src/adapters/github/ask/items.ts'
import { askPerson } from '../../src/adapters/github/ask/person.ts'
import { askRepository } from '../../src/adapters/github/ask/repository.ts'
import { askEarlierComments } from '../../src/adapters/github/ask/comments.ts'
import { VIEWER } from '../../src/adapters/github/examine.ts'
import { askDocument, type Document, editDocument } from '../../src/adapters/github/documents.ts'
import { editParts } from '../../src/adapters/github/edit-parts.ts'
import type { Write } from '../../src/adapters/github/write/write.ts'
import { WRITES } from '../../src/adapters/github/writer.ts'
import type { CommitFiles, EditIssue, GitHubChange } from '../../src/core/plan/change.ts'
import type { Day } from '../../src/core/time/day.ts'
import { validateDocument } from '../github/validate-document.ts'

const repositories = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    askRepository({
      repository: `example/part-${index}`,
      label: 'meeting',
      labels: ['meeting', 'cancelled'],
    }),
  )

const page = (from: string, cursors: Cursors = {}) =>
  askItems({ asked: { label: 'wg-agenda', from }, cursors })

const branches = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    askBranch({ repository: 'example/wg', branch: `wg/minutes/${index}`, paths: ['a.md', 'b.md'] }),
  )

const glances = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    askBranch({ repository: 'example/wg', branch: `wg/cancel/${index}`, paths: ['a.yml'], lightly: true }),
  )

const people = (count: number) => Array.from({ length: count }, (_, index) => askPerson(`ada-${index}`))

const sources = (count: number) =>
  Array.from({ length: count }, (_, index) => page(`repo:example/part-${index}`))

const everything: EditIssue = {
  kind: 'edit-issue',
  repository: 'example/wg',
  id: 'I_1',
  number: 1,
  url: 'https://github.com/example/wg/issues/1',
  why: 'all at once',
  comment: 'A comment',
  title: { from: 'a', to: 'b' },
  body: { from: 'a', to: 'b' },
  addLabels: ['cancelled'],
  removeLabels: ['cancelled'],
  labelIds: new Map([['cancelled', 'LA_1']]),
  state: { kind: 'closed', reason: 'NOT_PLANNED' },
  pin: { unpin: ['I_2', 'I_3'] },
}

const edit = (change: Partial<EditIssue>): Document =>
  editDocument(editParts({ ...everything, ...change }, () => ['LA_1']))

const commit: CommitFiles = {
  kind: 'commit-files',
  repository: 'example/wg',
  repositoryId: 'R_1',
  branch: 'wg/minutes/1',
  onto: '0123456789012345678901234567890123456789',
  message: 'Add minutes\n\nWg-Wrote: abc a.md',
  files: [{ kind: 'write-file', path: 'a.md', after: 'text' }],
}

const newComment: GitHubChange = {
  kind: 'write-comment',
  repository: 'example/wg',
  number: 1,
  id: 'PR_1',
  url: 'https://github.com/example/wg/pull/1',
  why: 'tell',
  body: 'b',
}

const write = (change: GitHubChange): Document => {
  const written = WRITES[change.kind] as Write<GitHubChange>
  return written.document(change, () => []) ?? { query: '', variables: {} }
}

const activity = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    askActivity({ login: `ada-${index}`, scope: ['user:example'], since: '2026-01-01' as Day }),
  )

const earlierComments = (count: number) =>
  askEarlierComments(
    {
      nodes: Array.from({ length: count }, (_, index) => ({
        ...{
          id: `I_${index}`,
          number: index,
          title: '',
          url: '',
          createdAt: '',
          isPinned: false,
          labels: null,
        },
        state: 'OPEN',
        body: '<!-- wg:meeting security-wg/2026-12-10 -->',
        comments: { pageInfo: { hasPreviousPage: true, startCursor: 'c' }, nodes: [] },
      })),
    },
    { key: 'example/wg meeting', repository: 'example/wg' },
  )

interface Case {
  readonly name: string
  readonly document: Document
  /** At most so many nodes, and exactly so many points, by GitHub's documented formula. */
  readonly nodes: number
  readonly cost: number
}

const cases: readonly Case[] = [
  { name: 'one repository', document: askDocument(repositories(1)), nodes: 3000, cost: 1 },
  {
    name: 'one repository and an organization',
    document: askDocument([...repositories(1), page('org:example')]),
    nodes: 8000,
    cost: 3,
  },
  {
    name: 'one repository and its own items',
    document: askDocument([...repositories(1), page('repo:example/wg')]),
    nodes: 8000,
    cost: 3,
  },
  {
    name: 'further pages',
    document: askDocument([
      page('org:example', { issues: 'a', pullRequests: 'b' }),
      page('org:other', { issues: null, pullRequests: 'b' }),
      page('repo:example/wg', { issues: 'a', pullRequests: null }),
    ]),
    nodes: 9000,
    cost: 4,
  },
  { name: '25 repositories', document: askDocument(repositories(25)), nodes: 80_000, cost: 36 },
  {
    name: 'as much as one request ever asks',
    document: askDocument([
      ...repositories(25),
      ...sources(50),
      ...branches(10),
      ...glances(50),
      ...people(100),
      ...activity(20),
      ...earlierComments(50),
    ]),
    nodes: 315_000,
    cost: 146,
  },
  { name: 'a branch of proposals', document: askDocument(branches(1)), nodes: 100, cost: 1 },
  { name: 'the viewer', document: VIEWER, nodes: 0, cost: 1 },
  { name: 'a glance at a branch', document: askDocument(glances(1)), nodes: 100, cost: 1 },
  {
    name: 'merging',
    document: write({
      kind: 'merge-pull-request',
      repository: 'example/wg',
      id: 'PR_1',
      number: 1,
      url: 'https://github.com/example/wg/pull/1',
      headOid: '0123456789012345678901234567890123456789',
      method: 'SQUASH',
      why: 'cancel',
      otherwise: [],
    }),
    nodes: 0,
    cost: 1,
  },
  { name: 'a hundred logins', document: askDocument(people(100)), nodes: 0, cost: 1 },
  {
    name: 'opening',
    document: write({
      kind: 'open-issue',
      repository: 'example/wg',
      repositoryId: 'R_1',
      key: 'k',
      title: 't',
      body: 'b',
      labels: [],
      labelIds: new Map(),
    }),
    nodes: 2200,
    cost: 1,
  },
  {
    name: 'making a label',
    document: write({
      kind: 'create-label',
      repository: 'example/wg',
      repositoryId: 'R_1',
      name: 'n',
      color: '000000',
      description: '',
    }),
    nodes: 0,
    cost: 1,
  },
  { name: 'an edit with everything', document: edit({}), nodes: 10, cost: 1 },
  { name: 'a comment', document: write(newComment), nodes: 0, cost: 1 },
  {
    name: 'other words in a comment',
    document: write({ ...newComment, comment: { id: 'IC_1', body: 'a', url: 'u' } }),
    nodes: 0,
    cost: 1,
  },
  {
    name: 'a commit on a new branch',
    document: write({ ...commit, first: { kind: 'make' } }),
    nodes: 0,
    cost: 1,
  },
  {
    name: 'a commit on a branch put back',
    document: write({ ...commit, first: { kind: 'reset', refId: 'REF_1' } }),
    nodes: 0,
    cost: 1,
  },
  {
    name: 'a pull request',
    document: write({
      kind: 'open-pull-request',
      repository: 'example/wg',
      repositoryId: 'R_1',
      branch: 'b',
      base: 'main',
      title: 't',
      body: 'b',
    }),
    nodes: 0,
    cost: 1,
  },
  { name: 'an edit of a pull request', document: edit({ of: 'pull-request' }), nodes: 10, cost: 1 },
  { name: 'reopening', document: edit({ state: { kind: 'open' } }), nodes: 10, cost: 1 },
  { name: 'closing a copy', document: edit({ state: { kind: 'duplicate', of: 'I_9' } }), nodes: 10, cost: 1 },
]

describe("GitHub's schema knows the document for", () => {
  test.each(cases)('$name', ({ document, nodes, cost }) => {
    const { errors, ...counted } = validateDocument(document.query, { variables: document.variables })
    expect(errors).toEqual([])
    expect(counted.nodes).toBeLessThanOrEqual(nodes)
    expect(counted.cost).toBe(cost)
  })

  test('every variable is given, and every one given is declared', () => {
    for (const { document } of cases) {
      const declared = [...document.query.matchAll(/\$(\w+):/g)].map(([, name]) => name)
      expect(Object.keys(document.variables).sort()).toEqual(declared.sort())
    }
  })
})
