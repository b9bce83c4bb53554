import { Kind, visit, type ASTNode, type DocumentNode, type GraphQLError } from 'graphql'

interface Wording {
  /** What graphql-js says. */
  readonly said: RegExp
  readonly code: string
  /** What GitHub says of the same, from the groups of `said`. */
  readonly say: (...groups: string[]) => string
  readonly extensions?: (...groups: string[]) => Readonly<Record<string, string>>
}

/** GitHub runs graphql-ruby; its words for the mistakes that people make most. The rest keeps the words of graphql-js. */
const WORDINGS: readonly Wording[] = [
  {
    said: /^Cannot query field "(.*?)" on type "(.*?)"/,
    code: 'undefinedField',
    say: (field, type) => `Field '${field}' doesn't exist on type '${type}'`,
    extensions: (fieldName = '', typeName = '') => ({ typeName, fieldName }),
  },
  {
    said: /^Unknown argument "(.*?)" on field "[^".]*\.(.*?)"/,
    code: 'argumentNotAccepted',
    say: (argument, field) => `Field '${field}' doesn't accept argument '${argument}'`,
    extensions: (argumentName = '', name = '') => ({ name, typeName: 'Field', argumentName }),
  },
  {
    said: /^Field "(.*?)" argument "(.*?)" of type "(.*?)" is required/,
    code: 'missingRequiredArguments',
    say: (field, argument) => `Field '${field}' is missing required arguments: ${argument}`,
    extensions: (name = '', names = '') => ({ className: 'Field', name, arguments: names }),
  },
  {
    said: /^Field "(.*?)" of type "(.*?)" must have a selection of subfields/,
    code: 'selectionMismatch',
    say: (field, type = '') =>
      `Field must have selections (field '${field}' returns ${type.replace(/[[\]!]/g, '')} but has no selections. Did you mean '${field} { ... }'?)`,
    extensions: (name = '', typeName = '') => ({
      nodeName: `field '${name}'`,
      typeName: typeName.replace(/[[\]!]/g, ''),
    }),
  },
  {
    said: /^Field "(.*?)" must not have a selection since type "(.*?)" has no subfields/,
    code: 'selectionMismatch',
    say: (field, type) =>
      `Selections can't be made on scalars (field '${field}' returns ${type} but has selections)`,
    extensions: (name = '', typeName = '') => ({ nodeName: `field '${name}'`, typeName }),
  },
  {
    said: /^Variable "\$(.*?)" is not defined(?: by operation "(.*?)")?/,
    code: 'variableNotDefined',
    say: (variable, operation) =>
      `Variable $${variable} is used by ${operation || 'anonymous query'} but not declared`,
    extensions: (variableName = '') => ({ variableName }),
  },
  {
    said: /^Variable "\$(.*?)" is never used(?: in operation "(.*?)")?/,
    code: 'variableNotUsed',
    say: (variable, operation) =>
      `Variable $${variable} is declared by ${operation || 'anonymous query'} but not used`,
    extensions: (variableName = '') => ({ variableName }),
  },
  {
    said: /^Variable "\$(.*?)" of type "(.*?)" used in position expecting type "(.*?)"/,
    code: 'variableMismatch',
    say: (variable, type, expected) => `Type mismatch on variable $${variable} (${type} / ${expected})`,
    extensions: (variableName = '', typeName = '') => ({ variableName, typeName }),
  },
  {
    said: /^Value "(.*?)" does not exist in "(.*?)" enum/,
    code: 'argumentLiteralsIncompatible',
    say: (value, type) => `Argument has an invalid value (${value}). Expected type '${type}'.`,
  },
]

/** An error of the answer, as GitHub prints it. */
export interface PrintedError {
  readonly type?: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
  readonly locations?: readonly { readonly line: number; readonly column: number }[]
  readonly message: string
}

/** Puts a mistake in a document into GitHub's words, with the path to it; an error of syntax is told as GitHub tells it. */
export function validationError(error: GraphQLError, document?: DocumentNode): PrintedError {
  const locations = error.locations ?? []
  const path = document && error.nodes?.[0] && pathTo(document, error.nodes[0])
  for (const { said, code, say, extensions } of WORDINGS) {
    const groups = said.exec(error.message)?.slice(1)
    if (groups)
      return {
        ...(path && { path }),
        extensions: { code, ...extensions?.(...groups) },
        locations,
        message: say(...groups),
      }
  }
  const place = locations[0]
  const syntax = /^Syntax Error: Expected (.*), found (.*)\.$/.exec(error.message)
  if (!syntax || !place) return { ...(path && { path }), locations, message: error.message }
  const [, expected = '', found = ''] = syntax
  return { locations, message: `Expected ${expected}, actual: ${found} at [${place.line}, ${place.column}]` }
}

/** Where a node stands: `query Name`, then the names of the answers and the conditions of fragments. */
function pathTo(document: DocumentNode, wanted: ASTNode): string[] {
  const open: string[] = []
  let found: string[] = []
  visit(document, {
    enter(node) {
      const step = stepOf(node)
      if (step !== undefined) open.push(step)
      if (node === wanted) found = [...open]
    },
    leave(node) {
      if (stepOf(node) !== undefined) open.pop()
    },
  })
  return found
}

function stepOf(node: ASTNode): string | undefined {
  switch (node.kind) {
    case Kind.OPERATION_DEFINITION:
      return [node.operation, node.name?.value].filter((part) => part !== undefined).join(' ')
    case Kind.FRAGMENT_DEFINITION:
      return `fragment ${node.name.value}`
    case Kind.INLINE_FRAGMENT:
      return node.typeCondition ? `... on ${node.typeCondition.name.value}` : '...'
    case Kind.FIELD:
      return node.alias?.value ?? node.name.value
    case Kind.ARGUMENT:
      return node.name.value
    default:
      return undefined
  }
}
