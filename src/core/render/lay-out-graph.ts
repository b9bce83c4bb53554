import * as dagre from '@dagrejs/dagre'

/** A box to be placed; x and y are its middle. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line as it was laid out, and where its words stand. */
export interface Route {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  readonly x?: number
  readonly y?: number
}

type Size = Pick<Box, 'width' | 'height'>

/** What is to be laid out: boxes by their names, and lines between them, each once of its kind. */
export interface Layable {
  readonly boxes: ReadonlyMap<string, Size>
  readonly lines: readonly {
    readonly from: string
    readonly to: string
    readonly kind: string
    readonly label: Size
  }[]
}

export interface LaidOut extends Size {
  readonly box: (id: string) => Box
  readonly route: (line: Layable['lines'][number]) => Route
}

/** The part of dagre that is used here; the types that it ships cannot be resolved by TypeScript's rules for modules of Node. */
interface Dagre {
  readonly Graph: new (options: { multigraph: true }) => {
    setGraph: (options: object) => void
    setNode: (id: string, size: Size) => void
    setEdge: (line: { v: string; w: string; name: string }, label: object) => void
    graph: () => { readonly width?: number; readonly height?: number }
    node: (id: string) => Box
    edge: (from: string, to: string, kind: string) => Route
  }
  readonly layout: (graph: object) => void
}

const { Graph, layout } = dagre as unknown as Dagre

const MARGIN = 16

/** Places boxes in layers, what is pointed at above what points, and leads lines around them. */
export function layOutGraph({ boxes, lines }: Layable): LaidOut {
  const graph = new Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'BT', nodesep: 28, ranksep: 64, marginx: MARGIN, marginy: MARGIN })
  for (const [id, size] of boxes) graph.setNode(id, { ...size })
  for (const { from, to, kind, label } of lines)
    graph.setEdge({ v: from, w: to, name: kind }, { ...label, labelpos: 'c' })
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  const atLeast = (value: number) => (Number.isFinite(value) ? Math.max(value, 2 * MARGIN) : 2 * MARGIN)
  return {
    width: atLeast(width),
    height: atLeast(height),
    box: (id) => graph.node(id),
    route: ({ from, to, kind }) => graph.edge(from, to, kind),
  }
}
