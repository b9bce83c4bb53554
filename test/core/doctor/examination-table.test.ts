import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { examinationTable, examine } from '../../../src/core/doctor/examination-table.ts'
import type { DoctorMatter, State } from '../../../src/core/doctor/examination.ts'
import type { TokenFacts } from '../../../src/core/doctor/github-facts.ts'
import { WORKFLOW_VERSION } from '../../../src/core/doctor/workflow-text.ts'
import {
  daysAgo,
  DOWN,
  facts,
  healthy,
  HOME,
  judged,
  labelled,
  NOW,
  placesWith,
  refused,
  scoped,
  seen,
  WORKFLOW,
  withActions,
  withFacts,
  workspaceWith,
} from './healthy-matter.ts'

type Row = readonly [what: string, matter: DoctorMatter, state: State, says: string | RegExp]

const without = (...keys: (keyof DoctorMatter)[]): DoctorMatter =>
  Object.fromEntries(
    Object.entries(healthy).filter(([key]) => !keys.includes(key as keyof DoctorMatter)),
  ) as unknown as DoctorMatter

const token = (changes: Partial<TokenFacts>, more = {}): DoctorMatter =>
  withFacts({ token: seen({ ...scoped, ...changes }), ...more })

const app = { token: seen({ kind: 'app', scopes: [] } as const) }
const person = { token: seen({ kind: 'personal', scopes: [] } as const) }
const workflowBot = {
  viewer: seen({ login: 'github-actions[bot]', limit: 1000, remaining: 900, resetsAt: NOW }),
}
const run = (days: number, conclusion: string | null = 'success') =>
  withActions({
    lastRun: seen({
      startedAt: daysAgo(days),
      conclusion,
      url: 'https://github.com/example/wg/actions/runs/7',
    }),
  })
const weekly = (matter: DoctorMatter): DoctorMatter => ({
  ...matter,
  workflow: WORKFLOW.replace('* * *', '* * 1'),
})
const settings = (changes: { mayOpenPullRequests?: boolean; defaultPermissions?: string }) =>
  withActions({ settings: seen({ mayOpenPullRequests: true, defaultPermissions: 'read', ...changes }) })
