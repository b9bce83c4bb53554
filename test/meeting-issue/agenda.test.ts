import { describe, expect, test } from 'vitest'
import { LONGEST_BODY } from '../../src/core/plan/meeting-issue.ts'
import { findMarks } from '../../src/core/text/marks.ts'
import {
  HOME,
  issuesWith,
  KEY,
  onStage,
  seriesWith,
  smallGitHub,
  type Stage,
  workspaceTexts,
} from './stage.ts'

const issueOf = ({ world }: Stage) => {
  const [issue] = issuesWith(world)
  if (!issue) throw new Error('there is no issue')
  return issue
}

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
