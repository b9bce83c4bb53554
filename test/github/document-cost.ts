import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql'

/** What GitHub counts before it runs a document. */
export interface DocumentCost {
  /** Points: the requests that would fetch each connection once, divided by 100, at least 1. */
  readonly cost: number
  /** The nodes that the pages could hold together. */
  readonly nodes: number
  /** The connection at which the nodes first exceeded the limit. */
  readonly tooMuchAt?: { readonly field: string; readonly nodes: number }
}

/** A call may ask for so many nodes (docs: node limit). */
export const NODE_LIMIT = 500_000

/** The largest page; taken for a page size in a variable whose value is not known. */
const LARGEST_PAGE = 100

type Variables = Readonly<Record<string, unknown>>

interface Walk {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly variables: Variables
  connections: number
  nodes: number
  tooMuchAt?: { readonly field: string; readonly nodes: number }
}

/**
 * Counts points and nodes by the formulas of GitHub's docs ("Rate limits and query limits for the GraphQL API").
 * Fields that are asked twice under one name in one type count once. The document must be valid.
 */
export function documentCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, variables }: { readonly operation: OperationDefinitionNode; readonly variables: Variables },
): DocumentCost {
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap((definition) =>
      definition.defaultValue ? [[definition.variable.name.value, literal(definition.defaultValue, {})]] : [],
    ),
  )
  const walk: Walk = { schema, document, variables: { ...defaults, ...variables }, connections: 0, nodes: 0 }
  const root = schema.getRootType(operation.operation)
  if (root) walkSelections(walk, operation.selectionSet.selections, { type: root, times: 1 })
  const cost = Math.max(1, Math.round(walk.connections / 100))
  return { cost, nodes: walk.nodes, ...(walk.tooMuchAt && { tooMuchAt: walk.tooMuchAt }) }
}

interface Scope {
  readonly type: GraphQLNamedType
  /** How often this place of the document can be reached. */
  readonly times: number
}

function walkSelections(walk: Walk, selections: readonly SelectionNode[], scope: Scope): void {
  for (const [type, fields] of collectFields(walk, selections, scope.type)) {
    for (const group of fields.values()) walkField(walk, group, { type, times: scope.times })
  }
}

type FieldGroups = Map<GraphQLNamedType, Map<string, FieldNode[]>>

/** The fields by the type that they are asked of and the name of their answer; fragments are looked into. */
function collectFields(
  walk: Walk,
  selections: readonly SelectionNode[],
  type: GraphQLNamedType,
): FieldGroups {
  const groups: FieldGroups = new Map()
  const collect = (list: readonly SelectionNode[], parent: GraphQLNamedType) => {
    for (const selection of list) {
      if (isSkipped(walk, selection)) continue
      if (selection.kind === Kind.FIELD) {
        const fields = groups.get(parent) ?? new Map<string, FieldNode[]>()
        const name = selection.alias?.value ?? selection.name.value
        groups.set(parent, fields.set(name, [...(fields.get(name) ?? []), selection]))
        continue
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : findFragment(walk, selection.name.value)
      const condition = fragment?.typeCondition
        ? walk.schema.getType(fragment.typeCondition.name.value)
        : parent
      if (fragment && condition) collect(fragment.selectionSet.selections, condition)
    }
  }
  collect(selections, type)
  return groups
}

function findFragment({ document }: Walk, name: string) {
  return document.definitions.find(
    (part) => part.kind === Kind.FRAGMENT_DEFINITION && part.name.value === name,
  ) as Extract<DocumentNode['definitions'][number], { kind: Kind.FRAGMENT_DEFINITION }> | undefined
}

function isSkipped({ variables }: Walk, { directives = [] }: SelectionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = given[0] && literal(given[0].value, variables)
    return (name.value === 'skip' && condition === true) || (name.value === 'include' && condition === false)
  })
}

function walkField(walk: Walk, group: readonly FieldNode[], { type, times }: Scope): void {
  const [first] = group
  if (first === undefined || !(isObjectType(type) || isInterfaceType(type))) return
  const definition = type.getFields()[first.name.value]
  if (definition === undefined) return
  const inner = getNamedType(definition.type)
  const pages =
    definition.args.some((argument) => argument.name === 'first') && inner.name.endsWith('Connection')
  const size = pages ? pageSize(walk, first) : listSize(walk, first)
  if (pages) count(walk, first.name.value, { times, size })
  const selections = group.flatMap((field) => field.selectionSet?.selections ?? [])
  if (isCompositeType(inner)) walkSelections(walk, selections, { type: inner, times: times * size })
}

function count(walk: Walk, field: string, { times, size }: { times: number; size: number }): void {
  walk.connections += times
  walk.nodes += times * size
  if (walk.nodes > NODE_LIMIT) walk.tooMuchAt ??= { field, nodes: walk.nodes }
}

/** A connection without `first` and `last` (only counted) has no nodes. */
function pageSize({ variables }: Walk, field: FieldNode): number {
  const given = argument(field, 'first') ?? argument(field, 'last')
  if (given === undefined) return 0
  const value = literal(given.value, variables)
  return typeof value === 'number' ? Math.max(0, value) : LARGEST_PAGE
}

/** `nodes(ids:)` is as long as its ids; every other field stands for one. */
function listSize({ variables }: Walk, field: FieldNode): number {
  const ids = field.name.value === 'nodes' ? argument(field, 'ids') : undefined
  const value = ids && literal(ids.value, variables)
  if (ids === undefined) return 1
  return Array.isArray(value) ? value.length : LARGEST_PAGE
}

function argument(field: FieldNode, name: string): ArgumentNode | undefined {
  return field.arguments?.find((given) => given.name.value === name)
}

function literal(value: ValueNode, variables: Variables): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value]
  if (value.kind === Kind.INT) return Number(value.value)
  if (value.kind === Kind.BOOLEAN) return value.value
  if (value.kind === Kind.LIST) return value.values.map((item) => literal(item, variables))
  return undefined
}