const SWITCHES = 'https://github.com/example/wg/settings/actions'
const PAGE = 'https://github.com/example/wg/actions/workflows/wg.yml'

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'files-can-be-read': [
    ['no workspace', without('workspace'), 'wrong', 'wg init'],
    ['errors in files', { ...healthy, faults: 2 }, 'wrong', 'wg check'],
  ],
  'zone-data-is-new': [
    ['last year', { ...healthy, zoneData: '2025a', now: new Date('2026-12-31T23:00Z') }, 'fine', '2025a'],
    [
      'surely more than a year',
      { ...healthy, zoneData: '2025a', now: new Date('2027-01-01T00:00Z') },
      'warning',
      'newer release of Node',
    ],
  ],
  'token-is-there': [
    ['no token, and a series on GitHub', without('github', 'labels'), 'warning', 'goes into a file'],
    [
      'no token, and none needed',
      { ...without('github', 'labels'), workspace: workspaceWith('') },
      'fine',
      'files are the tracker',
    ],
  ],
  'token-is-accepted': [
    ['none', without('github'), 'unknown', 'There is no token'],
    [
      'revoked',
      withFacts({ token: refused(401, 'Bad credentials') }),
      'wrong',
      'https://github.com/settings/tokens',
    ],
    ['an address that is none', { ...healthy, github: DOWN.problem }, 'wrong', 'GitHub is down.'],
    ['GitHub is away', withFacts({ token: DOWN }), 'unknown', 'GitHub is down.'],
    ['scopes', token({ scopes: ['repo', 'read:org'] }), 'fine', /`ada-example`.*`repo`, `read:org`/],
    ['no scope', token({ scopes: [] }), 'fine', 'no scope'],
    ['an app', withFacts({ ...app, ...workflowBot }), 'fine', '`github-actions[bot]`'],
    ['with permissions', withFacts(person), 'fine', 'has permissions'],
  ],
  'token-lasts': [
    ['no end', healthy, 'fine', 'no day'],
    ['far', token({ expires: daysAgo(-15) }), 'fine', '2026-12-19T09:00:00Z'],
    ['near', token({ expires: daysAgo(-13) }), 'warning', /13 days[^]*settings\/tokens/],
    [
      'tomorrow',
      withFacts({ token: seen({ kind: 'personal', scopes: [], expires: daysAgo(-1) }) }),
      'warning',
      /1 day,[^]*personal-access-tokens/,
    ],
    ['an app', withFacts(app), 'fine', 'afresh'],
  ],
  'requests-are-left': [
    [
      'a tenth',
      withFacts({ viewer: seen({ login: 'a', limit: 1000, remaining: 100, resetsAt: NOW }) }),
      'fine',
      '100 of 1000',
    ],
    [
      'fewer',
      withFacts({ viewer: seen({ login: 'a', limit: 1000, remaining: 99, resetsAt: NOW }) }),
      'warning',
      '2026-12-04T09:00:00Z',
    ],
    ['not asked', withFacts({ viewer: DOWN }), 'unknown', 'Wait.'],
  ],
  'repositories-are-seen': [
    [
      'hidden',
      withFacts({ places: new Map([[HOME, { repository: refused(404), reads: {} }]]) }),
      'wrong',
      'cannot see `example/wg`',
    ],
    [
      'single sign-on',
      withFacts({
        places: new Map([
          [
            HOME,
            { repository: refused(403, 'Resource protected by organization SAML enforcement.'), reads: {} },
          ],
        ]),
      }),
      'wrong',
      'Configure SSO',
    ],
    [
      'GitHub is away',
      withFacts({ places: new Map([[HOME, { repository: DOWN, reads: {} }]]) }),
      'unknown',
      'GitHub is down.',
    ],
  ],
  'repositories-take-issues': [
    [
      'archived',
      withFacts({ places: placesWith({ archived: true }) }),
      'wrong',
      'https://github.com/example/wg/settings',
    ],
    ['without issues', withFacts({ places: placesWith({ hasIssues: false }) }), 'wrong', 'Turn on "Issues"'],
    ['no series', { ...healthy, workspace: workspaceWith('') }, 'fine', 'No series'],
  ],
  'token-may-write-issues': [
    ['scope and role', healthy, 'fine', 'may write issues in `example/wg`'],
    ['public_repo in a public one', token({ scopes: ['public_repo'] }), 'fine', 'may write'],
    [
      'public_repo in a private one',
      token({ scopes: ['public_repo'] }, { places: placesWith({ private: true }) }),
      'wrong',
      'lacks the scope `repo`',
    ],
    ['no scope', token({ scopes: ['read:org'] }), 'wrong', '`repo` or `public_repo`'],
    [
      'no role',
      withFacts({ places: placesWith({ push: false }) }),
      'wrong',
      'https://github.com/example/wg/settings/access',
    ],
    [
      'permissions, in public',
      withFacts(person),
      'unknown',
      'https://github.com/settings/personal-access-tokens',
    ],
    [
      'permissions, no role',
      withFacts({ ...person, places: placesWith({ push: false }) }),
      'wrong',
      'may only read',
    ],
    [
      'permissions, private, hidden',
      withFacts({ ...person, places: placesWith({ private: true }, { issues: refused(403) }) }),
      'wrong',
      'may not even read issues',
    ],
    [
      'permissions, private, seen',
      withFacts({ ...person, places: placesWith({ private: true }, { issues: seen(true) }) }),
      'unknown',
      '"Issues: Read and write"',
    ],
    [
      'an app',
      withFacts({ ...app, places: placesWith({ push: false }) }),
      'unknown',
      'https://github.com/example/wg/settings/installations',
    ],
    [
      'an app, private, hidden',
      withFacts({ ...app, places: placesWith({ private: true }, { issues: refused(403) }) }),
      'wrong',
      'may not even read',
    ],
    ['a workflow', withFacts({ ...app, ...workflowBot }), 'unknown', '"GITHUB_TOKEN Permissions"'],
    [
      'a workflow elsewhere',
      { ...withFacts({ ...app, ...workflowBot }), home: 'example/other' },
      'wrong',
      'only where the workflow is',
    ],
    ['no series', { ...healthy, workspace: workspaceWith('') }, 'fine', 'No series'],
  ],
  'token-may-write-contents': [
    ['scope and role', healthy, 'fine', 'branches'],
    ['no home', without('home'), 'unknown', 'repository: owner/name'],
    [
      'hidden in private',
      withFacts({
        ...app,
        ...workflowBot,
        places: placesWith({ private: true }, { contents: refused(403) }),
      }),
      'wrong',
      'contents: write',
    ],
  ],
  'token-may-write-pull-requests': [
    ['no scope', token({ scopes: [] }), 'wrong', 'pull requests'],
    [
      'hidden in private',
      withFacts({ ...person, places: placesWith({ private: true }, { 'pull-requests': refused(403) }) }),
      'wrong',
      '"Pull requests: Read and write"',
    ],
  ],
  'labels-are-there': [
    ['all', healthy, 'fine', 'there'],
    ['the label of issues', { ...healthy, labels: labelled('wg-agenda') }, 'warning', '`wg` makes it'],
    [
      'the label of agendas',
      { ...healthy, labels: labelled('meeting') },
      'warning',
      /nobody can[^]*https:\/\/github.com\/example\/wg\/labels/,
    ],
    ['not asked', { ...healthy, labels: DOWN.problem }, 'unknown', 'GitHub is down.'],
    [
      'not answered',
      {
        ...healthy,
        labels: {
          ...labelled(),
          repositories: new Map([
            [`${HOME} meeting`, { refused: DOWN.problem }],
            [`${HOME} wg-agenda`, { refused: DOWN.problem }],
          ]),
        },
      },
      'unknown',
      'cannot be seen',
    ],
    ['no series', { ...healthy, workspace: workspaceWith('') }, 'fine', 'No series'],
  ],
  'workflow-is-there': [
    [
      'nowhere',
      { ...without('workflow'), github: withActions({ workflow: seen('none') }).github! },
      'warning',
      'wg init --workflows',
    ],
    ['on GitHub alone', without('workflow'), 'fine', 'not in these files'],
  ],
  'workflow-is-up-to-date': [
    [
      'older',
      { ...healthy, workflow: WORKFLOW.replace('workflow 1', `workflow ${WORKFLOW_VERSION - 1}`) },
      'warning',
      'out of date',
    ],
    [
      'newer',
      { ...healthy, workflow: WORKFLOW.replace('workflow 1', `workflow ${WORKFLOW_VERSION + 1}`) },
      'warning',
      'newer version of `wg`',
    ],
    ['of a person', { ...healthy, workflow: `\n${WORKFLOW}` }, 'unknown', 'only its writer'],
    ['missing', without('workflow'), 'unknown', 'not in these files'],
  ],
  'workflow-is-on': [
    [
      'quiet',
      withActions({ workflow: seen({ state: 'disabled_inactivity', createdAt: NOW }) }),
      'wrong',
      PAGE,
    ],
    ['a fork', withActions({ workflow: seen({ state: 'disabled_fork', createdAt: NOW }) }), 'wrong', 'fork'],
    [
      'a person',
      withActions({ workflow: seen({ state: 'disabled_manually', createdAt: NOW }) }),
      'warning',
      'Ask why',
    ],
    [
      'deleted',
      withActions({ workflow: seen({ state: 'deleted', createdAt: NOW }) }),
      'wrong',
      'default branch, `main`',
    ],
    [
      'a state of tomorrow',
      withActions({ workflow: seen({ state: 'asleep', createdAt: NOW }) }),
      'unknown',
      '`asleep`',
    ],
    ['not pushed', withActions({ workflow: seen('none') }), 'wrong', 'default branch, `main`'],
    [
      'nowhere',
      { ...withActions({ workflow: seen('none') }), workflow: undefined } as unknown as DoctorMatter,
      'unknown',
      'no workflow',
    ],
    ['hidden', withActions({ workflow: refused(403) }), 'unknown', 'actions: read'],
  ],
  'actions-may-open-pull-requests': [
    ['allowed', healthy, 'fine', 'may open'],
    ['forbidden', settings({ mayOpenPullRequests: false }), 'wrong', SWITCHES],
    [
      'forbidden, and the organization',
      settings({ mayOpenPullRequests: false }),
      'wrong',
      'https://github.com/organizations/example/settings/actions',
    ],
    [
      'forbidden, with an app',
      {
        ...settings({ mayOpenPullRequests: false }),
        workflow: `${WORKFLOW}uses: actions/create-github-app-token@v2\n`,
      },
      'warning',
      SWITCHES,
    ],
    [
      'forbidden, with no workflow',
      { ...without('workflow'), github: settings({ mayOpenPullRequests: false }).github! },
      'warning',
      SWITCHES,
    ],
    ['no administrator', withActions({ settings: refused(403) }), 'unknown', SWITCHES],
  ],
  'workflow-tokens-only-read': [
    ['read', healthy, 'fine', 'only read'],
    ['write', settings({ defaultPermissions: 'write' }), 'warning', SWITCHES],
    ['no administrator', withActions({ settings: refused(404) }), 'unknown', 'administrator'],
  ],
  'schedule-is-alive': [
    ['two pauses and six hours', run(2.25), 'fine', '2026-12-02T03:00:00Z'],
    ['longer', run(2.3), 'warning', 'Run workflow'],
    ['four pauses and two days', run(6), 'warning', '6 days ago'],
    ['longer still', run(6.01), 'wrong', 'cron:'],
    [
      'half a day of one that runs every three hours',
      { ...run(0.55), workflow: WORKFLOW.replace('5 * * *', '*/3 * * *') },
      'warning',
      '13 hours ago',
    ],
    ['two weeks of a weekly one', weekly(run(14)), 'fine', 'ran last'],
    ['a month of a weekly one', weekly(run(31)), 'wrong', 'dead'],
    [
      'a file on GitHub alone counts as daily',
      { ...without('workflow'), github: run(3).github! },
      'warning',
      '3 days ago',
    ],
    ['never', withActions({ lastRun: seen('none') }), 'wrong', 'never run'],
    [
      'not yet',
      withActions({ lastRun: seen('none'), workflow: seen({ state: 'active', createdAt: daysAgo(1) }) }),
      'unknown',
      'new',
    ],
    [
      'turned off',
      withActions({ workflow: seen({ state: 'disabled_manually', createdAt: NOW }) }),
      'unknown',
      'turned on',
    ],
    ['hidden', withActions({ lastRun: refused(403) }), 'unknown', 'Actions: Read'],
  ],
  'schedule-stays-alive': [
    ['44 days', withFacts({ places: placesWith({ pushedAt: daysAgo(44) }) }), 'fine', '45 days'],
    ['45 days', withFacts({ places: placesWith({ pushedAt: daysAgo(45) }) }), 'warning', 'in 15 days'],
    ['60 days', withFacts({ places: placesWith({ pushedAt: daysAgo(60) }) }), 'warning', 'any day'],
    [
      '60 days in private',
      withFacts({ places: placesWith({ pushedAt: daysAgo(60), private: true }) }),
      'fine',
      'private',
    ],
    ['hidden', withActions({ workflow: refused(403) }), 'unknown', 'may not see'],
  ],
  'last-run-succeeded': [
    ['success', healthy, 'fine', 'did not fail'],
    ['under way', run(0, null), 'fine', 'under way'],
    ['failure', run(1, 'failure'), 'warning', 'https://github.com/example/wg/actions/runs/7'],
    ['none', withActions({ lastRun: seen('none') }), 'unknown', 'not run yet'],
  ],
}

