import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/core/problem.ts'
import { FAULT_KINDS } from '../github/faults.ts'
import { BRANCH, HOME, onStage, PATH, pullRequests, type Stage, urlOf } from './stage.ts'

const NOTES = '# Minutes\n\n- one\n- two\n- three\n'

describe('a proposal', () => {
  test('becomes a branch, a commit and a pull request, by three requests', () =>
    onStage(async (stage) => {
      const { changes, urls } = await stage.propose(NOTES)
      expect(changes.map(({ kind }) => kind)).toEqual(['commit-files', 'open-pull-request'])
      expect(stage.server.requests).toHaveLength(3)
      expect(stage.read(BRANCH)).toBe(NOTES)
      expect(stage.read('main')).toBeUndefined()
      expect(pullRequests(stage).map(({ number }) => urlOf(number, 'pull'))).toEqual(urls)
    }))

  test('that stands is left alone, by one request', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      stage.server.forget()
      const { changes } = await stage.propose(NOTES)
      expect(changes).toEqual([])
      expect(stage.server.requests).toHaveLength(1)
    }))

  test('that changes is one more commit on the same pull request', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      const { changes } = await stage.propose(NOTES.replace('two', 'two, and more'))
      expect(changes.map(({ kind }) => kind)).toEqual(['commit-files'])
      expect(pullRequests(stage)).toHaveLength(1)
      expect(stage.read(BRANCH)).toContain('two, and more')
    }))

  test('that has landed is not proposed again', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      merge(stage)
      expect(stage.read('main')).toBe(NOTES)
      expect((await stage.propose(NOTES)).changes).toEqual([])
    }))

  test('that somebody closed is not opened again', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      stage.world.edit(pullRequests(stage)[0] ?? '', { state: 'CLOSED' })
      const { changes, notes } = await stage.propose(NOTES)
      expect(changes).toEqual([])
      expect(notes.join()).toMatch(/was closed by somebody/)
    }))

  test('after one that has landed begins anew on the branch that is left', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      merge(stage)
      const later = NOTES.replace('one', 'one, put right')
      await stage.propose(later)
      expect(pullRequests(stage).map(({ state }) => state)).toEqual(['MERGED', 'OPEN'])
      expect(stage.read(BRANCH)).toBe(later)
    }))

  test('tells of its pull request in an issue, once', () =>
    onStage(async (stage) => {
      const issue = stage.world.issue(HOME, { title: 'The meeting' })
      const { id, number } = issue
      const tell = {
        repository: HOME,
        id,
        number,
        url: urlOf(number, 'issues'),
        comment: 'The minutes: {url}',
      }
      await stage.propose(NOTES, { tell })
      await stage.propose(NOTES, { tell })
      const told = stage.world.findItem(`${HOME}#${number}`).comments.map(({ body }) => body)
      expect(told).toEqual([`The minutes: ${urlOf(pullRequests(stage)[0]?.number, 'pull')}`])
    }))
})

describe('what people commit to the branch', () => {
  const write = (stage: Stage, text: string) =>
    void stage.world.file(HOME, PATH, { text, branch: BRANCH, message: 'put right', author: 'ada-example' })

  test('stays when the notes change elsewhere', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      write(stage, NOTES.replace('three', 'three, says Ada'))
      await stage.propose(NOTES.replace('one', 'one, says wg'))
      expect(stage.read(BRANCH)).toBe('# Minutes\n\n- one, says wg\n- two\n- three, says Ada\n')
    }))

  test('stays when the notes are proposed as they were, also later', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      write(stage, NOTES.replace('three', 'three, says Ada'))
      const changed = NOTES.replace('one', 'one, says wg')
      await stage.propose(changed)
      await stage.propose(changed)
      await stage.propose(changed.replace('# Minutes', '# The minutes'))
      expect(stage.read(BRANCH)).toBe('# The minutes\n\n- one, says wg\n- two\n- three, says Ada\n')
    }))

  test('stops a change of the same line, and nothing is written', () =>
    onStage(async (stage) => {
      await stage.propose(NOTES)
      write(stage, NOTES.replace('three', 'three, says Ada'))
      await expect(stage.propose(NOTES.replace('three', 'three, says wg'))).rejects.toThrow(Refusal)
      expect(stage.read(BRANCH)).toContain('three, says Ada')
    }))
})

describe('whatever happens on the way, the next run ends with one pull request that holds the notes', () => {
  const trials = FAULT_KINDS.flatMap((kind) => [1, 2, 3].map((at) => ({ kind, at })))
  test.each(trials)('$kind at request $at', ({ kind, at }) =>
    onStage(async (stage) => {
      stage.server.fault({ kind, at, times: 1, retryAfter: 0 })
      await stage.propose(NOTES).catch((error: unknown) => expect(error).toBeInstanceOf(Refusal))
      stage.server.forget()
      await stage.propose(NOTES)
      expect(pullRequests(stage)).toHaveLength(1)
      expect(stage.read(BRANCH)).toBe(NOTES)
      stage.server.forget()
      await stage.propose(NOTES)
      expect(stage.server.requests).toHaveLength(1)
    }),
  )
})

function merge(stage: Stage): void {
  const open = pullRequests(stage).find(({ state }) => state === 'OPEN')
  if (open) stage.world.edit(open, { state: 'MERGED' })
}
