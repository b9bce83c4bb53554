import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStage, smallWorld, type Data, type Stage } from './stage.ts'

let stage: Stage
beforeEach(async () => {
  stage = await openStage(smallWorld())
})

afterEach(async () => {
  expect(stage.server.unmodelled).toEqual([])
  await stage.server.stop()
})

type Input = Readonly<Record<string, unknown>>

/** Runs one mutation with its input. */
function asMutation(name: string, answer: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  return `mutation($input: ${type}!) { ${name}(input: $input) { clientMutationId ${answer} } }`
}

async function write(name: string, input: Input, answer = ''): Promise<Data> {
  return (await stage.ask(asMutation(name, answer), { input }))[name] as Data
}

async function refused(name: string, input: Input, token?: string) {
  return (await stage.fail(asMutation(name, ''), { input }, token)).errors[0]
}

const repository = (name = 'wg') => stage.world.findRepository(`example/${name}`)
const labelOf = (name = 'wg') => repository(name).labels[0]!.id
const head = () => repository().refs.get('refs/heads/main')!.oid

describe('issues', () => {
  test('are opened, changed, commented, pinned, locked, closed as a duplicate and reopened', async () => {
    const { world, server } = stage
    const created = await write(
      'createIssue',
      {
        repositoryId: repository().id,
        title: 'One',
        body: 'Text',
        labelIds: [labelOf()],
        clientMutationId: 'x',
      },
      'issue { id number author { login } labels(first: 5) { nodes { name } } }',
    )
    expect(created).toMatchObject({
      clientMutationId: 'x',
      issue: { number: 1, author: { login: 'ada-example' } },
    })
    const issue = world.findIssue('example/wg#1')
    const other = world.issue('example/wg', { title: 'Two' })
    world.advance(60_000)
    await write('updateIssue', { id: issue.id, title: 'Uno', labelIds: [] })
    const { commentEdge } = await write(
      'addComment',
      { subjectId: issue.id, body: 'Hm' },
      'commentEdge { node { id } }',
    )
    const comment = commentEdge?.node?.id
    await write('updateIssueComment', { id: comment, body: 'Hm!' })
    await write('minimizeComment', { subjectId: comment, classifier: 'OUTDATED' })
    await write('pinIssue', { issueId: issue.id })
    await write('lockLockable', { lockableId: issue.id, lockReason: 'RESOLVED' })
    await write('closeIssue', { issueId: issue.id, stateReason: 'DUPLICATE', duplicateIssueId: other.id })
    expect(issue).toMatchObject({
      title: 'Uno',
      body: 'Text',
      labels: new Set(),
      comments: [{ body: 'Hm!', minimizedReason: 'outdated' }],
      locked: true,
      state: 'CLOSED',
      stateReason: 'DUPLICATE',
      duplicateOf: other,
      createdAt: '2026-12-01T09:00:00Z',
      closedAt: '2026-12-01T09:01:00Z',
      updatedAt: '2026-12-01T09:01:00Z',
    })
    await write('reopenIssue', { issueId: issue.id })
    await write('unpinIssue', { issueId: issue.id })
    expect(issue).toMatchObject({ state: 'OPEN', stateReason: 'REOPENED', closedAt: null })
    expect(repository().pins).toEqual([])
    expect(server.writes.map(({ mutation }) => mutation)).toHaveLength(10)
  })

  test('take labels by id, and lose them', async () => {
    const issue = stage.world.issue('example/wg', { title: 'One' })
    const { label } = await write(
      'createLabel',
      { repositoryId: repository().id, name: 'new', color: 'ff0000' },
      'label { id }',
    )
    await write('addLabelsToLabelable', { labelableId: issue.id, labelIds: [labelOf(), label?.id] })
    expect([...issue.labels].map(({ name }) => name)).toEqual(['wg agenda', 'new'])
    await write('removeLabelsFromLabelable', { labelableId: issue.id, labelIds: [labelOf()] })
    expect([...issue.labels].map(({ name }) => name)).toEqual(['new'])
  })

  test.each([
    [
      'a body over 65,536 characters',
      { title: 'x', body: 'é'.repeat(65_537) },
      'Body is too long (maximum is 65536 characters)',
    ],
    [
      'a title over 256 characters',
      { title: 'x'.repeat(257) },
      'Title is too long (maximum is 256 characters)',
    ],
    ['a blank title', { title: ' ' }, "Title can't be blank"],
  ])('are refused: %s', async (_name, input, message) => {
    const error = await refused('createIssue', { repositoryId: repository().id, ...input })
    expect(error).toMatchObject({ type: 'UNPROCESSABLE', message, path: ['createIssue'] })
    expect(repository().items).toEqual([])
    expect(stage.server.writes).toEqual([])
  })

  test('are refused with a label of another repository, in an archived one, and a fourth pin', async () => {
    const { world } = stage
    const repositoryId = repository().id
    expect(
      await refused('createIssue', { repositoryId, title: 'x', labelIds: [labelOf('old')] }),
    ).toMatchObject({ type: 'NOT_FOUND' })
    expect(await refused('createIssue', { repositoryId: repository('old').id, title: 'x' })).toMatchObject({
      type: 'FORBIDDEN',
    })
    for (const title of ['a', 'b', 'c']) world.issue('example/wg', { title, pinned: true })
    const { id } = world.issue('example/wg', { title: 'd' })
    expect(await refused('pinIssue', { issueId: id })).toMatchObject({ type: 'UNPROCESSABLE' })
  })

  test('need a permission; labels from who may not label are dropped in silence', async () => {
    const { world, ask } = stage
    const issue = world.issue('example/wg', { title: 'One' })
    const input = { repositoryId: repository().id, title: 'Mine', labelIds: [labelOf()] }
    await ask(asMutation('createIssue', ''), { input }, 'olive')
    expect(world.findIssue('example/wg#2')).toMatchObject({
      labels: new Set(),
      author: { login: 'olive-example' },
    })
    expect(await refused('updateIssue', { id: issue.id, title: 'x' }, 'olive')).toMatchObject({
      type: 'FORBIDDEN',
      message: 'olive-example does not have the correct permissions to execute `UpdateIssue`',
    })
    const ref = { repositoryId: repository().id, name: 'refs/heads/x', oid: head() }
    expect(await refused('createRef', ref, 'app')).toMatchObject({
      type: 'FORBIDDEN',
      message: 'Resource not accessible by integration',
    })
    await ask(
      asMutation('updateIssue', 'issue { id }'),
      { input: { id: issue.id, title: 'By an app' } },
      'app',
    )
    expect(issue.title).toBe('By an app')
  })

  test('several in one request run in order, each failing alone', async () => {
    const { fail, server, world } = stage
    const { data, errors } = await fail(
      `mutation($id: ID!, $long: String!) { a: createIssue(input: { repositoryId: $id, title: "A" }) { issue { number } }
        b: createIssue(input: { repositoryId: $id, title: $long }) { issue { number } }
        c: createIssue(input: { repositoryId: $id, title: "C" }) { issue { number } } }`,
      { id: repository().id, long: 'x'.repeat(300) },
    )
    expect(data).toEqual({ a: { issue: { number: 1 } }, b: null, c: { issue: { number: 2 } } })
    expect(errors).toMatchObject([{ path: ['b'], type: 'UNPROCESSABLE' }])
    expect(server.writes).toHaveLength(2)
    expect(server.requests).toMatchObject([
      { number: 1, kind: 'mutation', mutations: ['createIssue', 'createIssue', 'createIssue'], status: 200 },
    ])
    expect(world.findRepository('example/wg').items.map(({ title }) => title)).toEqual(['A', 'C'])
  })

  test('stay out of lists that lag, but not from who knows their number', async () => {
    const { world, ask } = stage
    world.issue('example/wg', { title: 'Old' })
    world.listLag = { requests: 1 }
    await write('createIssue', { repositoryId: repository().id, title: 'New' })
    const query =
      '{ repository(owner: "example", name: "wg") { issues(first: 9) { totalCount } issue(number: 2) { title } } }'
    expect(await ask(query)).toEqual({ repository: { issues: { totalCount: 1 }, issue: { title: 'New' } } })
    expect(await ask(query)).toMatchObject({ repository: { issues: { totalCount: 2 } } })
  })
})

