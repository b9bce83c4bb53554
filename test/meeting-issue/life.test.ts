import { describe, expect, test } from 'vitest'
import {
  HOME,
  issuesWith,
  onStage,
  seriesChanged,
  seriesWith,
  smallGitHub,
  type Stage,
  workspaceTexts,
} from './stage.ts'

const FILE = 'meetings/security-wg.yml'

const issueOf = ({ world }: Stage) => {
  const [issue] = issuesWith(world)
  if (!issue) throw new Error('there is no issue')
  return issue
}

const labelsOf = (stage: Stage) => [...issueOf(stage).labels].map(({ name }) => name).sort()

const change = async (stage: Stage, text: string) => {
  stage.write(FILE, text === '' ? seriesWith('') : seriesChanged(text))
  return stage.run()
}

describe('an issue over its life', () => {
  test('moves, is cancelled, takes place after all: a comment for each, and title, text, label and state follow', () =>
    onStage({}, async (stage) => {
      await stage.run()
      expect(issueOf(stage).title).toBe('Example Security WG Meeting 2026-12-10')

      await change(stage, 'moved to 2026-12-11 16:00, a holiday')
      expect(issueOf(stage).title).toBe('Example Security WG Meeting 2026-12-11')
      expect(issueOf(stage).body).toContain('**Friday, 11 December 2026, 21:00 UTC**')
      const told = issueOf(stage).comments[0]?.body ?? ''
      expect(told).toContain('Thu 10 Dec 2026, 15:00 America/New_York (Thu 10 Dec 2026, 20:00 UTC)')
      expect(told).toContain('Fri 11 Dec 2026, 16:00 America/New_York (Fri 11 Dec 2026, 21:00 UTC)')

      await change(stage, 'cancelled, nobody comes')
      expect(issueOf(stage)).toMatchObject({ state: 'CLOSED', stateReason: 'NOT_PLANNED' })
      expect(issueOf(stage).title).toBe('Example Security WG Meeting 2026-12-10')
      expect(labelsOf(stage)).toEqual(['cancelled', 'meeting'])
      expect(issueOf(stage).comments[1]?.body).toContain('This meeting is cancelled: nobody comes.')

      await change(stage, '')
      expect(issueOf(stage).state).toBe('OPEN')
      expect(labelsOf(stage)).toEqual(['meeting'])
      expect(issueOf(stage).comments[2]?.body).toContain('takes place after all')
      expect(issueOf(stage).comments).toHaveLength(3)
      expect(issuesWith(stage.world)).toHaveLength(1)
    }))

  test('a title that a person wrote stays when the meeting moves', () =>
    onStage({}, async (stage) => {
      await stage.run()
      stage.world.edit(`${HOME}#${issueOf(stage).number}`, { title: 'The one with the budget' })
      await change(stage, 'moved to 2026-12-11')
      expect(issueOf(stage).title).toBe('The one with the budget')
      expect(issueOf(stage).comments).toHaveLength(1)
    }))

  test('a meeting that moved far away keeps its issue right in between', () =>
    onStage({}, async (stage) => {
      await stage.run()
      stage.write(FILE, seriesChanged('moved to 2027-01-28'))
      await stage.run()
      stage.write(FILE, seriesChanged('moved to 2027-01-29'))
      await stage.run('meeting new', '2026-12-20T09:00:00Z')
      expect(issueOf(stage).title).toBe('Example Security WG Meeting 2027-01-29')
    }))

  test.each([
    [
      'closed by a person',
      (stage: Stage) => stage.world.edit(`${HOME}#3`, { state: 'CLOSED' }),
      'is closed: it is left alone',
    ],
    [
      'with damaged marks',
      (stage: Stage) =>
        stage.world.edit(`${HOME}#3`, { body: issueOf(stage).body.replaceAll(/<!-- \/wg:\w+ -->/g, '') }),
      'is opened but never closed',
    ],
  ])('%s is left alone and said', (_name, damage, said) =>
    onStage({}, async (stage) => {
      await stage.run()
      damage(stage)
      stage.world.issue(HOME, { title: 'One more', labels: ['wg-agenda'] })
      stage.server.forget()
      const { out, code } = await stage.run()
      expect(code).toBe(0)
      expect(out).toContain(said)
      expect(stage.server.writes).toEqual([])
    }),
  )

  test('with a damaged time, a move is told once and no more', () =>
    onStage({}, async (stage) => {
      await stage.run()
      stage.world.edit(`${HOME}#3`, { body: issueOf(stage).body.replace('<!-- /wg:time -->', '') })
      await change(stage, 'moved to 2026-12-11')
      expect(issueOf(stage).comments).toHaveLength(1)
      stage.server.forget()
      expect((await stage.run()).code).toBe(0)
      expect(stage.server.writes).toEqual([])
    }))

  test('is left alone once the meeting has begun', () =>
    onStage({}, async (stage) => {
      await stage.run()
      stage.server.forget()
      await stage.run('meeting new', '2026-12-10T20:00:00Z')
      expect(stage.server.requests).toEqual([])
    }))

  test('found twice: the lower number stays, the other is closed as its duplicate', () =>
    onStage({}, async (stage) => {
      await stage.run()
      stage.world.issue(HOME, { title: 'A copy', body: issueOf(stage).body, labels: ['meeting'] })
      const { out } = await stage.run()
      const [kept, copy] = issuesWith(stage.world)
      expect(kept?.state).toBe('OPEN')
      expect(copy).toMatchObject({ state: 'CLOSED', stateReason: 'DUPLICATE', duplicateOf: kept })
      expect(out).toContain(`${HOME}#${copy?.number}: close as a duplicate of #${kept?.number}`)
    }))

  test('links to the previous meeting, and takes its pin', () =>
    onStage(
      { texts: workspaceTexts(seriesWith('').replace('github:', 'github:\n  pin: true')) },
      async (stage) => {
        await stage.run('meeting new', '2026-11-20T09:00:00Z')
        const [previous] = issuesWith(stage.world, 'security-wg/2026-11-26')
        expect(previous).toBeDefined()
        await stage.run()
        expect(issueOf(stage).body).toContain(
          `- Previous meeting: [Example Security WG Meeting 2026-11-26](https://github.com/${HOME}/issues/${previous?.number})`,
        )
        expect(stage.world.findRepository(HOME).pins.map(({ issue }) => issue)).toEqual([issueOf(stage)])
      },
    ))

  test('is not pinned where three others are, and asks no more than one question then', () =>
    onStage(
      { texts: workspaceTexts(seriesWith('').replace('github:', 'github:\n  pin: true')) },
      async (stage) => {
        for (const title of ['a', 'b', 'c']) stage.world.issue(HOME, { title, pinned: true })
        expect((await stage.run()).code).toBe(0)
        stage.server.forget()
        await stage.run()
        expect(stage.server.requests).toHaveLength(1)
        expect(stage.world.findRepository(HOME).pins).toHaveLength(3)
      },
    ))
})

