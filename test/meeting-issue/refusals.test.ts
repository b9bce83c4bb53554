import { describe, expect, test } from 'vitest'
import type { World } from '../github/world.ts'
import {
  HOME,
  issuesWith,
  onStage,
  seriesWith,
  smallGitHub,
  type StageOptions,
  TOKEN,
  workspaceTexts,
} from './stage.ts'

interface Case {
  readonly name: string
  readonly world?: () => World
  /** What is put in the place of what in the series file. */
  readonly series?: readonly [string, string]
  readonly options?: StageOptions
  readonly fault?: Parameters<Parameters<Parameters<typeof onStage>[1]>[0]['server']['fault']>[0]
  /** What the person reads. */
  readonly says: readonly (string | RegExp)[]
}

const samlWorld = (): World => {
  const world = smallGitHub()
  world.organization('closed', { admins: ['ada-example'], saml: true })
  world.repository('closed/wg')
  return world
}

const worldWithToken = (options: Parameters<World['token']>[1]) => (): World => {
  const world = smallGitHub()
  world.user('olive-example')
  world.token('ghp_another', options)
  return world
}

const cases: readonly Case[] = [
  {
    name: 'a bad token',
    options: { token: 'ghp_nobody' },
    says: ['GitHub does not accept the token (401)', '`GITHUB_TOKEN`'],
  },
  { name: 'a token that is none', options: { token: 'a b' }, says: ['is no token'] },
  {
    name: 'a repository that is not there',
    series: [HOME, 'example/nowhere'],
    says: [
      'meetings/security-wg.yml 7:15',
      'There is no repository `example/nowhere` that this token can see.',
    ],
  },
  {
    name: 'an organization that is not there',
    series: ['[org:example]', '[org:example, org:nobody-here]'],
    says: ['meetings/security-wg.yml 8:51', 'There is no organization or user `nobody-here`'],
  },
  {
    name: 'an agenda repository that is not there',
    series: ['[org:example]', 'repo:example/missing'],
    says: ['meetings/security-wg.yml 8:37', 'There is no repository `example/missing`'],
  },
  {
    name: 'single sign-on',
    world: samlWorld,
    series: [HOME, 'closed/wg'],
    says: ['meetings/security-wg.yml 7:15', 'single sign-on (SAML)', 'Configure SSO'],
  },
  {
    name: 'an app that may only read',
    world: worldWithToken({
      app: 'github-actions',
      permissions: { issues: 'read', contents: 'read' },
      repositories: [HOME],
    }),
    options: { token: 'ghp_another' },
    says: [
      'meetings/security-wg.yml 7:15',
      'The token may not open an issue in `example/security-wg`',
      'issues: write',
    ],
  },
  {
    name: 'a fine-grained token that may only read',
    world: worldWithToken({
      login: 'ada-example',
      permissions: { issues: 'read', contents: 'read' },
      repositories: [HOME],
    }),
    options: { token: 'ghp_another' },
    says: ['The token may not open an issue', '"Issues: Read and write"'],
  },
  {
    name: 'an archived repository',
    world: () => {
      const world = smallGitHub()
      world.findRepository(HOME).isArchived = true
      return world
    },
    says: ['meetings/security-wg.yml 7:15', 'it is archived'],
  },
  {
    name: 'issues that are switched off',
    world: () => {
      const world = smallGitHub()
      world.findRepository(HOME).hasIssuesEnabled = false
      return world
    },
    says: ['its issues are switched off'],
  },
  {
    name: 'the primary limit',
    fault: { kind: 'rate-limit', at: 1, resetsIn: 3600 },
    says: [/^wg: The limit of requests to GitHub is used up until 2026-12-04 10:00 UTC\./, '`WG_WAIT=600`'],
  },
  {
    name: 'the secondary limit, longer than the budget',
    fault: { kind: 'secondary-403', at: 1, retryAfter: 90 },
    says: [/^wg: GitHub asks wg to slow down until 20\d\d-/, 'WG_WAIT'],
  },
  {
    name: 'an outage',
    fault: { kind: '502-html', at: 1, times: 99 },
    says: ['GitHub answers 502, 4 times in a row.', 'run the command again later'],
  },
  {
    name: 'silence',
    options: { timeout: 300 },
    fault: { kind: 'hang', at: 1, times: 99 },
    says: ['did not answer within 0.3 seconds'],
  },
  {
    name: 'a connection that breaks',
    fault: { kind: 'reset', at: 1, times: 99 },
    says: ['The connection to GitHub broke', '4 times'],
  },
]

