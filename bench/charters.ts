import { parseDocument } from 'yaml'
import { charterAsJson } from '../src/core/charters/charter-as-json.ts'
import { chartOn } from '../src/core/charters/chart.ts'
import { runChecks } from '../src/core/checks/check-table.ts'
import { chartAsMermaid } from '../src/core/render/chart-mermaid.ts'
import { chartAsSvg } from '../src/core/render/chart-svg.ts'
import { parseDay } from '../src/core/time/day.ts'
import { readWorkspace } from '../src/core/workspace.ts'

const PEOPLE = 700
const TEAMS = 200
const ROUNDS = 5
const now = new Date('2026-06-01T00:00:00Z')
const past = parseDay('2017-06-01')

/** A workspace of an invented foundation, whose teams were renamed and answer to another body since. */
function makeTexts(): Map<string, string> {
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    const teams = [n % TEAMS, (n * 7 + 3) % TEAMS].map(
      (team, index) =>
        `      - { team: team-${team}${index === 0 && n < TEAMS ? ', role: chair' : ''}, since: 20${15 + (n % 9)}-01-01 }\n`,
    )
    return `  - login: person-${n.toString(36)}-x\n    name: Person ${n}\n    serves:\n${teams.join('')}`
  })
  const texts = new Map([
    [
      'wg.yml',
      'name: Foundation\nbodies:\n  tsc: Steering Committee\n  ctc: { name: Core Committee, state: merged, into: tsc, since: 2018-01-01 }\n',
    ],
    ['members.yml', `members:\n${people.join('')}`],
  ])
  for (let team = 0; team < TEAMS; team += 1) texts.set(`charters/team-${team}.md`, charter(team))
  return texts
}

function charter(team: number): string {
  const head = [
    `name: Team ${team}`,
    'kind: working-group',
    ...(team === 0 ? [] : [`part-of: team-${Math.floor((team - 1) / 9)}`]),
    'reports-to: tsc',
    `mission: Keeps part ${team}.`,
    'roles:',
    '  - { id: chair, min: 1, max: 3, term: 20 years }',
    'membership: { min: 1, employer-cap: 1/2 }',
    'decision: { quorum: 1/2 }',
    'history:',
    `  - { date: 2014-01-01, state: proposed, name: Old team ${team}, reports-to: ctc }`,
    '  - { date: 2015-01-01, state: chartered, body: ctc, link: https://example.org }',
    `  - { date: 2019-01-01, state: chartered, body: tsc, link: https://example.org, name: Team ${team}, reports-to: tsc }`,
  ]
  const sections = [
    ['Mission', `It keeps part ${team}.`],
    ['Scope', ''],
    ['In scope', `- Part ${team}\n- What belongs to it`],
    ['Out of scope', '- Every other part'],
    ['Responsibilities', '- To answer within a week'],
  ].map(([title, text]) => `${title?.includes(' ') ? '###' : '##'} ${title}\n\n${text}\n`)
  return `---\n${head.join('\n')}\n---\n\n# Team ${team}\n\n${sections.join('\n')}`
}

/** The median time of some rounds, in milliseconds of processor time. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  })
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0
}

function main(): void {
  if (past === undefined) throw new Error('no day')
  const texts = makeTexts()
  const { workspace, problems } = readWorkspace(texts)
  if (problems.length > 0) throw new Error(problems[0]?.message)
  const sources = [...texts].map(([file, text]) =>
    file.endsWith('.md') ? (text.split('---\n')[1] ?? '') : text,
  )
  const list = (read = workspace) =>
    [...read.charters.values()].map((each) => charterAsJson(each, past, read))
  const chart = () => chartOn(past, 'Teams', workspace)
  const base = measure(() => sources.map((text) => parseDocument(text).toJS() as unknown))
  const rows: readonly (readonly [string, number])[] = [
    ['`yaml` parses all files', base],
    ['list: read, and each charter as it was on a day', measure(() => list(readWorkspace(texts).workspace))],
    ['… of which the charters of the day alone', measure(() => list())],
    ['check: read and checked', measure(() => runChecks({ workspace: readWorkspace(texts).workspace, now }))],
    ['… of which the checks alone', measure(() => runChecks({ workspace, now }))],
    ['chart of a day as Mermaid, without reading', measure(() => chartAsMermaid(chart()))],
    ['chart of a day as SVG, without reading', measure(() => chartAsSvg(chart()))],
  ]
  console.log('| What | Processor time | Against `yaml` |\n| --- | ---: | ---: |')
  for (const [what, time] of rows)
    console.log(`| ${what} | ${time.toFixed(0)} ms | ${(time / base).toFixed(2)} |`)
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    `\n${runChecks({ workspace, now }).length} findings; ${memory.toFixed(0)} MB of memory at most.`,
  )
}

main()