test('every examination is tried', () => {
  expect(Object.keys(ROWS).sort()).toEqual(examinationTable.map(({ name }) => name).sort())
})

describe.each(Object.entries(ROWS))('%s', (name, rows) => {
  test.each(rows)('%s', (_what, matter, state, says) => {
    const { states, text } = judged(name, matter)
    expect([text, states]).toEqual([text, [state]])
    if (typeof says === 'string') expect(text).toContain(says)
    else expect(text).toMatch(says)
  })
})

test('every examination stands in docs/doctor.md', () => {
  const page = readFileSync(new URL('../../../docs/doctor.md', import.meta.url), 'utf8')
  expect(examinationTable.filter(({ name }) => !page.includes(`| \`${name}\``))).toEqual([])
})

test('with a healthy group, everything is fine', () => {
  expect(examine(healthy).filter(({ state }) => state !== 'fine')).toEqual([])
})

test('what is not fine says what to do, or that nobody can know', () => {
  const results = Object.values(ROWS)
    .flat()
    .flatMap(([, matter]) => examine(matter))
  const helpless = results.filter(
    ({ state, hint }) => (state === 'wrong' || state === 'warning') && hint === undefined,
  )
  expect(helpless).toEqual([])
})

test('each repository of several series is looked at once', () => {
  const places = new Map([...facts.places, ['example/other', { repository: refused(404), reads: {} }]])
  const workspace = workspaceWith('{ repository: example/other }')
  expect(judged('repositories-are-seen', { ...withFacts({ places }), workspace }).states).toEqual([
    'fine',
    'wrong',
  ])
})