describe('a change of which GitHub carried out only a part', () => {
  test.each([
    ['by wg', 'ada-example', 1],
    ['by somebody else who copied the hidden line', 'dara-example', 2],
  ])('is told once: a comment %s', (_name, author, comments) =>
    onStage({}, async (stage) => {
      stage.world.user('dara-example')
      await stage.run()
      const body = '<!-- wg:told security-wg/2026-12-10 2026-12-11T20:00:00Z moved -->\nMoved.'
      stage.world.comment(`${HOME}#3`, { body, author })
      await change(stage, 'moved to 2026-12-11')
      expect(issueOf(stage).comments).toHaveLength(comments)
      expect(issueOf(stage).title).toBe('Example Security WG Meeting 2026-12-11')
    }),
  )

  test.each([
    ['without the label is closed after all', ['meeting'], 'CLOSED'],
    ['with the label was opened again by a person, and stays open', ['meeting', 'cancelled'], 'OPEN'],
  ])('an open issue of a cancelled meeting %s', (_name, labels, state) =>
    onStage({}, async (stage) => {
      await stage.run()
      await change(stage, 'cancelled, nobody comes')
      stage.world.edit(`${HOME}#3`, { state: 'OPEN', labels })
      await stage.run()
      expect(issueOf(stage)).toMatchObject({ state })
      expect(labelsOf(stage)).toEqual(['cancelled', 'meeting'])
      expect(issueOf(stage).comments).toHaveLength(1)
    }),
  )
})

test('a dry run shows the exact difference of every write, and writes nothing', () =>
  onStage({ world: smallGitHub({ label: false }) }, async (stage) => {
    const { out } = await stage.run('meeting new --dry-run')
    expect(out).toContain('+ label `meeting` in example/security-wg')
    expect(out).toContain('+ <!-- wg:meeting security-wg/2026-12-10 -->')
    await stage.run()
    stage.server.forget()
    const moved = await change(stage, 'moved to 2026-12-11').then(() => stage.server.requests.length)
    expect(moved).toBe(2)
    stage.write(FILE, seriesChanged('cancelled, nobody comes'))
    stage.server.forget()
    const dry = await stage.run('meeting new --dry-run')
    for (const line of [
      '+ label `cancelled`',
      '- Example Security WG Meeting 2026-12-11',
      '+ Example Security WG Meeting 2026-12-10',
      '+ This meeting is cancelled: nobody comes.',
      '+ **Cancelled**: nobody comes.',
      '+ cancelled',
      '- open',
      '+ closed as not planned',
    ])
      expect(dry.out).toContain(line)
    expect(stage.server.writes).toEqual([])
    expect(stage.server.requests).toHaveLength(1)
  }))
