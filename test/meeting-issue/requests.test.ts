import { describe, expect, test } from 'vitest'
import { CANCELLED_LABEL } from '../../src/core/plan/carry-change.ts'
import { makeManyWorld } from './many-world.ts'
import {
  HOME,
  KEY,
  issuesWith,
  onStage,
  seriesChanged,
  seriesWith,
  smallGitHub,
  type Stage,
  type StageOptions,
  workspaceTexts,
} from './stage.ts'

/** The program runs in this process, over real HTTP; the server's log counts the requests. */
interface Scenario {
  readonly name: string
  readonly options?: () => StageOptions
  /** What happens before the run that is counted. */
  readonly before?: (stage: Stage) => Promise<unknown> | undefined
  readonly command?: string
  readonly now?: string
  /** `Ask`, or the mutations of a request joined by `+`, in order. */
  readonly requests: readonly string[]
}

const created = (stage: Stage) => stage.run()

const change =
  (text: string) =>
  async (stage: Stage): Promise<void> => {
    await created(stage)
    stage.write('meetings/security-wg.yml', seriesChanged(text))
  }

const withSeries = (more: string): StageOptions => ({ texts: workspaceTexts(seriesWith(more)) })
const pinning = () => ({
  texts: workspaceTexts(
    workspaceTexts()['meetings/security-wg.yml']?.replace('github:', 'github:\n  pin: true'),
  ),
})

const second = (texts = workspaceTexts()): StageOptions => ({
  texts: { ...texts, 'meetings/other.yml': (texts['meetings/security-wg.yml'] ?? '').replace('WG', 'Other') },
})

const scenarios: readonly Scenario[] = [
  { name: 'creating', requests: ['Ask', 'createIssue'] },
  { name: 'nothing changed', before: created, requests: ['Ask'] },
  { name: 'nothing due', now: '2026-12-01T09:00:00Z', requests: [] },
  { name: 'a dry run', command: 'meeting new --dry-run', requests: ['Ask'] },
  { name: 'the agenda', command: 'agenda', requests: ['Ask'] },
  {
    name: 'a label missing',
    options: () => ({ world: smallGitHub({ label: false }) }),
    requests: ['Ask', 'createLabel', 'createIssue'],
  },
  { name: 'pinning', options: pinning, requests: ['Ask', 'createIssue', 'pinIssue'] },
  { name: 'pinned already', options: pinning, before: created, requests: ['Ask'] },
  {
    name: 'two series in one repository',
    options: () => ({ ...second(), world: smallGitHub({ label: false }) }),
    requests: ['Ask', 'createLabel', 'createIssue', 'createIssue'],
  },
  { name: 'two series, nothing changed', options: second, before: created, requests: ['Ask'] },
  {
    name: 'a new item',
    before: async (stage) => {
      await created(stage)
      stage.world.issue(HOME, { title: 'One more', labels: ['wg-agenda'] })
    },
    requests: ['Ask', 'updateIssue'],
  },
  { name: 'moved', before: change('moved to 2026-12-11'), requests: ['Ask', 'addComment+updateIssue'] },
  {
    name: 'cancelled',
    before: change('cancelled, nobody comes'),
    requests: ['Ask', 'createLabel', 'addComment+updateIssue+addLabelsToLabelable+closeIssue'],
  },
  {
    name: 'takes place after all',
    before: async (stage) => {
      await change('cancelled')(stage)
      await stage.run()
      stage.write('meetings/security-wg.yml', seriesWith(''))
    },
    requests: ['Ask', 'addComment+updateIssue+removeLabelsFromLabelable+reopenIssue'],
  },
  {
    name: 'found twice',
    before: async (stage) => {
      await created(stage)
      stage.world.issue(HOME, { title: 'A copy', body: `<!-- wg:meeting ${KEY} -->\n`, labels: ['meeting'] })
    },
    requests: ['Ask', 'addComment+closeIssue'],
  },
  {
    name: '404 items in 251 repositories',
    options: () => ({ world: makeManyWorld({ repositories: 251, items: 404 }) }),
    requests: ['Ask', 'Ask', 'Ask', 'createIssue'],
  },
  {
    name: '60 repositories named one by one',
    options: () => ({
      world: makeManyWorld({ repositories: 61, items: 29 }),
      texts: workspaceTexts(
        workspaceTexts()['meetings/security-wg.yml']?.replace(
          '[org:example]',
          `[${Array.from({ length: 60 }, (_, index) => `repo:example/part-${index + 1}`).join(', ')}]`,
        ),
      ),
    }),
    requests: ['Ask', 'Ask', 'createIssue'],
  },
]

describe('the requests of', () => {
  test.each(scenarios)('$name', ({ options = () => ({}), before, command, now, requests }) =>
    onStage(options(), async (stage) => {
      await before?.(stage)
      stage.server.forget()
      const { code, err } = await stage.run(command, now)
      expect(err).toBe('')
      expect(code).toBe(0)
      const sent = stage.server.requests.map(({ mutations, operationName }) =>
        mutations.length > 0 ? mutations.join('+') : operationName,
      )
      expect(sent).toEqual(requests)
    }),
  )

  test('a run after each of them are one question', () =>
    onStage(withSeries(''), async (stage) => {
      for (const text of ['moved to 2026-12-11 16:00', 'moved to 2026-12-09', 'cancelled', '']) {
        stage.write('meetings/security-wg.yml', text === '' ? seriesWith('') : seriesChanged(text))
        await stage.run()
        stage.server.forget()
        const { out } = await stage.run()
        expect(stage.server.requests).toHaveLength(1)
        expect(out).toContain('Nothing to do.')
      }
      expect(issuesWith(stage.world)).toHaveLength(1)
      expect([...(issuesWith(stage.world)[0]?.labels ?? [])].map(({ name }) => name)).not.toContain(
        CANCELLED_LABEL,
      )
    }))
})
