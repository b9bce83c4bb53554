import { parseDocument } from 'yaml'
import { runChecks } from '../src/core/checks/check-table.ts'
import { renderPage } from '../src/core/pages/render-page.ts'
import { planRetire } from '../src/core/plan/roster-change.ts'
import { readWorkspace } from '../src/core/workspace.ts'

const PEOPLE = 1500
const TEAMS = 770
const TERMS = 3600
const ROUNDS = 5
const now = new Date('2026-06-01T00:00:00Z')

/** Numbers from 0 to 1 that are the same in every run: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A workspace of an invented foundation: people, teams, terms. */
function makeTexts(): Map<string, string> {
  const random = seeded(6)
  const terms = Array.from({ length: PEOPLE }, (): string[] => [])
  for (let made = 0; made < TERMS; made += 1) {
    const serves = terms[made < PEOPLE ? made : Math.floor(random() * PEOPLE)] ?? []
    const since = 2015 + Math.floor(random() * 10)
    const until = random() < 0.3 ? `\n        until: ${since + 1}-03-31` : ''
    const role = made % 7 === 0 ? '\n        role: chair' : ''
    const team = `team-${(made * 7 + serves.length) % TEAMS}`
    serves.push(
      `      - team: ${team}${role}\n        since: ${since}-0${1 + Math.floor(random() * 9)}-01${until}\n`,
    )
  }
  const people = terms.map(
    (serves, n) =>
      `  - login: person-${n.toString(36)}-x\n    name: Person ${n}\n    id: ${n + 1}\n    time-zone: Europe/Vienna\n    employer: Employer ${n % 90}\n    serves:\n${serves.join('')}`,
  )
  const texts = new Map([
    ['wg.yml', 'name: Foundation\n'],
    ['members.yml', `members:\n${people.join('')}`],
  ])
  for (let team = 0; team < TEAMS; team += 1) {
    texts.set(`charters/team-${team}.md`, charter(team))
  }
  return texts
}

function charter(team: number): string {
  const partOf = team === 0 ? '' : `part-of: team-${Math.floor((team - 1) / 9)}\n`
  return `---\nname: Team ${team}\n${partOf}mission: Keeps part ${team}.\nroles:\n  - { id: chair, min: 1, max: 3, term: 20 years }\nmembership: { min: 1, employer-cap: 1/2 }\ndecision: { quorum: 1/2 }\nhistory:\n  - { date: 2014-01-01, state: chartered, body: team-0, link: https://example.org }\n---\n\n# Team ${team}\n\nText.\n`
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
  const texts = makeTexts()
  const roster = texts.get('members.yml') ?? ''
  const heads = [...texts].flatMap(([file, text]) =>
    file.endsWith('.md') ? [text.split('---\n')[1] ?? ''] : [],
  )
  const { workspace, problems } = readWorkspace(texts)
  if (problems.length > 0) throw new Error(problems[0]?.message)
  const pages = `${Array.from({ length: TEAMS }, (_, team) => `<!-- wg:roster team=team-${team} style=table -->\n<!-- /wg:roster -->\n\n<!-- wg:emeritus team=team-${team} -->\n<!-- /wg:emeritus -->\n`).join('\n')}\n<!-- wg:teams style=table -->\n<!-- /wg:teams -->\n`
  const matter = { workspace, now, file: 'README.md' }
  const rendered = renderPage(pages, matter).text ?? ''
  const parse = measure(() => parseDocument(roster).toJS() as unknown)
  const parseAll = measure(() => [roster, ...heads].map((text) => parseDocument(text).toJS() as unknown))
  const rows: readonly (readonly [string, number, number])[] = [
    ['`yaml` parses members.yml', parse, parse],
    ['`yaml` parses members.yml and the heads of all charters', parseAll, parseAll],
    [
      'the workspace is read and checked',
      measure(() => runChecks({ workspace: readWorkspace(texts).workspace, now })),
      parseAll,
    ],
    ['… of which the checks alone', measure(() => runChecks({ workspace, now })), parseAll],
    [
      'a person is retired (plan)',
      measure(() => planRetire('person-0-x', { until: 'unknown', planned: false }, { workspace, now })),
      parse,
    ],
    [
      `a page with ${TEAMS * 2 + 1} blocks is filled for the first time`,
      measure(() => renderPage(pages, matter)),
      parse,
    ],
    ['… and again, when nothing has changed', measure(() => renderPage(rendered, matter)), parse],
  ]
  console.log('| What | Processor time | Against `yaml` |\n| --- | ---: | ---: |')
  for (const [what, time, base] of rows)
    console.log(`| ${what} | ${time.toFixed(0)} ms | ${(time / base).toFixed(2)} |`)
  const count = runChecks({ workspace, now }).length
  const memory = process.resourceUsage().maxRSS / 1024
  console.log(
    `\nmembers.yml has ${(roster.length / 1024).toFixed(0)} kB; ${count} findings; ${memory.toFixed(0)} MB of memory at most.`,
  )
}

main()
