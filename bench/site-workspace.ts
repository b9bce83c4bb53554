/** Minutes of all series together, as a foundation of that size had them. */
export const MINUTES = 1700
export const SERIES = 26
export const PEOPLE = 300

/** The moment at which the invented workspace is looked at. */
export const NOW = '2026-06-01T09:00Z'

const MS_PER_DAY = 86_400_000
const FIRST = Date.parse('2023-11-20T00:00:00Z')
const ZONES = ['America/New_York', 'Europe/Vienna', 'Asia/Kolkata', 'America/Los_Angeles', 'UTC']
const WORDS =
  'the report of every release was read and nobody had looked at a queue that grows while we wait for reviewers so people who answer first should write down what they know before it is forgotten in another thread about signing keys mirrors and old branches which still get patches from vendors under embargo'.split(
    ' ',
  )

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

/** The files of a workspace of an invented foundation, by path: teams that meet every two weeks and write minutes of about 4 kB. */
export function inventWorkspace(): ReadonlyMap<string, string> {
  const random = seeded(9)
  const series = Array.from({ length: SERIES }, (_, n) => n)
  const minutes = Array.from({ length: MINUTES }, (_, n): [string, string] => {
    const [team, turn] = [n % SERIES, Math.floor(n / SERIES)]
    const day = dayOf(team, turn)
    return [`meetings/team-${team}/${day}.md`, minutesOf(team, { day, turn, random })]
  })
  return new Map([
    [
      'wg.yml',
      'name: Foundation\nsite: https://example.org/foundation\nrepository: example/foundation\nbodies:\n  board: The Board\n',
    ],
    ['members.yml', roster()],
    ...series.map((n): [string, string] => [`charters/team-${n}.md`, charter(n)]),
    ...series.map((n): [string, string] => [`meetings/team-${n}.yml`, seriesFile(n)]),
    ...minutes,
  ])
}

function dayOf(team: number, turn: number): string {
  return new Date(FIRST + (team % 5) * MS_PER_DAY + turn * 14 * MS_PER_DAY).toISOString().slice(0, 10)
}

function roster(): string {
  const people = Array.from({ length: PEOPLE }, (_, n) => {
    const until = n % 11 === 0 ? ', until: 2025-03-31' : ''
    const second = n % 3 === 0 ? `\n      - { team: team-${(n * 7 + 3) % SERIES}, since: 2024-06-01 }` : ''
    return `  - login: person-${n}-x\n    name: ${nameOf(n)}\n    time-zone: Europe/Vienna\n    serves:\n      - { team: team-${n % SERIES}${n < SERIES ? ', role: chair' : ''}, since: 2023-01-01${until} }${n % SERIES === (n * 7 + 3) % SERIES ? '' : second}\n`
  })
  return `members:\n${people.join('')}`
}

function nameOf(person: number): string {
  const given = [
    'Ada',
    'Ben',
    'Cyd',
    'Dee',
    'Eve',
    'Fin',
    'Gus',
    'Hal',
    'Ida',
    'Jo',
    'Kit',
    'Lou',
    'Max',
    'Nia',
    'Oz',
  ]
  const number = Math.floor(person / given.length)
  const family = `${['Sam', 'Mus', 'Ejem', 'Prik', 'Bei'][number % 5] ?? ''}${['ple', 'ter', 'plo', 'lad'][Math.floor(number / 5)] ?? ''}`
  return `${given[person % given.length] ?? ''} ${family}`
}

function charter(team: number): string {
  const partOf = team === 0 ? '' : `part-of: team-${Math.floor((team - 1) / 5)}\n`
  return `---\nname: Team ${team}\nkind: working-group\n${partOf}reports-to: board\nmission: Keeps part ${team}.\nmembership: { inactivity: { missed-meetings: 4 } }\ndecision: { quorum: 1/2 }\nhistory:\n  - { date: 2023-01-01, state: chartered, body: board, link: "https://example.org/votes/${team}" }\n---\n\n# Team ${team}\n\n## Mission\n\nKeep part ${team}, as [the minutes](../meetings/team-${team}/${dayOf(team, 0)}.md) say.\n\n## Scope\n\n### In scope\n\n- Part ${team}\n- What belongs to it\n\n### Out of scope\n\n- Every other part\n`
}

function seriesFile(team: number): string {
  return `title: Team ${team}\nteam: team-${team}\nstarts: ${dayOf(team, 0)} ${10 + (team % 9)}:00\nzone: ${ZONES[team % ZONES.length] ?? ''}\nduration: 1 hour\nrepeats: every 2 weeks\njoin: https://meet.example.org/team-${team}\ngithub: { repository: example/team-${team}, labels: [meeting] }\n`
}

interface Sitting {
  readonly day: string
  readonly turn: number
  readonly random: () => number
}

function minutesOf(team: number, { day, turn, random }: Sitting): string {
  const pick = (most: number) => Math.floor(random() * most)
  const team11 = Array.from({ length: 11 }, (_, n) => team + SERIES * n)
  const person = (n: number) => `${nameOf(n)} (@person-${n}-x)`
  const here = team11.filter(() => random() < 0.7)
  const said = (length: number) => prose(length, random)
  const topics = Array.from({ length: 4 }, (_, topic) => {
    const issue = 100 + pick(900)
    const points = Array.from(
      { length: 3 + pick(3) },
      () => `- ${nameOf(team11[pick(11)] ?? 0)}: ${said(14 + pick(16))}`,
    )
    return `### ${said(4)} [#${issue}](https://github.com/example/team-${team}/issues/${issue})\n\n${said(30)} **${said(2)}** and \`${said(1)}-${topic}\`.\n\n${points.join('\n')}\n`
  })
  const decisions = Array.from({ length: 1 + pick(3) }, () => `- DECISION: ${said(10)}.`)
  const actions = Array.from(
    { length: 2 + pick(3) },
    () =>
      `- [${turn < 60 ? 'x' : ' '}] @person-${team11[pick(11)] ?? 0}-x to ${said(7)}, as agreed on ${day}`,
  )
  const before = turn === 0 ? '' : ` See [the last minutes](${dayOf(team, turn - 1)}.md).`
  return `# Team ${team} Meeting ${day}\n\n## Links\n\n* **Recording**: https://video.example.org/team-${team}/${day}\n* **Issue**: https://github.com/example/team-${team}/issues/${turn + 1}\n\n## Present\n\n${here.map((n) => `- ${person(n)}`).join('\n')}\n\n## Agenda\n\n${said(20)}.${before}\n\n${topics.join('\n')}\n## Decisions\n\n${decisions.join('\n')}\n\n## Actions\n\n${actions.join('\n')}\n`
}

function prose(length: number, random: () => number): string {
  return Array.from({ length }, () => WORDS[Math.floor(random() * WORDS.length)] ?? '').join(' ')
}
