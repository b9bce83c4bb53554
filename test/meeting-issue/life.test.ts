import { describe, expect, test } from 'vitest'
import { findMarks } from '../../src/core/text/marks.ts'
import { LONGEST_BODY } from '../../src/core/plan/meeting-issue.ts'
import {
  HOME,
  issuesWith,
  KEY,
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

describe('the agenda of an issue', () => {
  const agendaOf = (stage: Stage): string => {
    const { body } = issueOf(stage)
    const block = findMarks(body).blocks.find(({ name }) => name === 'agenda')
    return block ? body.slice(block.contentStart, block.contentEnd) : ''
  }

  test('never shows what is private, counts it, and leaves archived repositories out', () => {
    const world = smallGitHub()
    const labels = ['wg-agenda']
    for (const [name, options] of [
      ['secret', { private: true }],
      ['old', { archived: true }],
      ['core', {}],
    ] as const) {
      world.repository(`example/${name}`, options)
      world.label(`example/${name}`, 'wg-agenda')
      world.issue(`example/${name}`, { title: `What is ${name}`, labels })
    }
    const series = seriesWith('').replace(
      '[org:example]',
      `[org:example, repo:example/secret, repo:example/old, repo:example/core, repo:${HOME}]`,
    )
    return onStage({ world, texts: workspaceTexts(series) }, async (stage) => {
      const shown = await stage.run('agenda')
      await stage.run()
      for (const text of [agendaOf(stage), shown.out]) {
        expect(text).toContain('One item of a private repository is not shown.')
        expect(text).not.toContain('What is secret')
        expect(text).not.toContain('What is old')
        expect(text.split('What is core')).toHaveLength(2)
        expect(text.split('Choose a day')).toHaveLength(2)
        expect(text.indexOf('Announcements')).toBeLessThan(text.indexOf('What is core'))
        expect(text.indexOf('What is core')).toBeLessThan(text.indexOf('Choose a day'))
      }
    })
  })

  test('shows private items where the issue itself is private', () => {
    const world = smallGitHub()
    world.repository('example/secret', { private: true })
    for (const label of ['wg-agenda', 'meeting']) world.label('example/secret', label)
    world.issue('example/secret', { title: 'What is secret', labels: ['wg-agenda'] })
    const texts = workspaceTexts(seriesWith('').replace(HOME, 'example/secret'))
    return onStage({ world, texts }, async (stage) => {
      await stage.run()
      expect(issuesWith(world, KEY, 'example/secret')[0]?.body).toContain('What is secret')
    })
  })

  test('adds up the timeboxes of titles and labels, and compares them with the meeting', () => {
    const world = smallGitHub()
    for (const label of ['40m', 'lead:ada-example']) world.label(HOME, label)
    world.issue(HOME, { title: 'Plan the year (30m) @brook-example', labels: ['wg-agenda'] })
    world.issue(HOME, { title: 'Budget', labels: ['wg-agenda', '40m', 'lead:ada-example'] })
    return onStage({ world }, async (stage) => {
      await stage.run()
      expect(agendaOf(stage)).toContain(
        '- [Budget #4](https://github.com/example/security-wg/issues/4) (40 minutes, `@ada-example`)',
      )
      expect(agendaOf(stage)).toContain('_Timeboxes: 1 hour 10 minutes of 1 hour: 10 minutes too many._')
      expect((await stage.run('agenda')).out).toContain(
        'Timeboxes: 1 hour 10 minutes of 1 hour: 10 minutes too many.',
      )
    })
  })

  test('is cut at whole items with a link to the rest, also after people wrote much', () => {
    const world = smallGitHub()
    for (let index = 0; index < 400; index += 1)
      world.issue(HOME, { title: `${index} ${'long '.repeat(48)}`, labels: ['wg-agenda'] })
    return onStage({ world }, async (stage) => {
      await stage.run()
      const first = issueOf(stage)
      expect(first.body.length).toBeLessThanOrEqual(LONGEST_BODY)
      expect(first.body.length).toBeGreaterThan(LONGEST_BODY - 1000)
      const cutNote = /\[… and (\d+) more\]\(https:\/\/github\.com\/issues\?q=/
      const shown = agendaOf(stage).match(/^- \[/gm)?.length ?? 0
      expect(shown + Number(cutNote.exec(first.body)?.[1])).toBe(402)
      // A person may write no longer text either: forty lines go, and a long one comes.
      const note = `Ada: ${'much to say '.repeat(700)}`.trim()
      const lines = first.body.split('\n')
      const last = lines.findLastIndex((line) => line.startsWith('- [') && line.includes('long'))
      lines.splice(last - 39, 40, '', note, '')
      world.edit(`${HOME}#${first.number}`, { body: lines.join('\n') })
      world.issue(HOME, { title: 'The newest', labels: ['wg-agenda'] })
      const { code, err } = await stage.run()
      expect(`${code}${err}`).toBe('0')
      expect(issueOf(stage).body).toContain(note)
      expect(issueOf(stage).body.length).toBeLessThanOrEqual(LONGEST_BODY)
    })
  })
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
