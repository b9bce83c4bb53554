import type { Day } from '../time/day.ts'
import { type Bodies, bodyName, describeFate, fateOn } from './body-on.ts'
import type { Charter } from './charter.ts'
import { existsOn, stateOn } from './history.ts'
import { UNDECIDED } from './written-charter.ts'

/** A team, a body outside, or what is undecided. */
export interface ChartNode {
  /** Kebab-case; unique among the nodes. */
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

/** The chart of the teams that are there on a day, in the order of their names, and of whom they answer to. */
export function chartOn(day: Day, title: string, bodies: Bodies): Chart {
  const teams = [...bodies.charters.values()].filter((charter) => existsOn(charter, day))
  const lines = teams.flatMap(linesOf)
  const gone = [...new Set(lines.map(({ to }) => to))].flatMap((from): ChartEdge[] => {
    const to = fateOn(from, day, bodies)?.successor
    return to === undefined ? [] : [{ from, to, kind: 'merged into' }]
  })
  const edges = [...lines, ...gone]
  const others = new Set(edges.map(({ to }) => to))
  for (const { team } of teams) others.delete(team)
  const nodes = [
    ...teams.map((charter): ChartNode => teamNode(charter, day)),
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

function linesOf({ team, partOf, reportsTo }: Charter): ChartEdge[] {
  return [
    ...(partOf === undefined ? [] : [{ from: team, to: partOf, kind: 'part of' as const }]),
    ...(reportsTo === undefined ? [] : [{ from: team, to: reportsTo, kind: 'reports to' as const }]),
  ]
}

function teamNode(charter: Charter, day: Day): ChartNode {
  return { id: charter.team, kind: 'team', name: charter.name, detail: stateOn(charter, day) ?? '' }
}

function otherNode(id: string, day: Day, bodies: Bodies): ChartNode {
  if (id === UNDECIDED) return { id, kind: 'open', name: 'undecided', detail: '' }
  const fate = fateOn(id, day, bodies)
  const detail = fate === undefined ? '' : describeFate(fate).replaceAll('`', '')
  return { id, kind: fate === undefined ? 'body' : 'gone', name: bodyName(id, bodies), detail }
}

function describe(nodes: readonly ChartNode[], edges: readonly ChartEdge[]): string {
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const verbs = {
    'part of': 'is part of',
    'reports to': 'reports to',
    'merged into': 'was merged into',
  } as const
  const states = nodes
    .filter(({ kind }) => kind === 'team')
    .map(({ name, detail }) => `${name} is ${detail}.`)
  const lines = edges.map(({ from, to, kind }) =>
    to === UNDECIDED
      ? `To whom ${names.get(from) ?? from} reports is undecided.`
      : `${names.get(from) ?? from} ${verbs[kind]} ${names.get(to) ?? to}.`,
  )
  return [...states, ...lines].join(' ')
}
