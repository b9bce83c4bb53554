import {
  getNamedType,
  isInputObjectType,
  Kind,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type SelectionNode,
} from 'graphql'
import type { Context } from './context.ts'
import { FIELD_RULES } from './all-field-rules.ts'
import type { FieldRule } from './field-rules.ts'
import { pageOf, type Listing, type Paging } from './listing.ts'

type Given = Readonly<Record<string, unknown>>

/** The one resolver of the whole schema: finds the rule of the type and field, or answers loudly that there is none. */
export function resolveField(...call: Parameters<GraphQLFieldResolver<unknown, Context, Given>>): unknown {
  const [source, given, context, info] = call
  const type = info.parentType.name
  const rules = FIELD_RULES[type]
  const rule = rules?.[info.fieldName]
  if (rule === undefined) {
    if (!rules && isRecord(source) && Object.hasOwn(source, info.fieldName)) return source[info.fieldName]
    throw context.unmodelled(`the field \`${type}.${info.fieldName}\``)
  }
  if (typeof rule === 'function') {
    refuseUnknown({ type, known: [], given: argumentsOf(info) }, context, info)
    return rule(source as never, given as never, context)
  }
  return applyRule(rule, { source, given }, { context, info })
}

function isRecord(value: unknown): value is Given {
  return typeof value === 'object' && value !== null
}

interface Call {
  readonly source: unknown
  readonly given: Given
}

function applyRule(
  rule: FieldRule,
  { source, given }: Call,
  { context, info }: { readonly context: Context; readonly info: GraphQLResolveInfo },
): unknown {
  const type = info.parentType.name
  if (rule.kind === 'mutation') return applyMutation(rule, given.input as Given, { context, info })
  refuseUnknown({ type, known: rule.arguments, given: argumentsOf(info) }, context, info)
  const answer = rule.resolve(source as never, given as never, context)
  if (rule.kind === 'plain' || answer === null) return answer
  return pageOf(answer as Listing<unknown>, given as Paging, {
    field: info.fieldName,
    asked: asksForPages(info),
  })
}

function applyMutation(
  rule: FieldRule,
  input: Given,
  { context, info }: { readonly context: Context; readonly info: GraphQLResolveInfo },
): unknown {
  const said = Object.keys(input).filter((name) => !isDefault(info, name, input[name]))
  refuseUnknown(
    { type: 'Mutation', known: [...rule.arguments, 'clientMutationId'], given: said },
    context,
    info,
  )
  const payload = rule.resolve(undefined as never, { input } as never, context)
  context.wrote({ mutation: info.fieldName, input })
  return { ...(payload as Given), clientMutationId: input.clientMutationId ?? null }
}

/** What GitHub's schema puts into an input by itself is not something that the caller said. */
function isDefault(info: GraphQLResolveInfo, name: string, value: unknown): boolean {
  const argument = info.parentType.getFields()[info.fieldName]?.args.find((known) => known.name === 'input')
  const type = argument && getNamedType(argument.type)
  const standard = isInputObjectType(type) ? type.getFields()[name]?.defaultValue : undefined
  return value === null || value === standard
}

/** The arguments that the document gives; those that come from defaults of the schema are not among them. */
function argumentsOf(info: GraphQLResolveInfo): string[] {
  const given = info.fieldNodes.flatMap((node) => node.arguments ?? [])
  return given
    .filter(({ value }) => value.kind !== Kind.NULL)
    .filter(({ value }) => value.kind !== Kind.VARIABLE || info.variableValues[value.name.value] != null)
    .map((argument) => argument.name.value)
}

function refuseUnknown(
  {
    type,
    known,
    given,
  }: { readonly type: string; readonly known: readonly string[]; readonly given: readonly string[] },
  context: Context,
  info: GraphQLResolveInfo,
): void {
  const unknown = given.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    throw context.unmodelled(`the argument \`${unknown}\` of \`${type}.${info.fieldName}\``)
  }
}

const PAGES = new Set(['nodes', 'edges', 'pageInfo'])

function asksForPages(info: GraphQLResolveInfo): boolean {
  const asks = (selections: readonly SelectionNode[]): boolean =>
    selections.some((selection) => {
      if (selection.kind === Kind.FIELD) return PAGES.has(selection.name.value)
      if (selection.kind === Kind.INLINE_FRAGMENT) return asks(selection.selectionSet.selections)
      return asks(info.fragments[selection.name.value]?.selectionSet.selections ?? [])
    })
  return info.fieldNodes.some((node) => asks(node.selectionSet?.selections ?? []))
}