describe('says so, with the place and what to do', () => {
  test.each(cases)('$name', ({ world = smallGitHub, series = ['', ''], options = {}, fault, says }) => {
    const texts = workspaceTexts(seriesWith('').replace(series[0], series[1]))
    return onStage({ world: world(), texts, ...options }, async (stage) => {
      if (fault) stage.server.fault(fault)
      const { out, err, code } = await stage.run()
      expect(code).toBe(1)
      for (const words of says)
        expect(err).toMatch(typeof words === 'string' ? new RegExp(escape(words)) : words)
      expect(`${out}${err}`).not.toContain(TOKEN)
      expect(stage.server.writes).toEqual([])
    })
  })
})

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

describe('a limit within the budget', () => {
  test.each(['secondary-403', 'secondary-429', 'secondary-200'] as const)(
    '%s is waited for, also by a write',
    (kind) =>
      onStage({ patience: { budget: 10_000 } }, async (stage) => {
        stage.server.fault({ kind, at: 2, retryAfter: 1 })
        const began = performance.now()
        expect((await stage.run()).code).toBe(0)
        expect(performance.now() - began).toBeGreaterThan(900)
        expect(issuesWith(stage.world)).toHaveLength(1)
      }),
  )
})

test('without a token the agenda goes into a file, and that is said', () =>
  onStage({}, async (stage) => {
    const without = stage.with({ token: '' })
    const { out, code } = await without.run()
    expect(code).toBe(0)
    expect(out).toContain('There is no token in GITHUB_TOKEN')
    expect(stage.files.written).toEqual(['meetings/security-wg/2026-12-10.md'])
    expect((await without.run('agenda')).out).toContain('what is labelled on GitHub is not shown')
  }))

describe('several series', () => {
  const other = (repository: string): string =>
    seriesWith('').replace(HOME, repository).replace('WG', 'Other')

  test('what hinders one does not hinder the others, and is reported', () => {
    const texts = { ...workspaceTexts(), 'meetings/a-first.yml': other('example/nowhere') }
    return onStage({ texts }, async (stage) => {
      const { code, err } = await stage.run()
      expect(code).toBe(1)
      expect(err).toContain('meetings/a-first.yml 7:15')
      expect(issuesWith(stage.world)).toHaveLength(1)
      expect(stage.server.requests).toHaveLength(2)
      const json = await stage.run('meeting new --json')
      const { meetings, problems } = JSON.parse(json.out) as {
        meetings: { series: string }[]
        problems: { file: string }[]
      }
      expect(meetings.map(({ series }) => series)).toEqual(['security-wg'])
      expect(problems.map(({ file }) => file)).toEqual(['meetings/a-first.yml'])
    })
  })

  test('a repository that may not be written to neither, nor `wg agenda`', () => {
    const world = smallGitHub()
    world.repository('example/core')
    world.token('ghs_app', {
      app: 'github-actions',
      permissions: { issues: 'write', contents: 'read' },
      repositories: [HOME],
    })
    const texts = {
      ...workspaceTexts(),
      'meetings/a-first.yml': other('example/core'),
      'meetings/b-second.yml': other('example/nowhere'),
    }
    return onStage({ world, texts, token: 'ghs_app' }, async (stage) => {
      const { code, err } = await stage.run()
      expect(code).toBe(1)
      expect(err).toContain('meetings/a-first.yml 7:15')
      expect(err).toContain('meetings/b-second.yml 7:15')
      expect(issuesWith(world)).toHaveLength(1)
      const agenda = await stage.run('agenda')
      expect(agenda.code).toBe(1)
      expect(agenda.out).toContain('Example Security WG Meeting 2026-12-10')
      expect(agenda.err).toContain('meetings/b-second.yml 7:15')
    })
  })

  test('each report of --json has its own changes only', () => {
    const texts = { ...workspaceTexts(), 'meetings/other.yml': other(HOME) }
    return onStage({ texts }, async (stage) => {
      const { out } = await stage.run('meeting new --json')
      const { meetings } = JSON.parse(out) as {
        meetings: { series: string; urls: string[]; changes: { key: string }[] }[]
      }
      expect(meetings.map(({ series, changes }) => [series, changes.map(({ key }) => key)])).toEqual([
        ['other', ['other/2026-12-10']],
        ['security-wg', ['security-wg/2026-12-10']],
      ])
      expect(meetings.map(({ urls }) => urls)).toEqual(
        [3, 4].map((number) => [`https://github.com/${HOME}/issues/${number}`]),
      )
      expect(out).not.toMatch(/labelIds|repositoryId/)
    })
  })
})