describe('branches and pull requests', () => {
  const commit = (branchName: string, expectedHeadOid: string, path = 'minutes/1.md') => ({
    branch: { repositoryNameWithOwner: 'example/wg', branchName },
    expectedHeadOid,
    message: { headline: 'Write', body: 'Why' },
    fileChanges: {
      additions: [{ path, contents: Buffer.from('Äh\n').toString('base64') }],
      deletions: [{ path: 'docs/a.md' }],
    },
  })

  test('a branch, a commit upon it, and its pull request, once', async () => {
    const { world } = stage
    const repositoryId = repository().id
    const name = 'refs/heads/wg/minutes'
    await write('createRef', { repositoryId, name, oid: head() }, 'ref { id }')
    expect(await refused('createRef', { repositoryId, name, oid: head() })).toMatchObject({
      message: `A ref named "${name}" already exists in the repository.`,
    })
    const pull = { repositoryId, headRefName: 'wg/minutes', baseRefName: 'main', title: 'Minutes', body: 'x' }
    expect(await refused('createPullRequest', pull)).toMatchObject({
      message: 'No commits between main and wg/minutes',
    })
    const made = await write(
      'createCommitOnBranch',
      commit('wg/minutes', head()),
      'commit { oid message parents(first: 1) { nodes { oid } } file(path: "minutes/1.md") { object { ... on Blob { text } } } tree { entries { name } } }',
    )
    expect(made.commit).toMatchObject({
      message: 'Write\n\nWhy',
      parents: { nodes: [{ oid: head() }] },
      file: { object: { text: 'Äh\n' } },
      tree: { entries: [{ name: 'README.md' }, { name: 'minutes' }] },
    })
    const { pullRequest } = await write(
      'createPullRequest',
      pull,
      'pullRequest { id number headRefName merged isDraft }',
    )
    expect(pullRequest).toMatchObject({ number: 1, headRefName: 'wg/minutes', merged: false, isDraft: false })
    expect(await refused('createPullRequest', pull)).toMatchObject({
      message: 'A pull request already exists for example:wg/minutes.',
    })
    await write('updatePullRequest', { pullRequestId: pullRequest?.id, title: 'Minutes of today' })
    await write('closePullRequest', { pullRequestId: pullRequest?.id })
    expect(world.findItem('example/wg#1')).toMatchObject({ title: 'Minutes of today', state: 'CLOSED' })
    const ref = repository().refs.get(name)!
    expect(await refused('updateRef', { refId: ref.id, oid: head() })).toMatchObject({
      message: 'Update is not a fast forward',
    })
    await write('updateRef', { refId: ref.id, oid: head(), force: true })
    await write('deleteRef', { refId: ref.id })
    expect([...repository().refs.keys()]).toEqual(['refs/heads/main'])
  })

  test('a commit on a head that has moved, or on a branch that is not there, is refused', async () => {
    const before = head()
    stage.world.file('example/wg', 'README.md', { text: 'By somebody else\n' })
    expect(await refused('createCommitOnBranch', commit('main', before))).toMatchObject({
      type: 'STALE_DATA',
      message: `Expected branch to point to "${before}" but it did not.  Pull and try again.`,
    })
    expect(await refused('createCommitOnBranch', commit('none', head()))).toMatchObject({ type: 'NOT_FOUND' })
    expect(await refused('createCommitOnBranch', commit('main', head(), '../x'))).toMatchObject({
      type: 'UNPROCESSABLE',
    })
  })

  describe('a merge', () => {
    const README = 'one\ntwo\nthree\nfour\nfive\n'
    const proposed = () => {
      const { world } = stage
      world.file('example/wg', 'README.md', { text: README })
      world.branch('example/wg', 'proposal')
      world.file('example/wg', 'README.md', { text: README.replace('one', 'uno'), branch: 'proposal' })
      return world.pullRequest('example/wg', { title: 'Say uno', head: 'proposal' })
    }
    const headOf = (name: string) => repository().refs.get(`refs/heads/${name}`)!.oid

    test.each(['MERGE', 'SQUASH'] as const)('%s brings the lines of both sides together', async (method) => {
      const pull = proposed()
      stage.world.file('example/wg', 'README.md', { text: README.replace('five', 'cinco') })
      const [base, head] = [headOf('main'), headOf('proposal')]
      const input = { pullRequestId: pull.id, expectedHeadOid: head, mergeMethod: method }
      const { pullRequest } = await write('mergePullRequest', input, 'pullRequest { state merged }')
      expect(pullRequest).toEqual({ state: 'MERGED', merged: true })
      expect(stage.world.readFile('example/wg', 'README.md')).toBe('uno\ntwo\nthree\nfour\ncinco\n')
      const commit = repository().git.get(headOf('main'))
      expect(commit).toMatchObject({ parents: method === 'MERGE' ? [base, head] : [base] })
      expect(await refused('mergePullRequest', input)).toMatchObject({ type: 'UNPROCESSABLE' })
    })

    test('is refused when both sides changed a line, when the head has moved, and without leave', async () => {
      const { world } = stage
      const pull = proposed()
      const merge = (more: Input = {}, token?: string) =>
        refused('mergePullRequest', { pullRequestId: pull.id, ...more }, token)
      expect(await merge({ expectedHeadOid: headOf('main') })).toMatchObject({
        message: 'Head branch was modified. Review and try the merge again.',
      })
      world.token('reader', {
        app: 'reader',
        permissions: { pullRequests: 'write', contents: 'read' },
        repositories: 'all',
      })
      expect(await merge({}, 'reader')).toMatchObject({ type: 'FORBIDDEN' })
      repository().reviewRequired = true
      expect(await merge()).toMatchObject({ message: expect.stringContaining('approving review') as string })
      repository().reviewRequired = false
      world.file('example/wg', 'README.md', { text: README.replace('one', 'eins') })
      expect(await merge()).toMatchObject({ message: 'Pull Request is not mergeable' })
      world.edit(pull, { state: 'CLOSED' })
      expect(await merge()).toMatchObject({ message: 'Pull Request is closed' })
      expect(stage.server.writes).toEqual([])
    })

    test('is refused in a way that the repository does not allow', async () => {
      const { world } = stage
      world.repository('example/linear', { mergeMethods: ['SQUASH'] })
      const pull = world.pullRequest('example/linear', { title: 'One' })
      expect(await refused('mergePullRequest', { pullRequestId: pull.id })).toMatchObject({
        message: 'Merge commits are not allowed on this repository.',
      })
      await write('mergePullRequest', { pullRequestId: pull.id, mergeMethod: 'SQUASH' })
      const allowed = '{ mergeCommitAllowed squashMergeAllowed rebaseMergeAllowed }'
      expect(await stage.ask(`{ repository(owner: "example", name: "linear") ${allowed} }`)).toEqual({
        repository: { mergeCommitAllowed: false, squashMergeAllowed: true, rebaseMergeAllowed: false },
      })
    })
  })
})
