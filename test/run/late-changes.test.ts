import { expect, test } from 'vitest'
import { issuesWith, KEY } from '../meeting-issue/stage.ts'
import { commentsOf, groupTexts, HOME, onRunStage, seriesText, type Stage } from './stage.ts'

const FILE = 'meetings/security-wg.yml'

const run = (stage: Stage, now: string) => stage.run('run --only meetings', now)

test('keeps an issue right that appeared ahead of a meeting which was cancelled and takes place after all', () =>
  onRunStage(groupTexts(), async (stage) => {
    stage.write(FILE, seriesText('changes: { 2026-12-24: "cancelled, the holidays" }\n'))
    await run(stage, '2026-12-09T21:00:00Z')
    const [ahead] = issuesWith(stage.world, 'security-wg/2027-01-07')
    stage.write(FILE, seriesText())
    stage.world.issue(HOME, { title: 'A late question', labels: ['wg-agenda'] })
    await run(stage, '2026-12-09T22:00:00Z')
    expect(ahead?.body).toContain('A late question')
  }))

test('says that a meeting is cancelled which had been moved, also when the day first planned is over', () =>
  onRunStage(groupTexts(), async (stage) => {
    stage.write(FILE, seriesText('changes: { 2026-12-10: moved to 2026-12-14 15:00 }\n'))
    await run(stage, '2026-12-09T21:00:00Z')
    stage.write(FILE, seriesText('changes: { 2026-12-10: "cancelled, nobody comes" }\n'))
    await run(stage, '2026-12-12T10:00:00Z')
    expect(issuesWith(stage.world)[0]).toMatchObject({ state: 'CLOSED', stateReason: 'NOT_PLANNED' })
    await run(stage, '2026-12-12T11:00:00Z')
    expect(commentsOf(stage, KEY)).toEqual([
      expect.stringContaining('This meeting is cancelled: nobody comes.'),
    ])
  }))
