import type { Day } from '../time/day.ts'
import { type Bodies, bodyNameOn, describeFate, fateOn } from './body-on.ts'
import type { Charter } from './charter.ts'
import { charterOn, existsOn, NOT_RECORDED, stateOn } from './history.ts'
import { UNREAD, unreadTeams } from './unread-teams.ts'
import { UNDECIDED } from './written-charter.ts'

/** A team, a body outside, or what is undecided. */
export interface ChartNode {
  /** In kebab-case, or with two dashes where it is no name of a team; unique among the nodes. */
  readonly id: string
  readonly kind: 'team' | 'body' | 'gone' | 'open'
  readonly name: string
  /** The state of a team, or what became of a body; empty for a body that is there. */
  readonly detail: string
}

/** A line from a team to what it belongs to or answers to. */
export interface ChartEdge {
  readonly from: string
  readonly to: string
  readonly kind: 'part of' | 'reports to' | 'merged into'
}

/** Which team is part of which, and who reports to whom. */
export interface Chart {
  readonly title: string
  /** The whole chart in sentences, for those who cannot see it. */
  readonly description: string
  readonly nodes: readonly ChartNode[]
  readonly edges: readonly ChartEdge[]
}

/** Where a line leads when nobody has written down whom a team answered to; no team can have such a name. */
const UNRECORDED = 'not--recorded'

/** The chart of the teams that are there on a day, in the order of their names, and of whom they answer to, as the charters were then. */
export function chartOn(day: Day, title: string, bodies: Bodies): Chart {
  const teams = [...bodies.charters.values()]
    .filter((charter) => existsOn(charter, day))
    .map((charter) => charterOn(charter, day))
  const lines = teams.flatMap(linesOf)
  const gone = [...new Set(lines.map(({ to }) => to))].flatMap((from): ChartEdge[] => {
    const to = fateOn(from, day, bodies)?.successor
    return to === undefined ? [] : [{ from, to, kind: 'merged into' }]
  })
  const edges = [...lines, ...gone]
  const unread = unreadTeams(bodies)
  const others = new Set(edges.map(({ to }) => to))
  for (const team of [...teams.map(({ team }) => team), ...unread]) others.delete(team)
  const nodes = [
    ...teams.map((charter): ChartNode => teamNode(charter, day)),
    ...unread.map((id): ChartNode => ({ id, kind: 'open', name: id, detail: UNREAD })),
    ...[...others].map((id) => otherNode(id, day, bodies)),
  ]
  return { title, description: describe(nodes, edges), nodes, edges }
}

/** The part of a chart that is about one of its nodes: what it has lines to and from, and what became of that. */
export function chartAround(id: string, title: string, chart: Chart): Chart {
  const own = chart.edges.filter(({ from, to }) => from === id || to === id)
  const near = new Set(own.flatMap(({ from, to }) => [from, to]))
  const gone = chart.edges.filter(({ from, kind }) => kind === 'merged into' && near.has(from))
  const edges = chart.edges.filter((edge) => own.includes(edge) || gone.includes(edge))
  const shown = new Set([id, ...edges.flatMap(({ from, to }) => [from, to])])
  const nodes = chart.nodes.filter((node) => shown.has(node.id))
  return { title, description: describe(nodes, edges), nodes, edges }
}

function linesOf({ team, partOf, reportsTo, unrecorded }: Charter): ChartEdge[] {
  const body = unrecorded.includes('reports-to') ? UNRECORDED : reportsTo
  return [
    ...(partOf === undefined ? [] : [{ from: team, to: partOf, kind: 'part of' as const }]),
    ...(body === undefined ? [] : [{ from: team, to: body, kind: 'reports to' as const }]),
  ]
}

function teamNode(charter: Charter, day: Day): ChartNode {
  return { id: charter.team, kind: 'team', name: charter.name, detail: stateOn(charter, day) ?? '' }
}

/** What stands where no body does. */
const OPEN: ReadonlyMap<string, string> = new Map([
  [UNDECIDED, 'undecided'],
  [UNRECORDED, NOT_RECORDED],
])

function otherNode(id: string, day: Day, bodies: Bodies): ChartNode {
  const open = OPEN.get(id)
  if (open !== undefined) return { id, kind: 'open', name: open, detail: '' }
  const fate = fateOn(id, day, bodies)
  const detail = fate === undefined ? '' : describeFate(fate).replaceAll('`', '')
  return { id, kind: fate === undefined ? 'body' : 'gone', name: bodyNameOn(id, day, bodies), detail }
}

function describe(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const verbs = {
    'part of': 'is part of',
    'reports to': 'reports to',
    'merged into': 'was merged into',
  } as const
  const states = nodes.flatMap(({ kind, name, detail }) =>
    kind === 'team' ? [`${name} is ${detail}.`] : detail === UNREAD ? [`${name} ${UNREAD}.`] : [],
  )
  const lines = edges.map(({ from, to, kind }) =>
    OPEN.has(to)
      ? `To whom ${names.get(from) ?? from} reports is ${OPEN.get(to) ?? ''}.`
      : `${names.get(from) ?? from} ${verbs[kind]} ${names.get(to) ?? to}.`,
  )
  return [...states, ...lines].join(' ')
}
